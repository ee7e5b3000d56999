"""Case records of other systems: how they come in, and what they say."""
