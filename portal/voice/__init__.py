"""What a care leaver wants heard, in their own words, and what was answered."""
