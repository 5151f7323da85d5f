"""How it stands with the user's calendars, in a line and in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from planner.domain.calendar_reads import SAMPLE, Trouble
from ui import day_wording

if TYPE_CHECKING:
    from ui.calendars import Standing
    from ui.session import Session

translate = QCoreApplication.translate

IN_MINUTES = 60  # minutes that are told as such; what is longer ago, by the clock
_PASSING = (Trouble.NOTHING, Trouble.WRITING)  # neither is worth a word of advice
NAMED = 2  # calendars told by their names in one line; more are counted


def called(path: str) -> str:
    """What to call a calendar: its file's or folder's name."""
    if path == SAMPLE:
        return translate("calendars", "the sample calendar")
    return Path(path).name or path


def lies_in(path: str) -> str:
    """The folder a calendar lies in, the user's own told as "~"."""
    folder, home = Path(path).parent, Path.home()
    return f"~/{folder.relative_to(home)}" if home in folder.parents else str(folder)


def line(standing: Sequence[Standing], session: Session) -> str:
    """ "your calendar: work.ics, read 2 minutes ago"; "" when none is named."""
    if not standing:
        return ""
    names = [called(each.path) for each in standing]
    if len(names) == 1:
        told = translate("calendars", "your calendar: {name}").format(name=names[0])
    elif len(names) <= NAMED:
        told = translate("calendars", "your calendars: {one} and {other}").format(
            one=names[0], other=names[1]
        )
    else:
        told = translate("calendars", "your {count} calendars").format(count=len(names))
    return translate("calendars", "{calendars}, {state}").format(
        calendars=told, state=_state(standing, session)
    )


def _state(standing: Sequence[Standing], session: Session) -> str:
    """When the one read longest ago was read, or what is wrong with one of them."""
    troubled = _troubled(standing)
    if len(troubled) == 1 and len(standing) == 1:
        return trouble(troubled[0].trouble)
    if len(troubled) == 1:
        return translate("calendars", "{name} {trouble}").format(
            name=called(troubled[0].path), trouble=trouble(troubled[0].trouble)
        )
    if troubled:
        return translate("calendars", "{count} of them not to be read").format(count=len(troubled))
    read = [each.at for each in standing if each.at is not None]
    if len(read) < len(standing):
        return translate("calendars", "being read…")
    return when(min(read), session)


def trouble(what: Trouble) -> str:
    """What is wrong, in two or three words after the calendar's name."""
    return {
        Trouble.NOTHING: "",
        Trouble.MISSING: translate("calendars", "not found"),
        Trouble.SHUT: translate("calendars", "cannot be read"),
        Trouble.EMPTY: translate("calendars", "without a calendar file"),
        Trouble.WRITING: translate("calendars", "being written"),
        Trouble.SILENT: translate("calendars", "does not answer"),
    }[what]


def when(read: datetime, session: Session) -> str:
    """ "read just now", "read 2 minutes ago", "read at 10:12"; `read` is UTC, naive."""
    minutes = int((session.now() - read).total_seconds() // 60)
    if minutes < 1:
        return translate("calendars", "read just now")
    if minutes == 1:
        return translate("calendars", "read a minute ago")
    if minutes < IN_MINUTES:
        return translate("calendars", "read {minutes} minutes ago").format(minutes=minutes)
    return translate("calendars", "read {when}").format(when=_moment(read, session))


def _moment(read: datetime, session: Session) -> str:
    wall = read.replace(tzinfo=UTC).astimezone(ZoneInfo(session.zone)).replace(tzinfo=None)
    return day_wording.moment(wall, session.today())


def figures(standing: Standing, session: Session) -> str:
    """ "312 events, read 2 minutes ago", or that it is being read for the first time."""
    read = standing.read
    if read is None or (standing.at is None and standing.trouble in _PASSING):
        return translate("calendars", "Being read…")
    told = events(read.events)
    if read.folder and len(read.parts) != 1:
        told = translate("calendars", "{events} in {files} files").format(
            events=told, files=f"{len(read.parts):,}"
        )
    if standing.at is None:
        return ""
    return translate("calendars", "{events}, {state}").format(
        events=told, state=when(standing.at, session)
    )


def events(count: int) -> str:
    if count == 1:
        return translate("calendars", "1 event")
    return translate("calendars", "{count} events").format(count=f"{count:,}")


def advice(standing: Standing, session: Session) -> str:
    """What is wrong with a calendar and what can be done; "" when nothing is."""
    if not standing.trouble and standing.read is not None and not standing.read.events:
        skipped = standing.read.skipped
        return skipped[0][1].reason if len(skipped) == 1 else ""  # it is no calendar, and why
    said = {
        Trouble.NOTHING: "",
        Trouble.MISSING: translate(
            "calendars",
            "It is not there. If it was moved or renamed, remove it here and add it where it is.",
        ),
        Trouble.SHUT: translate(
            "calendars", "It is there, but cannot be read. Look whether you may open it."
        ),
        Trouble.EMPTY: translate(
            "calendars", "There is no file in this folder whose name ends in .ics."
        ),
        Trouble.WRITING: translate(
            "calendars", "Another program is writing it; it is read once that is done."
        ),
        Trouble.SILENT: translate(
            "calendars", "Its disk or network does not answer. It is read once it does."
        ),
    }[standing.trouble]
    if not said or standing.at is None:
        return said
    still = translate("calendars", "What it said {when} still counts.")
    return f"{said} {still.format(when=_moment(standing.at, session))}"


def left_out(count: int) -> str:
    """The link to what was not read of a calendar as it stands there."""
    if count == 1:
        return translate("calendars", "1 thing was not clear…")
    return translate("calendars", "{count} things were not clear…").format(count=f"{count:,}")


def note(standing: Sequence[Standing]) -> tuple[str, str]:
    """What is to be known of them where times are chosen, and the link to where they are named.

    That none is named, or that some cannot be read; blank when all is well.
    """
    if not standing:
        return (
            translate("calendars", "So far these times know of your 1-2-1s alone."),
            translate("calendars", "Add your calendar"),
        )
    troubled = _troubled(standing)
    if not troubled:
        return "", ""
    if all(each.at is not None for each in troubled):
        words = translate("calendars", "These times go by what was last read of {names}.")
    else:
        words = translate("calendars", "These times do not know when {names} says you are taken.")
    names = translate("calendars", ", ").join(called(each.path) for each in troubled)
    return words.format(names=names), translate("calendars", "Your calendars")


def _troubled(standing: Sequence[Standing]) -> list[Standing]:
    """Those that cannot be read, and not just for a moment."""
    return [each for each in standing if each.trouble not in _PASSING]
