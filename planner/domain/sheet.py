"""The cheat-sheet as records: the one page to take along, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from planner.domain.facts import FactKind


class BlockKind(StrEnum):
    """The blocks above the questions, in the order they stand on the page."""

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
    kind: FactKind | Aim | None = None  # what it is, where the block holds several kinds
    due: date | None = None  # of a promise


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled block; the window words the label."""

    kind: BlockKind
    items: tuple[Item, ...]  # empty only for a last time nothing was noted of
    day: date | None = None  # when the last time was


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """A question and how many lines it leaves to write on."""

    text: str
    lines: int


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

    def block(self, kind: BlockKind) -> Block | None:
        """The block of that kind, if it is on the page."""
        return next((block for block in self.blocks if block.kind is kind), None)
