"""Trips, what people look for, introductions, and how often to keep in touch with somebody."""

from peewee import SQL, BooleanField, DateField, ForeignKeyField, IntegerField, Model, TextField


def up(migrator, db):
    class Table(Model):
        id = IntegerField(primary_key=True)

        class Meta:
            database = db

    class Person(Table):
        class Meta:
            table_name = "person"

    class Trip(Table):
        city = TextField()
        starts = DateField()
        ends = DateField()

        class Meta:
            table_name = "trip"

    class Ask(Table):
        person = ForeignKeyField(Person, null=True)
        text = TextField()
        made_on = DateField(null=True)
        done_on = DateField(null=True)
        came_of = TextField()

        class Meta:
            table_name = "ask"

    class Introduction(Table):
        person = ForeignKeyField(Person)
        other = ForeignKeyField(Person)
        why = TextField()
        standing = TextField()
        person_asked = BooleanField()
        other_asked = BooleanField()
        person_agreed = BooleanField()
        other_agreed = BooleanField()
        asked_on = DateField(null=True)
        moved_on = DateField(null=True)
        note = TextField()

        class Meta:
            table_name = "introduction"

    db.create_tables([Trip, Ask, Introduction], safe=False)
    # Not null at once, which spares the people's table from being written anew.
    rhythm = TextField(constraints=[SQL("DEFAULT ''")])
    migrator.migrate(migrator.add_column("person", "rhythm", rhythm, allow_not_null=True))
