"""Who may see what: the one rule, the choices it reads, and the log of who looked."""
