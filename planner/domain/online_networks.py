"""Where people connect without meeting. A module of its own, as every start asks it."""

from __future__ import annotations

# Everybody is on these, so being on one as well is no circle that two people share.
ONLINE_NETWORKS = (
    *("linkedin", "xing", "facebook", "instagram", "twitter", "x", "mastodon", "bluesky"),
    "threads",
)


def is_online_network(name: str) -> bool:
    """Whether a group of that name is such a network."""
    return " ".join(name.split()).casefold() in ONLINE_NETWORKS
