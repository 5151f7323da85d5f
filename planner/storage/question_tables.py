"""Tables of the user's own guides and questions, and of what they marked; private to storage."""

from __future__ import annotations

from peewee import IntegerField, TextField

from planner.domain import own_questions
from planner.domain.changes import Kind
from planner.domain.facts import FactKind
from planner.domain.people import Attitude, Stage
from planner.storage.columns import Choice, Flag, Lines, Numbers, Perhaps, Some
from planner.storage.tables import Record


class OwnGuide(Record):
    key = TextField()
    title = TextField()
    about = TextField()
    phases = Lines()
    titles = Lines()
    lengths = Numbers()
    paces = Numbers()

    class Meta:
        table_name = Kind.OWN_GUIDE.value


class OwnPrompt(Record):
    key = TextField()
    guide = TextField()
    phase = TextField()
    text = TextField()
    principle = TextField()
    why = TextField()
    dont = TextField()
    follow_ups = Lines()
    read_back = TextField()
    depth = IntegerField()
    fills = Perhaps(FactKind)
    stages = Some(Stage)
    audience = Some(Attitude)
    recalls = Perhaps(FactKind)
    topics = Lines()
    always = Flag()
    offers = Flag()
    removed = Flag()

    class Meta:
        table_name = Kind.OWN_PROMPT.value


class Mark(Record):
    prompt = TextField()
    liking = Choice(own_questions.Liking)

    class Meta:
        table_name = Kind.MARK.value


OF_KIND: dict[Kind, type[Record]] = {
    Kind.OWN_GUIDE: OwnGuide,
    Kind.OWN_PROMPT: OwnPrompt,
    Kind.MARK: Mark,
}
