"""Who talked more in a 1-2-1 and how well its day is known; own guides, questions and marks."""

from peewee import SQL, BooleanField, IntegerField, Model, TextField


def up(migrator, db):
    # Not null at once, which spares the table from being written anew.
    for column in ("talked", "roughly"):
        text = TextField(constraints=[SQL("DEFAULT ''")])
        migrator.migrate(migrator.add_column("meeting", column, text, allow_not_null=True))

    class Table(Model):
        id = IntegerField(primary_key=True)

        class Meta:
            database = db

    class OwnGuide(Table):
        key = TextField()
        title = TextField()
        about = TextField()
        phases = TextField()
        titles = TextField()
        lengths = TextField()
        paces = TextField()

        class Meta:
            table_name = "own_guide"

    class OwnPrompt(Table):
        key = TextField()
        guide = TextField()
        phase = TextField()
        text = TextField()
        principle = TextField()
        why = TextField()
        dont = TextField()
        follow_ups = TextField()
        read_back = TextField()
        depth = IntegerField()
        fills = TextField()
        stages = TextField()
        audience = TextField()
        recalls = TextField()
        topics = TextField()
        always = BooleanField()
        offers = BooleanField()
        removed = BooleanField()

        class Meta:
            table_name = "own_prompt"

    class Mark(Table):
        prompt = TextField()
        liking = TextField()

        class Meta:
            table_name = "mark"

    db.create_tables([OwnGuide, OwnPrompt, Mark], safe=False)
