"""The library's tables, one a kind of record; private to storage.

The tables are bound to no database, at import or ever: two stores (a window's and a worker's) are
open at once in different threads, and peewee's `bind_ctx` sets the database on the class itself,
where the second thread would write through the first one's connection. So queries are built on
unbound tables and run as `database.execute(query)`; nothing here remembers a database.

Columns are those of the dataclass of the same name, in its order; what a table has beyond them
(`Meeting.starts_utc`) stands last and is derived when a record is written.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from peewee import FloatField, ForeignKeyField, IntegerField, Model, TextField

from planner.domain import facts, meetings, people, referrals
from planner.domain.changes import Kind
from planner.storage.columns import (
    Choice,
    Day,
    Flag,
    Lines,
    Moment,
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


class Remembered(Model):
    """What was worked out from the library as it stands, by name; any change empties it."""

    name = TextField(primary_key=True)
    text = TextField()

    class Meta:
        table_name = "remembered"


class Unindexed(Model):
    """Records, from the first id to the last, whose text is still to be made searchable."""

    kind = TextField()
    first = IntegerField()
    last = IntegerField()

    class Meta:
        table_name = "unindexed"


class Record(Model):
    """What every table of records has."""

    # A plain integer: the store gives out the ids (see Keys), the database never does.
    id = IntegerField(primary_key=True)


def to(table: type[Model], **options: Any) -> ForeignKeyField:
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
    travel_online = IntegerField()
    travel_neutral = IntegerField()
    travel_own = IntegerField()
    holidays = TextField()
    sheet_in_calendar = Flag()

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
    rhythm = Choice(people.Rhythm)

    class Meta:
        table_name = Kind.PERSON.value


class Fact(Record):
    person = to(Person)
    kind = Choice(facts.FactKind)
    text = TextField()
    origin = Choice(facts.Origin)
    noted_on = Day(null=True)

    class Meta:
        table_name = Kind.FACT.value


class Touch(Record):
    person = to(Person, index=False)  # the index below does for both
    day = Day()
    kind = Choice(meetings.TouchKind)
    note = TextField()
    theirs = Flag()

    class Meta:
        table_name = Kind.TOUCH.value
        indexes = ((("person", "day"), False),)  # when everybody was last in touch


class Place(Record):
    name = TextField()
    address = TextField()
    neutral = Flag()
    online = Flag()

    class Meta:
        table_name = Kind.PLACE.value


class Meeting(Record):
    person = to(Person)
    state = Choice(meetings.State, index=True)
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
    called_off = Choice(meetings.CalledOff)
    organizer = TextField()
    talked = Choice(meetings.TalkedMore)
    roughly = Choice(meetings.Roughly)
    starts_utc = Moment(index=True)

    class Meta:
        table_name = Kind.MEETING.value


class Promise(Record):
    person = to(Person)
    meeting = to(Meeting, null=True)
    mine = Flag()
    text = TextField()
    due = Day(null=True)
    made_on = Day(null=True)
    done_on = Day(null=True)
    needs_meeting = Flag()

    class Meta:
        table_name = Kind.PROMISE.value


class Referral(Record):
    person = to(Person)
    given = Flag()
    what = TextField()
    day = Day(null=True)
    outcome = Choice(referrals.Outcome)
    value = FloatField()

    class Meta:
        table_name = Kind.REFERRAL.value


_HERE = {
    Kind(table._meta.table_name): table
    for table in (Me, Setting, Person, Fact, Touch, Place, Meeting, Promise, Referral)
}


@cache
def table_of(kind: Kind) -> type[Record]:
    """The table of a kind. Those that Today does not read are imported when first asked for."""
    if kind in _HERE:
        return _HERE[kind]
    from planner.storage.person_tables import OF_KIND

    if kind in OF_KIND:
        return OF_KIND[kind]
    from planner.storage import conversation_tables, group_tables, network_tables, question_tables

    others = group_tables.OF_KIND | conversation_tables.OF_KIND | network_tables.OF_KIND
    return (others | question_tables.OF_KIND)[kind]


def every_table() -> tuple[type[Model], ...]:
    """All tables of the library, each after those it refers to."""
    return (Keys, Remembered, Unindexed, *map(table_of, Kind))
