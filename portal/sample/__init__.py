"""A made-up council to try the portal on: its people, a year of their words, its case records."""
