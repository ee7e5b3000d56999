"""What a care leaver asks about a look, and what a manager answers."""
