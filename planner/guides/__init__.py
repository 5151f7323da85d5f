"""Reads the question library."""
