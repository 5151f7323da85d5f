"""The terminal's command that writes people, the calendar or everything into an open file."""

from __future__ import annotations

from pathlib import Path

from planner.errors import PlannerError
from ui import saving
from ui.terminal_call import Call
from ui.terminal_output import Told, plain

_PRIVATELY = "{count} with private notes and where they stand: {file}."


def export(call: Call) -> Told:
    from planner.journeys.export_library import OF_PEOPLE, Form, form_of
    from planner.journeys.export_library import export as exported
    from planner.journeys.find_people import matching_people

    given = call.given
    out: Path = given.out
    form = form_of(out)
    if form is Form.CALENDAR and given.private:
        raise PlannerError("A calendar holds no private notes. Leave --private out.")
    if given.search and form not in OF_PEOPLE:
        raise PlannerError(
            f"A {form.value} file holds everything, not some people. Leave --search out, or write "
            "a .vcf or .csv file."
        )
    saving.check(out)
    with call.existing() as store:
        chosen = None
        if given.search:
            chosen = [person.id for person in matching_people(store, given.search)]
            if not chosen:
                raise PlannerError(f"Nobody fits “{given.search}”, so nothing was written.")
        made = exported(store, form, call.now, people=chosen, private=given.private)
        saving.save(out, made.pieces)
    names = {Form.VCARD: "vcard", Form.CSV: "csv", Form.CALENDAR: "calendar", Form.JSON: "json"}
    told = {
        Form.CALENDAR: "The 1-2-1s of {count} are in {file}.",
        Form.JSON: "Everything, with {count} and all private notes, is in {file}.",
    }.get(form, _PRIVATELY if made.private else "{count}: {file}.")
    count = "1 person" if made.people == 1 else f"{made.people} people"
    return Told(
        {
            "file": str(out),
            "format": names[form],
            "people": made.people,
            "private": made.private,
        },
        (told.format(count=count, file=plain(str(out))), *_left_out(made.left_out)),
    )


def _left_out(invented: int) -> tuple[str, ...]:
    return (f"The {invented} people of the sample network are left out.",) if invented else ()
