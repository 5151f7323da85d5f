"""Tables of conversations and what was noted in them; private to storage."""

from __future__ import annotations

from peewee import IntegerField, TextField

from planner.domain import conversation
from planner.domain.changes import Kind
from planner.storage.columns import Choice, Lines, Moment, Numbers
from planner.storage.tables import Meeting, Record, to


class Conversation(Record):
    meeting = to(Meeting)
    guide = TextField()
    script = Lines()
    at = IntegerField()
    step = Choice(conversation.Step)
    started = Moment(null=True)
    elapsed = IntegerField()
    mine = IntegerField()
    theirs = IntegerField()
    speaker = Choice(conversation.Speaker)
    asked = Lines()
    spent = Numbers()
    in_a_row = IntegerField()

    class Meta:
        table_name = Kind.CONVERSATION.value


class Answer(Record):
    meeting = to(Meeting)
    prompt = TextField()
    text = TextField()

    class Meta:
        table_name = Kind.ANSWER.value


OF_KIND: dict[Kind, type[Record]] = {Kind.CONVERSATION: Conversation, Kind.ANSWER: Answer}
