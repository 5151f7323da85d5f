"""Calendar files: meetings to bytes."""
