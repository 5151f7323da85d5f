"""What a change did to the library, kept so that it can be announced and undone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any

from planner.domain.in_bulk import filled

# What is remembered of a record in a setting named by `setting_about`, and goes with the record.
PLAN_DRAFT, DEBRIEF_DRAFT, FILES_GIVEN = "plan", "debrief", "files"
PAST_DRAFT = "past"  # a 1-2-1 of long ago that is being noted
THANKS = "thanks"  # the thank-you note as edited, not sent yet
CAPTURED = "captured"  # which referrals, introductions and asks were noted in a 1-2-1
CAPTURES_BEGUN = "captures"  # what was being written down in a 1-2-1 and is not kept yet
FIT_ASKED = "fit"  # the user was asked how well they fit, or said so unasked
JOB_SAID = "job"  # the user said themselves where somebody works and as what
COUNTER = "counter"  # another time for a 1-2-1, proposed by the guest
HEARD = "heard"  # the last calendar message on a 1-2-1 that was taken
INVITED_AS = "invited as"  # the address of the user's that they invited
THEIR_TITLE = "their title"  # what they call the 1-2-1 they invited the user to
ASKED = "asked"  # when and where they wanted a 1-2-1 for which the user wishes otherwise

# The kept values of a record, in the order of its table's columns, the id first: text, whole
# numbers, floats and None.
Row = tuple[Any, ...]


class Kind(StrEnum):
    """The kinds of records; each value is also the name of its table."""

    ME = "me"
    PERSON = "person"
    FACT = "fact"
    GROUP = "community"
    EVENT = "event"
    ATTENDANCE = "attendance"
    TOUCH = "touch"
    PLACE = "place"
    MEETING = "meeting"
    CONVERSATION = "conversation"
    ANSWER = "answer"
    PROMISE = "promise"
    REFERRAL = "referral"
    PHOTO = "photo"
    APART = "apart"
    ALIAS = "alias"
    TRIP = "trip"
    ASK = "ask"
    INTRODUCTION = "introduction"
    OWN_GUIDE = "own_guide"
    OWN_PROMPT = "own_prompt"
    MARK = "mark"
    SETTING = "setting"


def setting_about(what: str, kind: Kind, id: int) -> str:
    """The name of a setting about one record, such as "debrief of meeting 12"."""
    return f"{what} of {kind.value} {id}"


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after: `before` is None for a new one, `after` for a removed one.

    Both are opaque to everybody but the store that made them.
    """

    kind: Kind
    id: int
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Change:
    """Everything one committed transaction did, in order; empty when it did nothing."""

    edits: tuple[Edit, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.edits)

    @property
    def kinds(self) -> frozenset[Kind]:
        return frozenset(edit.kind for edit in self.edits)

    def ids(self, kind: Kind) -> frozenset[int]:
        """Ids of the records of `kind` that were added, altered or removed."""
        return frozenset(edit.id for edit in self.edits if edit.kind is kind)

    def added(self, kind: Kind) -> tuple[int, ...]:
        """Ids of the new records of `kind`, in the order they were added."""
        return tuple(e.id for e in self.edits if e.kind is kind and e.before is None)

    def reversed(self) -> Change:
        """The change that takes this one back: last edit first, before and after swapped."""
        back = self.edits[::-1]
        return Change(
            tuple(
                filled(
                    Edit,
                    len(back),
                    kind=map(attrgetter("kind"), back),
                    id=map(attrgetter("id"), back),
                    before=map(attrgetter("after"), back),
                    after=map(attrgetter("before"), back),
                )
            )
        )

    def __add__(self, later: Change) -> Change:
        return Change(self.edits + later.edits)
