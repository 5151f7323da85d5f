"""The whole library as one JSON document that any program can read, and that is read back here.

One object: what it is, About me, then a list a kind of record, each named as people name it. What
the library only worked out (the search index, what is remembered until the next change) is not in
it; ids are, and the last id of each kind, so that none is ever given out twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from planner.domain.changes import Kind
from planner.storage.plain_values import plain
from planner.storage.row_rules import DERIVED
from planner.storage.store import Store
from planner.storage.tables import Keys, Record, table_of

FORMAT = "visavis-library"
VERSION = 1  # of this form; grows when an older program could no longer read it rightly

SECTIONS: dict[Kind, str] = {
    Kind.PERSON: "people",
    Kind.FACT: "facts",
    Kind.GROUP: "groups",
    Kind.EVENT: "events",
    Kind.ATTENDANCE: "attendance",
    Kind.TOUCH: "touches",
    Kind.PLACE: "places",
    Kind.MEETING: "meetings",
    Kind.CONVERSATION: "conversations",
    Kind.ANSWER: "answers",
    Kind.PROMISE: "promises",
    Kind.REFERRAL: "referrals",
    Kind.PHOTO: "photos",
    Kind.APART: "apart",
    Kind.ALIAS: "aliases",
    Kind.TRIP: "trips",
    Kind.ASK: "asks",
    Kind.INTRODUCTION: "introductions",
    Kind.OWN_GUIDE: "own_guides",
    Kind.OWN_PROMPT: "own_prompts",
    Kind.MARK: "marks",
    Kind.SETTING: "settings",
}
KINDS = {section: kind for kind, section in SECTIONS.items()}

_AT_ONCE = 500  # rows read at a time: with a picture each, some tens of megabytes at most


def columns(kind: Kind) -> dict[str, Any]:
    """The columns of a kind that the document has, by their names in it."""
    fields = table_of(kind)._meta.sorted_fields
    return {field.name: field for field in fields if field.name not in DERIVED}


def document(store: Store, made: datetime) -> Iterator[bytes]:
    """The library as UTF-8, piece by piece, as it stood at one moment; `made` is now (UTC, naive).

    Others may write meanwhile. The pieces are to be taken in the thread that opened the store.
    """
    for text in _texts(store, made):
        yield text.encode()


def _texts(store: Store, made: datetime) -> Iterator[str]:
    # A reader alone, but one that sees every table at the same moment.
    with store.file.atomic("DEFERRED"):
        head = {
            "format": FORMAT,
            "version": VERSION,
            "schema": store.file.pragma("user_version"),
            "made": made.isoformat(timespec="seconds") + "Z",
            "last_ids": _last_ids(store),
        }
        yield "{\n"
        for name, value in head.items():
            yield f" {_json(name)}: {_json(value)},\n"
        me = next(_records(store, Kind.ME), None)
        yield f' "me": {_json(me)}'
        for kind, section in SECTIONS.items():
            yield f",\n {_json(section)}: ["
            before = "\n  "
            for record in _records(store, kind):
                yield before + _json(record)
                before = ",\n  "
            yield "]" if before == "\n  " else "\n ]"
        yield "\n}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _last_ids(store: Store) -> dict[str, int]:
    given = store.file.rows(Keys.select(Keys.kind, Keys.last).order_by(Keys.kind))
    return {SECTIONS[Kind(kind)]: last for kind, last in given}


def _records(store: Store, kind: Kind) -> Iterator[dict[str, Any]]:
    table: type[Record] = table_of(kind)
    wanted = columns(kind)
    if kind is Kind.ME:
        del wanted["id"]  # there is one
    last = 0
    while True:
        query = table.select(table.id, *wanted.values()).where(table.id > last)
        rows = store.file.rows(query.order_by(table.id).limit(_AT_ONCE))
        for id, *values in rows:
            last = id
            yield {
                name: plain(column, value)
                for (name, column), value in zip(wanted.items(), values, strict=True)
            }
        if len(rows) < _AT_ONCE:
            return
