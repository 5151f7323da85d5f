"""What an import brings in pictures: somebody known without one gains it, theirs else stays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from planner.domain.merging import Entry, FileCount, Gain, Gained, ImportPlan, Verdict

_GAIN = Gain(Gained.PHOTO, "")


def with_pictures(plan: ImportPlan, pictured: Collection[int]) -> ImportPlan:
    """The plan with the pictures that known people gain; `pictured` have one, by their ids."""
    entries: list[Entry] = []
    changed: set[int] = set()  # by id(): first cards with a picture of those who were the same
    for entry in plan.entries:
        card = next((card for card in entry.cards if card.photo), None)
        known = entry.known
        if card and known and known.id not in pictured and _GAIN not in entry.gains:
            if entry.verdict is Verdict.SAME:
                changed.add(id(card))
            entry = replace(entry, verdict=Verdict.CHANGED, gains=(*entry.gains, _GAIN))
        entries.append(entry)
    files = tuple(_counted(count, changed) for count in plan.files) if changed else plan.files
    return replace(plan, entries=tuple(entries), files=files, pictured=frozenset(pictured))


def brings_picture(entry: Entry) -> bool:
    """Whether one of the entry's pictures is to be kept."""
    if entry.verdict is Verdict.NEW:
        return any(card.photo for card in entry.cards)
    return _GAIN in entry.gains


def _counted(count: FileCount, changed: Collection[int]) -> FileCount:
    """The file's figures with these of its cards saying something new."""
    moved = Counter(id(card) in changed for card in count.reading.cards)[True]
    moved = min(moved, count.same)
    return replace(count, changed=count.changed + moved, same=count.same - moved)
