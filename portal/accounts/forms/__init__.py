"""What people may type to come in, and to say who works with whom."""
