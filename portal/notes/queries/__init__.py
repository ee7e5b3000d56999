"""Questions about notes, asked as whoever asks now."""
