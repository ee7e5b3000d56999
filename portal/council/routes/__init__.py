"""Pages of what the council sets about sharing."""
