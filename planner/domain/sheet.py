"""The cheat-sheet as records: the one page to take along, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from planner.domain.dont_forget import Mention
from planner.domain.facts import FactKind
from planner.domain.meetings import Roughly
from planner.domain.shortening import shorten, words

LAST_TIME_LEAST = 12  # words of what was told last time, where there is room for no more


class BlockKind(StrEnum):
    """The blocks above the questions, in the order they stand on the page."""

    DONT_FORGET = "dont_forget"  # one line over the whole page
    DOES = "does"  # what they do, for whom
    IDEAL_REFERRAL = "ideal_referral"
    GOALS = "goals"  # goals and challenges
    PROUD_OF = "proud_of"
    I_OWE = "i_owe"
    THEY_OWE = "they_owe"
    LIKES = "likes"  # interests, likes and dislikes
    KNOWS = "knows"  # networks and skills
    LAST_TIME = "last_time"
    AIMS = "aims"  # Learn, Give, Ask
    NOTES = "notes"


class Aim(StrEnum):
    """What a 1-2-1 is for."""

    LEARN = "learn"
    GIVE = "give"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing said in a block, as one line of plain text."""

    text: str
    kind: FactKind | Aim | Mention | None = None  # what it is, where the block holds several kinds
    due: date | None = None  # of a promise; with a Mention, its day
    worth: int = 0  # its place among all that is on the page, what matters most first


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled block; the window words the label."""

    kind: BlockKind
    items: tuple[Item, ...]  # empty only for a last time nothing was noted of
    day: date | None = None  # when the last time was
    roughly: Roughly = Roughly.NOT  # how much of that day is remembered


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """A question and how many lines it leaves to write on."""

    text: str
    lines: int
    told: str = ""  # what it comes back to, in the words it was noted in


@dataclass(frozen=True, slots=True)
class SheetPhase:
    """A phase's questions on the page."""

    title: str
    questions: tuple[SheetQuestion, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many things of a block found no room; `kind` None means questions."""

    kind: BlockKind | None
    count: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything on the page; texts are single lines of plain text, and nothing is private."""

    name: str
    first_name: str
    headline: str
    starts: datetime | None  # wall time, naive; None when no 1-2-1 is planned
    ends: datetime | None
    zone: str  # IANA name where it is not the user's own, else ""
    place: str
    blocks: tuple[Block, ...]
    phases: tuple[SheetPhase, ...]
    left_out: tuple[LeftOut, ...]
    made_on: date

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything said above the questions, in the page's order."""
        return tuple(item for block in self.blocks for item in block.items)

    def block(self, kind: BlockKind) -> Block | None:
        """The block of that kind, if it is on the page."""
        return next((block for block in self.blocks if block.kind is kind), None)


def without_least(sheet: Sheet) -> Sheet:
    """The sheet without what matters least above its questions, which is counted as left out.

    What was told last time gives way in two steps: a few words of it say more than none.
    """
    least = max(sheet.items, key=lambda item: item.worth)
    last = sheet.block(BlockKind.LAST_TIME)
    if last and least in last.items and words(least.text) > LAST_TIME_LEAST:
        brief = replace(least, text=shorten(least.text, LAST_TIME_LEAST))
        fewer = replace(last, items=(brief,))
        return replace(
            sheet, blocks=tuple(fewer if block is last else block for block in sheet.blocks)
        )
    blocks, counts = [], {thing.kind: thing.count for thing in sheet.left_out}
    for block in sheet.blocks:
        kept = tuple(item for item in block.items if item is not least)
        if len(kept) < len(block.items):
            counts[block.kind] = counts.get(block.kind, 0) + 1
        if kept or block.day:
            blocks.append(replace(block, items=kept))
    return replace(
        sheet,
        blocks=tuple(blocks),
        left_out=tuple(LeftOut(kind, count) for kind, count in counts.items()),
    )
