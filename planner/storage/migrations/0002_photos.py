"""People's pictures, which people who look alike the user said are not one, how else somebody is
called in files, and what is still to be made searchable."""

from peewee import ForeignKeyField, IntegerField, Model, TextField


def up(migrator, db):
    class Table(Model):
        id = IntegerField(primary_key=True)

        class Meta:
            database = db

    class Person(Table):
        class Meta:
            table_name = "person"

    class Photo(Table):
        person = ForeignKeyField(Person)
        data = TextField()

        class Meta:
            table_name = "photo"

    class Apart(Table):
        person = ForeignKeyField(Person)
        other = ForeignKeyField(Person)

        class Meta:
            table_name = "apart"

    class Alias(Table):
        person = ForeignKeyField(Person)
        name = TextField()
        company = TextField()

        class Meta:
            table_name = "alias"

    class Unindexed(Model):
        kind = TextField()
        first = IntegerField()
        last = IntegerField()

        class Meta:
            database = db
            table_name = "unindexed"

    db.create_tables([Photo, Apart, Alias, Unindexed], safe=False)
