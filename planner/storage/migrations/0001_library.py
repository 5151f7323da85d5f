"""The library as version 1 has it: its records, and the ids given out so far."""

from peewee import (
    BooleanField,
    DateField,
    DateTimeField,
    FloatField,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
)


def up(migrator, db):
    class Table(Model):
        id = IntegerField(primary_key=True)

        class Meta:
            database = db

    class Keys(Model):
        kind = TextField(primary_key=True)
        last = IntegerField()

        class Meta:
            database = db
            table_name = "keys"

    class Remembered(Model):
        name = TextField(primary_key=True)
        text = TextField()

        class Meta:
            database = db
            table_name = "remembered"

    class Me(Table):
        name = TextField()
        email = TextField()
        phone = TextField()
        company = TextField()
        city = TextField()
        does = TextField()
        for_whom = TextField()
        ideal_referral = TextField()
        per_week = IntegerField()
        week = TextField()
        zone = TextField()
        wanted = TextField()
        avoided = TextField()
        meets_online = BooleanField()
        alarm_minutes = IntegerField()
        evening_alarm = BooleanField()
        ready = BooleanField()

        class Meta:
            table_name = "me"

    class Setting(Table):
        name = TextField(unique=True)
        value = TextField()

        class Meta:
            table_name = "setting"

    class Person(Table):
        name = TextField()
        company = TextField()
        role = TextField()
        city = TextField()
        emails = TextField()
        phones = TextField()
        links = TextField()
        birthday = TextField()
        stage = IntegerField()
        attitude = TextField()
        fit = TextField()
        zone = TextField()
        connected_on = DateField(null=True)
        rests_until = DateField(null=True)
        put_off = IntegerField()
        let_go = BooleanField()
        sample = BooleanField()

        class Meta:
            table_name = "person"

    class Fact(Table):
        person = ForeignKeyField(Person)
        kind = TextField()
        text = TextField()
        origin = TextField()
        noted_on = DateField(null=True)

        class Meta:
            table_name = "fact"

    class Group(Table):
        name = TextField()

        class Meta:
            table_name = "community"

    class Event(Table):
        group = ForeignKeyField(Group)
        name = TextField()
        day = DateField(null=True)
        hours = FloatField()
        fee = FloatField()

        class Meta:
            table_name = "event"

    class Attendance(Table):
        event = ForeignKeyField(Event)
        person = ForeignKeyField(Person)

        class Meta:
            table_name = "attendance"

    class Touch(Table):
        person = ForeignKeyField(Person, index=False)
        day = DateField()
        kind = TextField()
        note = TextField()
        theirs = BooleanField()

        class Meta:
            table_name = "touch"
            indexes = ((("person", "day"), False),)

    class Place(Table):
        name = TextField()
        address = TextField()
        neutral = BooleanField()
        online = BooleanField()

        class Meta:
            table_name = "place"

    class Meeting(Table):
        person = ForeignKeyField(Person)
        state = TextField(index=True)
        starts = TextField()
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
        stamp = DateTimeField(null=True)
        created = DateTimeField(null=True)
        invited = BooleanField()
        starts_utc = DateTimeField(index=True)

        class Meta:
            table_name = "meeting"

    class Conversation(Table):
        meeting = ForeignKeyField(Meeting)
        guide = TextField()
        script = TextField()
        at = IntegerField()
        step = TextField()
        started = DateTimeField(null=True)
        elapsed = IntegerField()
        mine = IntegerField()
        theirs = IntegerField()
        speaker = TextField()
        asked = TextField()
        spent = TextField()
        in_a_row = IntegerField()

        class Meta:
            table_name = "conversation"

    class Answer(Table):
        meeting = ForeignKeyField(Meeting)
        prompt = TextField()
        text = TextField()

        class Meta:
            table_name = "answer"

    class Promise(Table):
        person = ForeignKeyField(Person)
        meeting = ForeignKeyField(Meeting, null=True)
        mine = BooleanField()
        text = TextField()
        due = DateField(null=True)
        made_on = DateField(null=True)
        done_on = DateField(null=True)
        needs_meeting = BooleanField()

        class Meta:
            table_name = "promise"

    class Referral(Table):
        person = ForeignKeyField(Person)
        given = BooleanField()
        what = TextField()
        day = DateField(null=True)
        outcome = TextField()
        value = FloatField()

        class Meta:
            table_name = "referral"

    db.create_tables(
        [
            Keys, Remembered, Me, Setting, Person, Fact, Group, Event, Attendance, Touch, Place, Meeting,
            Conversation, Answer, Promise, Referral,
        ],
        safe=False,
    )  # fmt: skip
