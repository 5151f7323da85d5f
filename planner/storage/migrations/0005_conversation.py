"""Who talked more in a 1-2-1."""

from peewee import SQL, TextField


def up(migrator, db):
    # Not null at once, which spares the table from being written anew.
    text = TextField(constraints=[SQL("DEFAULT ''")])
    migrator.migrate(migrator.add_column("meeting", "talked", text, allow_not_null=True))
