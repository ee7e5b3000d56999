"""What people do about coming in, and about who works with whom."""
