"""Contact files: bytes to cards."""
