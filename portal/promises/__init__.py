"""What somebody said they would do, by when, and whether they kept it."""
