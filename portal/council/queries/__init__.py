"""What is locked, and what waits for somebody's yes."""
