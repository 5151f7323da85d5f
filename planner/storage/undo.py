"""Taking a change back: the rows as they were before it, written like any other change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from planner.domain.changes import FILES_GIVEN, Change, Edit, Kind, Row, setting_about
from planner.domain.conversation import Step
from planner.domain.first_names import given_name
from planner.domain.in_bulk import in_bulk
from planner.domain.meetings import PLANNED
from planner.errors import NotFound, PlannerError
from planner.storage.conversation_tables import Conversation
from planner.storage.removing import forget_about
from planner.storage.rows import Rows
from planner.storage.tables import Setting
from planner.storage.transaction import Ledger

# What an invitation or calendar file already told others. It stays once something was written:
# calendars drop an update whose SEQUENCE or DTSTAMP went back (RFC 5546, 2.1.4 and 2.1.5).
_TOLD = {Kind.MEETING: ("sequence", "stamp", "invited")}
_TOLD_SINCE = "stamp"
_PLANNED = frozenset(state.value for state in PLANNED)
# What a guest has to be told anew when it changes, an undo included.
_SCHEDULE = ("starts", "zone", "minutes", "place", "state")


def take_back(change: Change, ledger: Ledger) -> Change:
    """Undoes a change; returns what that did.

    PlannerError as `apply`, and when it planned a 1-2-1 that stands in somebody's calendar by
    now: without the 1-2-1 nothing could ever take it out of there.
    """
    with in_bulk(len(change.edits)), ledger.transaction() as work:
        _refuse_while_in_a_calendar(change.added(Kind.MEETING), ledger)
        apply(change.reversed().edits, ledger)
    return work.change


def apply(edits: tuple[Edit, ...], ledger: Ledger) -> Change:
    """Makes the edits again, or backwards ones; returns what that did.

    An altered record gets back the columns the edit altered, no others: what happened to it since
    stays. Raises PlannerError, with nothing written, when a record to alter or remove is gone, one
    to bring back is there, or something has come to depend on it.
    """
    try:
        with in_bulk(len(edits)), ledger.transaction() as work:
            _refuse_once_talked([one for one in edits if one.kind is Kind.CONVERSATION], ledger)
            for (kind, sort), run in groupby(edits, key=_kind_and_sort):
                _SORTS[sort](Rows(kind, ledger), list(run), ledger)
    except NotFound as error:
        raise PlannerError(
            "This can no longer be undone: what it was about has been changed or removed since. "
            "Everything was left as it is."
        ) from error
    return work.change


def _kind_and_sort(edit: Edit) -> tuple[Kind, str]:
    if edit.before is None:
        return edit.kind, "bring back"
    return edit.kind, "take away" if edit.after is None else "alter"


def _refuse_while_in_a_calendar(meetings: Sequence[int], ledger: Ledger) -> None:
    """PlannerError when a calendar file of one of the 1-2-1s was given out."""
    if not meetings:
        return
    settings = Rows(Kind.SETTING, ledger)
    names = {setting_about(FILES_GIVEN, Kind.MEETING, id): id for id in meetings}
    given = {
        names[settings.named(row)["name"]] for row in settings.among(Setting.name, list(names))
    }
    rows, people = Rows(Kind.MEETING, ledger), Rows(Kind.PERSON, ledger)
    for meeting in map(rows.named, rows.with_ids(meetings)):
        invited = meeting["invited"]
        if invited or meeting["id"] in given:
            (person,) = people.with_ids([meeting["person_id"]])
            who = given_name(people.named(person)["name"]) or "the guest"
            what = f"{who} has the invitation" if invited else "its calendar file was written"
            instead = "Call it off instead" if meeting["state"] in _PLANNED else "It stays"
            raise PlannerError(
                f"Planning the 1-2-1 with {who} cannot be undone: {what} already. {instead}, so "
                "that calendars can be told."
            )


def _refuse_once_talked(edits: Sequence[Edit], ledger: Ledger) -> None:
    """PlannerError when a 1-2-1 was begun since what was prepared for it: that is being talked."""
    if not edits:
        return
    rows = Rows(Kind.CONVERSATION, ledger)
    now = {row[0]: rows.named(row) for row in rows.with_ids([edit.id for edit in edits])}
    talked = False
    for edit in edits:
        if edit.before is not None:
            prepared = rows.named(edit.before)["step"] == Step.PREPARED
            talked |= prepared and edit.id in now and now[edit.id]["step"] != Step.PREPARED
        elif edit.after is not None and (back := rows.named(edit.after))["step"] == Step.PREPARED:
            talked |= bool(rows.among(Conversation.meeting, [back["meeting_id"]]))
    if talked:
        raise PlannerError(
            "You have begun this 1-2-1 since, so what was prepared for it stays as it is."
        )


def _bring_back(rows: Rows, edits: list[Edit], ledger: Ledger) -> None:
    rows.insert([edit.after for edit in edits if edit.after is not None])


def _take_away(rows: Rows, edits: list[Edit], ledger: Ledger) -> None:
    there = _there(rows, edits)
    forget_about(rows.kind, list(there), ledger)
    rows.delete([there[edit.id] for edit in edits])


def _alter(rows: Rows, edits: list[Edit], ledger: Ledger) -> None:
    there = _there(rows, edits)
    then = dict(there)
    for edit in edits:
        then[edit.id] = _altered(rows, edit, then[edit.id])
    rows.update_many(list(there.values()), list(then.values()))


def _there(rows: Rows, edits: list[Edit]) -> dict[int, Row]:
    """The records edits are about, as they are now; NotFound when one is gone."""
    ids = {edit.id for edit in edits}
    there = {row[0]: row for row in rows.with_ids(sorted(ids))}
    if len(there) < len(ids):
        raise NotFound("A record to alter or remove is gone.")
    return there


def _altered(rows: Rows, edit: Edit, row: Row) -> Row:
    """The row with the columns an edit altered, but for what others were told already."""
    told = _TOLD.get(edit.kind)
    if told is None and edit.after is not None and row == edit.before:
        return edit.after  # nothing happened to it since
    altered: dict[str, Any] = {
        name: after
        for name, before, after in zip(
            rows.columns, edit.before or (), edit.after or (), strict=True
        )
        if before != after
    }
    if told is None:
        return rows.altered(row, altered)
    now = rows.named(row)
    if now[_TOLD_SINCE] is not None and not now["organizer"]:  # theirs they number themselves
        altered = {name: value for name, value in altered.items() if name not in told}
        if any(altered.get(name, now[name]) != now[name] for name in _SCHEDULE):
            altered["sequence"] = now["sequence"] + 1
    return rows.altered(row, altered)


_SORTS = {"bring back": _bring_back, "take away": _take_away, "alter": _alter}
