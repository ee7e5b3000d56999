"""Questions about emergencies: who is meant, and what a manager has to look at."""
