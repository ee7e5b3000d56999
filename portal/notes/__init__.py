"""Notes that are written to a care leaver, and with them."""
