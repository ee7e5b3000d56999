"""What is done about emergencies, by those who ask and by managers."""
