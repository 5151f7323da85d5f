"""People's pictures, and which people who look alike the user said are not one."""

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

    db.create_tables([Photo, Apart], safe=False)
