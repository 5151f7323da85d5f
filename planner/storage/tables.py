"""The library's tables, one a kind of record; private to storage.

The tables are bound to no database, at import or ever: two stores (a window's and a worker's) are
open at once in different threads, and peewee's `bind_ctx` sets the database on the class itself,
where the second thread would write through the first one's connection. So queries are built on
unbound tables and run as `database.execute(query)`; nothing here remembers a database.

Columns are those of the dataclass of the same name, in its order; what a table has beyond them
(`Meeting.starts_utc`) stands last and is derived when a record is written.
"""

from __future__ import annotations

from typing import Any

from peewee import FloatField, ForeignKeyField, IntegerField, Model, TextField

from planner.domain import conversation, facts, meetings, people, referrals
from planner.domain.changes import Kind
from planner.storage.columns import (
    Choice,
    Day,
    Flag,
    Lines,
    Moment,
    Numbers,
    Rung,
    WallTime,
    Week,
)


class Keys(Model):
    """The last id given out for each kind, so that none is ever given out twice."""

    kind = TextField(primary_key=True)
    last = IntegerField()

    class Meta:
        table_name = "keys"


class Record(Model):
    """What every table of records has."""

    # A plain integer: the store gives out the ids (see Keys), the database never does.
    id = IntegerField(primary_key=True)


def _to(table: type[Model], **options: Any) -> ForeignKeyField:
    """A reference to a record of another table; the store removes dependents itself."""
    return ForeignKeyField(table, backref="+", **options)


class Me(Record):
    name = TextField()
    email = TextField()
    phone = TextField()
    company = TextField()
    city = TextField()
    does = TextField()
    for_whom = TextField()
    ideal_referral = TextField()
    per_week = IntegerField()
    week = Week()
    zone = TextField()
    wanted = Lines()
    avoided = Lines()
    meets_online = Flag()
    alarm_minutes = IntegerField()
    evening_alarm = Flag()
    ready = Flag()

    class Meta:
        table_name = Kind.ME.value


class Setting(Record):
    name = TextField(unique=True)
    value = TextField()

    class Meta:
        table_name = Kind.SETTING.value


class Person(Record):
    name = TextField()
    company = TextField()
    role = TextField()
    city = TextField()
    emails = Lines()
    phones = Lines()
    links = Lines()
    birthday = TextField()
    stage = Rung(people.Stage)
    attitude = Choice(people.Attitude)
    fit = Choice(people.Fit)
    zone = TextField()
    connected_on = Day(null=True)
    rests_until = Day(null=True)
    put_off = IntegerField()
    let_go = Flag()
    sample = Flag()

    class Meta:
        table_name = Kind.PERSON.value


class Fact(Record):
    person = _to(Person)
    kind = Choice(facts.FactKind)
    text = TextField()
    origin = Choice(facts.Origin)
    noted_on = Day(null=True)

    class Meta:
        table_name = Kind.FACT.value


class Group(Record):
    name = TextField()

    class Meta:
        table_name = Kind.GROUP.value


class Event(Record):
    group = _to(Group)
    name = TextField()
    day = Day(null=True)
    hours = FloatField()
    fee = FloatField()

    class Meta:
        table_name = Kind.EVENT.value


class Attendance(Record):
    event = _to(Event)
    person = _to(Person)

    class Meta:
        table_name = Kind.ATTENDANCE.value


class Touch(Record):
    person = _to(Person)
    day = Day()
    kind = Choice(meetings.TouchKind)
    note = TextField()
    theirs = Flag()

    class Meta:
        table_name = Kind.TOUCH.value


class Place(Record):
    name = TextField()
    address = TextField()
    neutral = Flag()
    online = Flag()

    class Meta:
        table_name = Kind.PLACE.value


class Meeting(Record):
    person = _to(Person)
    state = Choice(meetings.State)
    starts = WallTime()
    zone = TextField()
    minutes = IntegerField()
    place = TextField()
    learn = TextField()
    give = TextField()
    ask = TextField()
    invitation = TextField()
    summary = TextField()
    guide = TextField()
    uid = TextField(index=True)
    sequence = IntegerField()
    stamp = Moment(null=True)
    created = Moment(null=True)
    invited = Flag()
    starts_utc = Moment(index=True)

    class Meta:
        table_name = Kind.MEETING.value


class Conversation(Record):
    meeting = _to(Meeting)
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
    meeting = _to(Meeting)
    prompt = TextField()
    text = TextField()

    class Meta:
        table_name = Kind.ANSWER.value


class Promise(Record):
    person = _to(Person)
    meeting = _to(Meeting, null=True)
    mine = Flag()
    text = TextField()
    due = Day(null=True)
    made_on = Day(null=True)
    done_on = Day(null=True)
    needs_meeting = Flag()

    class Meta:
        table_name = Kind.PROMISE.value


class Referral(Record):
    person = _to(Person)
    given = Flag()
    what = TextField()
    day = Day(null=True)
    outcome = Choice(referrals.Outcome)
    value = FloatField()

    class Meta:
        table_name = Kind.REFERRAL.value


RECORDS: tuple[type[Record], ...] = (
    Me, Setting, Person, Fact, Group, Event, Attendance, Touch, Place, Meeting, Conversation,
    Answer, Promise, Referral,
)  # fmt: skip
TABLES: tuple[type[Model], ...] = (Keys, *RECORDS)
OF_KIND = {Kind(table._meta.table_name): table for table in RECORDS}
