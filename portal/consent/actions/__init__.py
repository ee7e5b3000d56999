"""What changes what somebody chose."""
