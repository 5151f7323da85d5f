"""What the program decides: frozen dataclasses and pure functions, standard library alone."""
