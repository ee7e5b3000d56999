"""What administrators and managers type about sharing."""
