"""Who sees what: a care leaver chooses, looks as the others look, and can prove it."""
