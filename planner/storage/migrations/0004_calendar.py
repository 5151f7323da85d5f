"""Who called a 1-2-1 off, who invited to it, the way to it, public holidays, and what of it
stands in the user's own calendar."""

from peewee import SQL, BooleanField, IntegerField, TextField


def up(migrator, db):
    # Not null at once, which spares the tables from being written anew.
    def text(usual=""):
        return TextField(constraints=[SQL(f"DEFAULT '{usual}'")])

    def number(usual):
        return IntegerField(constraints=[SQL(f"DEFAULT {usual}")])

    wanted = (
        ("meeting", "called_off", text()),
        ("meeting", "organizer", text()),
        ("me", "travel_online", number(0)),
        ("me", "travel_neutral", number(15)),
        ("me", "travel_own", number(30)),
        ("me", "holidays", text("here")),
        ("me", "sheet_in_calendar", BooleanField(constraints=[SQL("DEFAULT false")])),
    )
    for table, name, field in wanted:
        migrator.migrate(migrator.add_column(table, name, field, allow_not_null=True))
