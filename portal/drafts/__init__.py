"""What somebody is in the middle of writing, safe until they send it."""
