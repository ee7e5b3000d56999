"""The pages of notes: the pen for staff, the letter for its reader, the margin beside the pen."""
