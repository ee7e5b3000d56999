"""What is done with notes: written, opened to each other, sent, agreed."""
