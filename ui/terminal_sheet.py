"""The terminal's command for cheat-sheets: for people, a 1-2-1, or all of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.errors import NotFound, PlannerError
from ui import saving
from ui.terminal_call import Call
from ui.terminal_output import Told, plain

if TYPE_CHECKING:
    from pathlib import Path

    from planner.domain.sheet import Sheet
    from planner.storage.store import Store

TEXT, POCKET = "text", "pocket"
TEXT_ENDINGS = (".txt", ".text", ".md", ".json", ".html", ".csv", ".docx", ".odt")
HELD_TOGETHER = str.maketrans("", "", "\u202a\u202b\u202c")  # as text within a text is held


def sheet(call: Call) -> Told:
    given = call.given
    kind = given.format or given.paper or "a4"
    if given.paper and kind in ("a4", "letter") and kind != given.paper:
        raise PlannerError("--format and --paper name two papers. Say one of them.")
    _check_together(given.large, given.paper, kind)
    if given.out is not None:
        _check_name(given.out, kind)
        saving.check(given.out)
    elif kind != TEXT:
        raise PlannerError("Say where to write it: --out FILE.pdf, or --format text to read it.")
    with call.existing() as store:
        sheets = _sheets(call, store)
    if kind == TEXT:
        return _text(call, sheets)
    return _pdf(call, sheets, kind)


def _check_together(large: bool, paper: str | None, kind: str) -> None:
    """Refuses options of which one would go unheeded."""
    if kind == TEXT and (large or paper):
        raise PlannerError("--large and --paper are for print. Leave them out of --format text.")
    if kind == POCKET and large:
        from ui.sheet_form import LARGE_POCKET

        raise PlannerError(LARGE_POCKET)


def _check_name(out: Path, kind: str) -> None:
    """Refuses a name that says something else than is written under it."""
    if str(out) == "-":
        raise PlannerError("--out names a file. Without it, --format text is printed.")
    ending = out.suffix.casefold()
    if kind == TEXT and ending == ".pdf":
        raise PlannerError(f"{out} would hold text. Name it .txt, or leave out --format text.")
    if kind != TEXT and ending in TEXT_ENDINGS:
        raise PlannerError(f"{out} would hold a PDF. Name it .pdf, or say --format text.")


def _sheets(call: Call, store: Store) -> tuple[Sheet, ...]:
    from planner.journeys.find_people import one_person
    from planner.journeys.prepare_sheet import prepare, prepare_day
    from planner.journeys.question_library import question_library

    given, library, today = call.given, question_library(store), call.today(store)
    if given.day is not None:
        return prepare_day(store, library, given.day, today)
    if given.meeting is not None:
        if store.meetings.find(given.meeting) is None:
            raise NotFound(f"No 1-2-1 in the library has the id {given.meeting}.")
        return (prepare(store, library, today, meeting_id=given.meeting),)
    people = [one_person(store, words) for words in given.person]
    once = dict.fromkeys(person.id for person in people)
    return tuple(prepare(store, library, today, person_id=id) for id in once)


def _text(call: Call, sheets: tuple[Sheet, ...]) -> Told:
    """On stdout as lines that a terminal shows and does not obey, in a file as they are."""
    from ui.sheet_plain import plain_text

    text, out = plain_text(sheets), call.given.out
    names = [one.name for one in sheets]
    if out is None:
        pages = [{"name": one.name, "text": plain_text((one,))} for one in sheets]
        return Told(pages, tuple(map(_shown, text.rstrip("\n").split("\n"))))
    saving.save(out, text.encode())
    document = {"file": str(out), "format": TEXT, "people": names}
    return Told(document, (_done(sheets, str(out), ""),))


def _shown(line: str) -> str:
    """A line as it stands, indented as it is, without the page's own marks of reading direction."""
    indent = " " * (len(line) - len(line.lstrip(" ")))
    return indent + plain(line.translate(HELD_TOGETHER))


def _pdf(call: Call, sheets: tuple[Sheet, ...], kind: str) -> Told:
    from ui.printing import write_pdf
    from ui.sheet_paper import Paper

    given = call.given
    paper = Paper(given.paper or "a4").pocket if kind == POCKET else Paper(kind)
    write_pdf(sheets, given.out, paper, large=given.large)
    document = {
        "file": str(given.out),
        "pages": len(sheets),
        "paper": paper.whole.value,
        "format": kind,
        "large": given.large,
        "people": [one.name for one in sheets],
    }
    return Told(document, (_done(sheets, str(given.out)),))


def _done(sheets: tuple[Sheet, ...], out: str, each: str = ", a page each") -> str:
    if len(sheets) == 1:
        return f"The cheat-sheet for {plain(sheets[0].name)} is in {plain(out)}."
    return f"{len(sheets)} cheat-sheets are in {plain(out)}{each}."
