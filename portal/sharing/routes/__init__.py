"""The pages on which somebody chooses who sees what."""
