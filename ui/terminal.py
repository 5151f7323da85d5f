"""The program in a terminal: the same journeys as the window, without a display."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from planner import APP, __version__
from planner.errors import LibraryDamaged, PlannerError
from ui import terminal_commands as commands
from ui import terminal_import as with_files
from ui import terminal_meetings as with_meetings
from ui import terminal_safety as safety
from ui.terminal_busy import busy as busy_times
from ui.terminal_calendars import calendars
from ui.terminal_call import Call, Command
from ui.terminal_duplicates import duplicates
from ui.terminal_export import export as export_everything
from ui.terminal_guide import guide as guide_for_talk
from ui.terminal_open import open_files as open_calendar_files
from ui.terminal_output import complain, fall_silent, speak_utf8, tell
from ui.terminal_sheet import sheet as write_sheet
from ui.terminal_slots import slots as free_slots

if TYPE_CHECKING:
    from planner.storage.store import Store

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
INTERRUPTED = 130  # 128 + SIGINT, as shells count

FIRST_YEAR, LAST_YEAR = 1971, 2199  # of a 1-2-1 too; nearer the ends of time, sums overflow

ABOUT = (
    "A planner for 1-2-1 meetings: whom to meet next and why, how to lead the conversation, "
    "what was promised. Without a command it opens the window; contact files named instead of a "
    "command are brought in there, calendar files opened."
)


def run(
    argv: Sequence[str],
    open_store: Callable[[Path | None], Store],
    default_library: Callable[[], Path] | None = None,
) -> int:
    """Carries out one command and returns the exit code: 0 done, 1 refused, 2 wrong usage.

    `argv` is without the program's name. `open_store` opens the library at a path, the user's
    own for None; `default_library` says where that is, for what must not make one.
    """
    speak_utf8()
    try:
        return _carry_out(argv, open_store, default_library)
    except PlannerError as refusal:
        complain(str(refusal))
        return REFUSED
    except BrokenPipeError:
        fall_silent(sys.stdout, sys.stderr)
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    top = _Parser(prog=APP, description=ABOUT, allow_abbrev=False)
    top.add_argument("--library", type=Path, metavar="FILE", help="the library to use")
    top.add_argument("--json", action="store_true", help="print one JSON document")
    top.add_argument("--version", action="version", version=f"visavis {__version__}")
    found = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, carry_out: Command, about: str) -> argparse.ArgumentParser:
        made = found.add_parser(name, help=about, description=about, allow_abbrev=False)
        made.add_argument(
            "--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS
        )
        made.set_defaults(carry_out=carry_out)
        return made

    add("sample", commands.sample, "load the sample network: thirty invented people")

    people = add("people", commands.people, "list people")
    people.add_argument("--search", default="", metavar="TEXT", help="words they must have")

    bring_in = add("import", with_files.bring_in, "bring people in from contact files")
    bring_in.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring_in.add_argument("--dry-run", action="store_true", help="only say what would change")
    bring_in.add_argument(
        "--map", action="append", type=with_files.column_told, default=[], metavar="COLUMN=MEANING",
        help="what a column of a CSV file means, such as Mitglied=name; may be given again",
    )  # fmt: skip

    twice = add("duplicates", duplicates, "list who may be in the library twice, and why")
    what = twice.add_mutually_exclusive_group()
    what.add_argument(
        "--merge", type=_count, nargs=2, metavar=("KEEP", "OTHER"), help="make these two ids one"
    )
    what.add_argument(
        "--apart", type=_count, nargs=2, metavar=("ID", "OTHER"), help="they are two; ask no more"
    )

    suggest = add("suggest", commands.suggest, "whom to meet next, and why")
    suggest.add_argument("--count", type=_count, default=5, metavar="N")
    suggest.add_argument("--today", type=_day, metavar="DATE", help="as if it were that day")

    when = add("slots", free_slots, "tell when a 1-2-1 could be, around your calendars")
    when.add_argument(
        "person", nargs="?", metavar="PERSON", help="with whom: an id, an e-mail or a name"
    )
    when.add_argument("--from", dest="first", type=_day, metavar="DATE", help="today, if not said")
    when.add_argument(
        "--to", dest="last", type=_day, metavar="DATE", help="the last day; two weeks, if not said"
    )
    when.add_argument("--minutes", type=_count, metavar="N", help="its length: 45, if not said")
    when.add_argument(
        "--place", default="", metavar="TEXT", help="where, for the time on the way there and back"
    )
    when.add_argument(
        "--full-weeks", action="store_true", help="also weeks with as many 1-2-1s as you want"
    )

    when.add_argument("--zone", metavar="ZONE", help="as if you were there: such as Europe/London")

    named = add("calendars", calendars, "list the calendars around which you plan, or name more")
    named.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="a file or a folder")
    named.add_argument("--forget", action="store_true", help="look into these no more")

    busy = add("busy", busy_times, "tell when calendar files say you are taken")
    busy.add_argument("files", nargs="+", type=Path, metavar="FILE", help="or a folder of them")
    busy.add_argument(
        "--from", dest="first", type=_any_day, required=True, metavar="DATE", help="the first day"
    )
    busy.add_argument(
        "--to",
        dest="last",
        type=_any_day,
        required=True,
        metavar="DATE",
        help="the day to end before: up to, not including",
    )
    busy.add_argument("--zone", metavar="ZONE", help="such as Europe/London")

    plan = add("plan", with_meetings.plan, "plan a 1-2-1 and write its calendar file")
    plan.add_argument("person", metavar="PERSON", help="an id, an e-mail, or a name that fits one")
    _when_and_where(plan, at_needed=True)
    plan.set_defaults(minutes=with_meetings.MINUTES, place="")
    _calendar_file(plan)

    reschedule = add("reschedule", with_meetings.reschedule, "move a 1-2-1 and write the update")
    reschedule.add_argument("meeting", type=int, metavar="MEETING", help="its id")
    _when_and_where(reschedule, at_needed=True)
    _calendar_file(reschedule)

    cancel = add("cancel", with_meetings.cancel, "call a 1-2-1 off and write the cancellation")
    cancel.add_argument("meeting", type=int, metavar="MEETING", help="its id")
    cancel.add_argument("--by", choices=("me", "them"), default="", help="who called it off")
    _calendar_file(cancel)

    agree = add("agree", with_meetings.agree, "mark a 1-2-1 agreed and write its calendar file")
    agree.add_argument("meeting", type=int, metavar="MEETING", help="its id")
    _calendar_file(agree)

    write = add("write", with_meetings.write, "write a 1-2-1's calendar file once more, as it is")
    write.add_argument("meeting", type=int, metavar="MEETING", help="its id")
    _calendar_file(write)

    add("meetings", with_meetings.meetings, "list 1-2-1s")

    incoming = add(
        "open", open_calendar_files, "do what calendar files say: answers, invitations, 1-2-1s held"
    )
    incoming.add_argument("files", nargs="+", type=Path, metavar="FILE.ics")
    incoming.add_argument("--dry-run", action="store_true", help="only say what would be done")
    incoming.add_argument(
        "--all", action="store_true", help="do what the window would ask about, too"
    )

    calendar = add(
        "export-calendar", with_meetings.export_calendar, "write all 1-2-1s as one calendar"
    )
    calendar.add_argument("out", type=Path, metavar="FILE.ics")
    calendar.add_argument("--tasks", action="store_true", help="with your promises as tasks")
    calendar.add_argument(
        "--subscribe", action="store_true",
        help="keep this file up to date from now on, for programs that subscribe to it",
    )  # fmt: skip

    export = add(
        "export", export_everything, "write people, the calendar or everything into a file"
    )
    export.add_argument(
        "out", type=Path, metavar="FILE", help="its ending says what: .vcf, .csv, .ics or .json"
    )
    export.add_argument(
        "--private", action="store_true", help="with private notes and where people stand"
    )
    export.add_argument(
        "--search", default="", metavar="TEXT", help="only people who have these words"
    )

    add("check", safety.check, "look through the library for what is wrong")

    backup = add("backup", safety.backup, "copy the whole library into a file")
    backup.add_argument("out", type=Path, metavar="FILE")

    restore = add("restore", safety.restore, "go back to a backup, or to a JSON export")
    restore.add_argument("backup", type=Path, metavar="FILE")

    lead = add("guide", guide_for_talk, "tell which questions to take to a 1-2-1, and why each")
    lead.add_argument("person", metavar="PERSON", help="an id, an e-mail, or a name that fits one")
    lead.add_argument(
        "--minutes", type=_length, metavar="N", help="10 to 240: chosen afresh for that long"
    )
    lead.add_argument("--today", type=_day, metavar="DATE", help="as if it were that day")

    sheet = add("sheet", write_sheet, "write the cheat-sheet for a 1-2-1, or for all of a day")
    whose = sheet.add_mutually_exclusive_group(required=True)
    whose.add_argument(
        "person", nargs="*", default=(), metavar="PERSON", help="an id, an e-mail or a name"
    )
    whose.add_argument("--meeting", type=int, metavar="ID", help="of a certain 1-2-1")
    whose.add_argument("--day", type=_day, metavar="DATE", help="of every 1-2-1 of that day")
    sheet.add_argument(
        "--format", choices=("a4", "letter", "pocket", "text"), help="a4, if not said"
    )
    sheet.add_argument(
        "--paper", choices=("a4", "letter"), help="what a pocket card is made of: a4, if not said"
    )
    sheet.add_argument("--large", action="store_true", help="in large print: a4 or letter")
    sheet.add_argument("--out", type=Path, metavar="FILE", help="the PDF or text to write")
    sheet.add_argument("--today", type=_day, metavar="DATE", help="as if it were that day")
    top.set_defaults(commands=frozenset(found.choices))
    return top


def is_command(word: str) -> bool:
    """Whether there is a command of this name."""
    return word in parser().get_default("commands")


def _carry_out(
    argv: Sequence[str],
    open_store: Callable[[Path | None], Store],
    default_library: Callable[[], Path] | None,
) -> int:
    try:
        given = parser().parse_args(argv)
    except SystemExit as left:  # after --help, or after saying what is wrong
        return left.code if isinstance(left.code, int) else WRONG_USAGE
    call = Call(
        given=given,
        now=datetime.now(UTC).replace(tzinfo=None),
        open_store=open_store,
        default_library=default_library,
    )
    try:
        told = given.carry_out(call)
    except LibraryDamaged as damage:
        raise LibraryDamaged(f"{damage}{safety.advice_for(call)}") from damage
    try:
        tell(told, in_json=given.json)
    except BrokenPipeError:
        raise
    except OSError as error:
        fall_silent(sys.stdout)
        why = f"the answer could not be written: {error.strerror}."
        if told.refused:
            raise PlannerError(f"{told.refused} Also {why}") from error
        raise PlannerError(f"{told.warning} The command was carried out, but {why}") from error
    if told.warning:
        complain(told.warning)
    if told.refused:
        complain(told.refused)
        return REFUSED
    return DONE


def _when_and_where(to: argparse.ArgumentParser, *, at_needed: bool) -> None:
    to.add_argument(
        "--at", type=_wall_time, required=at_needed, metavar="TIME",
        help="as clocks there show it: 2026-12-01T08:30",
    )  # fmt: skip
    to.add_argument("--minutes", type=_count, metavar="N")
    to.add_argument("--zone", metavar="ZONE", help="such as Europe/London")
    to.add_argument("--place", metavar="TEXT")


def _calendar_file(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "--invite", action="store_true", help="write it for the guest, not for your own calendar"
    )
    to.add_argument(
        "--email", metavar="ADDRESS", help="your own, for the invitation; About me keeps it"
    )
    to.add_argument("--out", type=Path, required=True, metavar="FILE.ics")


def _wall_time(text: str) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        time = None
    if time is None or time.tzinfo is not None or ":" not in text:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day and time such as 2026-12-01T08:30")
    return time


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-12-01") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"the year must be from {FIRST_YEAR} to {LAST_YEAR}")
    return day


def _any_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-12-01") from None


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return int(text)


def _length(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 10 <= int(text) <= 240):
        raise argparse.ArgumentTypeError(f"{text!r}: a 1-2-1 takes 10 to 240 minutes")
    return int(text)


class _Parser(argparse.ArgumentParser):
    """Says on stderr how the command goes and what is wrong; what was typed is not obeyed."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        complain(f"{self.prog}: {message}")
        self.exit(WRONG_USAGE)
