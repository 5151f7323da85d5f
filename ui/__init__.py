"""Everything a user sees: the window and the terminal."""
