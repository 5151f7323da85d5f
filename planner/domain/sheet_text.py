"""The cheat-sheet as plain text, for the notes of an entry in the user's own calendar."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.dont_forget import Mention
from planner.domain.facts import FactKind
from planner.domain.meetings import Roughly
from planner.domain.sheet import Aim, Block, BlockKind, Item, Sheet

_LABELS = {
    BlockKind.DONT_FORGET: "Don't forget",
    BlockKind.DOES: "Does",
    BlockKind.IDEAL_REFERRAL: "Ideal referral",
    BlockKind.GOALS: "Goals and challenges",
    BlockKind.PROUD_OF: "Proud of",
    BlockKind.I_OWE: "I owe",
    BlockKind.THEY_OWE: "They owe me",
    BlockKind.LIKES: "Likes",
    BlockKind.KNOWS: "Knows",
    BlockKind.LAST_TIME: "Last time",
    BlockKind.NOTES: "Also",
}
_DAYS = {Roughly.MONTH: "%Y-%m", Roughly.YEAR: "%Y"}  # as far as it is remembered
_BEFORE: dict[FactKind | Aim | Mention | None, str] = {
    FactKind.DISLIKE: "Not: ",
    Mention.DISLIKE: "Not: ",
    Mention.BIRTHDAY: "Birthday",
    Mention.PASSED_ON: "Thank them for passing on: ",
    Mention.KEPT_BY_THEM: "Thank them for: ",
    Mention.KEPT_BY_ME: "I kept: ",
    Mention.NEWS: "News of mine: ",
}


def sheet_text(sheet: Sheet) -> str:
    """What is on the page but for when and where, and what the 1-2-1 is for."""
    parts = [sheet.headline] if sheet.headline else []
    parts += [_told(block) for block in sheet.blocks if block.kind in _LABELS and block.items]
    for phase in sheet.phases:
        if phase.questions:
            asked = "\n".join(f"- {question.text}" for question in phase.questions)
            parts.append(f"{phase.title}\n{asked}")
    return "\n\n".join(parts)


def _told(block: Block) -> str:
    label = _LABELS[block.kind]
    if block.day is not None:
        label += f" ({block.day:{_DAYS.get(block.roughly, '%Y-%m-%d')}})"
    return "\n".join([label, *(f"- {line}" for line in _lines(block.items))])


def _lines(items: tuple[Item, ...]) -> Iterator[str]:
    for item in items:
        text = _BEFORE.get(item.kind, "") + item.text
        yield text if item.due is None else f"{text} ({item.due:%Y-%m-%d})".lstrip()
