"""What a thoughtful colleague would say of a note, in its margin. Never that it is wrong."""
