"""Numbered steps that build every schema, a fresh one too."""
