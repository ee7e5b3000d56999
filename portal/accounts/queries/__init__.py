"""What can be asked about people, their phones, and who works with whom."""
