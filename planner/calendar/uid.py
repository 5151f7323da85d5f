"""The name by which every calendar knows one 1-2-1 again."""

from __future__ import annotations


def new_uid() -> str:
    """A UID that was never given before (RFC 7986, 5.3: random, telling of nobody)."""
    from uuid import uuid4  # here, because it asks the platform for more than start-up can spare

    return f"{uuid4().hex}@visavis"
