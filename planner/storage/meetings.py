"""1-2-1s, places for them, other contacts, and conversations."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from planner.domain.changes import Kind
from planner.domain.conversation import Answer, Conversation, Step
from planner.domain.meetings import PLANNED, Meeting, Place, Touch
from planner.storage.repository import OfPerson, Repository

# No 1-2-1 is longer: one that began earlier than this before a stretch of time is over by then.
_LONGEST = timedelta(days=1)


class Places(Repository[Place]):
    record = Place
    kind = Kind.PLACE


class Touches(OfPerson[Touch]):
    record = Touch
    kind = Kind.TOUCH
    order = ("day",)


class Meetings(OfPerson[Meeting]):
    """1-2-1s, soonest first."""

    record = Meeting
    kind = Kind.MEETING
    order = ("starts_utc",)

    def between(self, start_utc: datetime, end_utc: datetime) -> list[Meeting]:
        """Those that overlap the time from start to end (UTC, naive), whatever their state."""
        begun = self.table.starts_utc
        earliest = max(start_utc, datetime.min + _LONGEST) - _LONGEST
        near = self.where(begun < end_utc, begun >= earliest)
        return [meeting for meeting in near if meeting.ends_utc > start_utc]

    def planned(self) -> list[Meeting]:
        return self.where(self.table.state.in_(sorted(PLANNED)))

    def by_uid(self, uid: str) -> Meeting | None:
        found = self.where(self.table.uid == uid)
        return found[0] if found else None


class Conversations(Repository[Conversation]):
    record = Conversation
    kind = Kind.CONVERSATION

    def of_meeting(self, meeting_id: int) -> Conversation | None:
        """The conversation of a 1-2-1; the latest, should there be more."""
        found = self.where(self.table.meeting == meeting_id)
        return found[-1] if found else None

    def unfinished(self) -> list[Conversation]:
        return self.where(self.table.step != Step.DONE)


class Answers(Repository[Answer]):
    record = Answer
    kind = Kind.ANSWER

    def of_meeting(self, meeting_id: int) -> list[Answer]:
        return self.where(self.table.meeting == meeting_id)

    def note(self, meeting: int, prompt: str, text: str) -> Answer:
        """Keeps what is noted under a prompt, instead of what was noted there before."""
        for known in self.where(self.table.meeting == meeting, self.table.prompt == prompt):
            answer = replace(known, text=text)
            self.update(answer)
            return answer
        return self.add(Answer(meeting=meeting, prompt=prompt, text=text))
