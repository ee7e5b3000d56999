"""A sample council on one machine, to try the portal as each of its people. Never in production."""
