"""How web addresses read: without what all of them begin with."""

from __future__ import annotations

from planner.domain.people import Person

BEGINNINGS = ("https://", "http://", "www.")


def link(address: str) -> str:
    """ "linkedin.com/in/maya" for "https://www.linkedin.com/in/maya/"."""
    shown = address.strip()
    for beginning in BEGINNINGS:
        if shown.casefold().startswith(beginning):
            shown = shown[len(beginning) :]
    return shown.removesuffix("/") or address


def links(person: Person) -> tuple[str, ...]:
    """All of somebody's."""
    return tuple(map(link, person.links))
