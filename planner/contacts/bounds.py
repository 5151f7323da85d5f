"""Cards within what a person's page can show; longer text is cut and says so."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import Any

from planner.domain.merging import Card

LONGEST_LINE = 300
LONGEST_ADDRESS = 2_000
LONGEST_NOTE = 50_000
MOST_VALUES = 100


def within_bounds(card: Card) -> Card:
    """The card with nothing longer than the program can show; most cards are that already."""
    lists = card.emails, card.phones, card.links, card.labels
    texts = (card.name, card.company, card.role, card.city, *chain(*lists))
    if sum(map(len, texts)) <= LONGEST_LINE and len(card.note) <= LONGEST_NOTE:
        return card if max(map(len, lists)) <= MOST_VALUES else replace(card, **_cut_short(card))
    cut = _cut_short(card)
    return replace(card, **cut) if cut else card


def _cut_short(card: Card) -> dict[str, Any]:
    """What of the card is too long, cut."""
    cut: dict[str, Any] = {
        name: _cut(value, LONGEST_LINE)
        for name in ("name", "company", "role", "city")
        if len(value := getattr(card, name)) > LONGEST_LINE
    }
    if len(card.note) > LONGEST_NOTE:
        cut["note"] = without_rest(card.note, len(card.note))
    cut |= {
        name: tuple(value for value in values if len(value) <= longest)[:MOST_VALUES]
        for name, longest in (
            ("emails", LONGEST_LINE),
            ("phones", LONGEST_LINE),
            ("links", LONGEST_ADDRESS),
            ("labels", LONGEST_LINE),
        )
        if (values := getattr(card, name))
        and (len(values) > MOST_VALUES or any(len(value) > longest for value in values))
    }
    return cut


def without_rest(note: str, length: int) -> str:
    """The beginning of a note that has so many characters in the file."""
    end = f"…\n(Cut here: the file has {length:,} characters.)"
    return note[: LONGEST_NOTE - len(end)] + end


def _cut(text: str, longest: int) -> str:
    return text[: longest - 1].rstrip() + "…"
