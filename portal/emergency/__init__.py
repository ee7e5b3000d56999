"""Emergency access, and what a manager sees of who opens, or tries to open, whom."""
