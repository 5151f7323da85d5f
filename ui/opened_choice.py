"""What calendar files say, sorted into parts, and which of it the user wants done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from planner.domain.busy import Skipped
from planner.domain.incoming import Act, Doubt, Finding
from planner.journeys.open_calendar_file import Opened

Row = Finding | Skipped


class Part(StrEnum):
    """The parts, in the order they are shown."""

    ANSWERS = "answers"
    INVITATIONS = "invitations"
    HELD = "held"
    PERHAPS = "perhaps"  # held, with somebody whom a title names, or with no clear yes
    COMING = "coming"
    NOTHING = "nothing"
    SKIPPED = "skipped"


CHOSEN_FROM = frozenset({Part.ANSWERS, Part.INVITATIONS, Part.HELD, Part.PERHAPS, Part.COMING})
_PARTS = {
    Act.AGREE: Part.ANSWERS,
    Act.DECLINE: Part.ANSWERS,
    Act.DOUBT: Part.ANSWERS,
    Act.COUNTER: Part.ANSWERS,
    Act.INVITE: Part.INVITATIONS,
    Act.UPDATE: Part.INVITATIONS,
    Act.CALL_OFF: Part.INVITATIONS,
    Act.HOLD: Part.HELD,
    Act.PLAN: Part.COMING,
}


class Choice:
    """What was found, by parts; what is sure is ticked from the first."""

    def __init__(self, opened: Opened | None = None) -> None:
        self.opened = opened or Opened()
        self._rows: dict[Part, list[Row]] = {part: [] for part in Part}
        self._ticked: dict[Part, list[bool]] = {part: [] for part in CHOSEN_FROM}
        for finding in self.opened.findings:
            part = _part(finding)
            self._rows[part].append(finding)
            if part in CHOSEN_FROM:
                self._ticked[part].append(finding.sure)
        self._rows[Part.SKIPPED] += self.opened.skipped
        # What was held is looked through from the latest on.
        for part in (Part.HELD, Part.PERHAPS):
            both = list(zip(self._rows[part], self._ticked[part], strict=True))
            both.sort(key=_begins, reverse=True)
            self._rows[part] = [row for row, _ in both]
            self._ticked[part] = [on for _, on in both]

    def rows(self, part: Part) -> Sequence[Row]:
        return self._rows[part]

    def count(self, part: Part) -> int:
        return len(self._rows[part])

    def is_ticked(self, part: Part, row: int) -> bool:
        return self._ticked[part][row]

    def ticked(self, part: Part) -> int:
        """How many of a part are wanted."""
        return sum(self._ticked.get(part, ()))

    def tick(self, part: Part, row: int, *, on: bool) -> None:
        self._ticked[part][row] = on

    def tick_all(self, part: Part, *, on: bool) -> None:
        self._ticked[part] = [on] * len(self._ticked[part])

    def wanted(self) -> list[Finding]:
        """What is to be done."""
        return [
            row
            for part in Part
            if part in CHOSEN_FROM
            for row, on in zip(self._rows[part], self._ticked[part], strict=True)
            if on and isinstance(row, Finding)
        ]

    def only(self) -> Finding | None:
        """The one thing the files say, where they say but one and all of them could be read."""
        found = self.opened.findings
        return found[0] if len(found) == 1 and not self.opened.shut else None

    def at_once(self) -> list[Finding]:
        """What can be done unasked: messages that leave no doubt, and nothing beside them.

        Something that was not read as it stands there, a zone nobody knows, say, is shown first.
        """
        found = self.opened.findings
        sent = all(each.sure and each.act not in (Act.HOLD, Act.PLAN) for each in found)
        return list(found) if found and sent and not self.opened.skipped else []


def _part(finding: Finding) -> Part:
    if not finding.can:
        return Part.NOTHING
    part = _PARTS[finding.act]
    perhaps = part is Part.HELD and finding.doubt in (Doubt.NAME, Doubt.UNANSWERED)
    return Part.PERHAPS if perhaps else part


def _begins(of: tuple[Row, bool]) -> datetime:
    starts = of[0].message.starts if isinstance(of[0], Finding) else None
    return starts or datetime.min
