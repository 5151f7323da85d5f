"""How backups are told: when, how large, what is in them, and what differs from now."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from planner.domain.backups import BY_HAND, DAMAGED, KEPT, Contents
from planner.journeys.restore_library import Candidate
from ui import day_wording

translate = QCoreApplication.translate


def when(made: datetime, today: date) -> str:
    """ "Yesterday 18:02", "Thu 12 November 09:30": to begin a line with."""
    days_ago = (today - made.date()).days
    if days_ago == 0:
        day = translate("backups", "Today")
    elif days_ago == 1:
        day = translate("backups", "Yesterday")
    else:
        day = day_wording.full_day(made.date(), today.year)
    return translate("backups", "{day}, {time}").format(day=day, time=day_wording.clock_time(made))


def within(made: datetime, today: date) -> str:
    """ "yesterday 18:02", "12 Nov 09:30": the same within a sentence."""
    return day_wording.moment(made, today)


def what(candidate: Candidate) -> str:
    """A few words on what sort of file it is."""
    if candidate.aside == KEPT:
        return translate("backups", "your library until then")
    if candidate.aside == DAMAGED:
        return translate("backups", "your library, damaged")
    if candidate.backup is None:
        return translate("backups", "chosen")
    return {
        "": translate("backups", "daily"),
        BY_HAND: translate("backups", "made by hand"),
        "update": translate("backups", "before an update"),
        "mending": translate("backups", "before mending"),
        "encryption": translate("backups", "before encrypting"),
    }.get(candidate.backup.before, candidate.backup.before)


def size(octets: int) -> str:
    """ "2.1 MB"."""
    return QLocale().formattedDataSize(octets, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def figures(contents: Contents) -> str:
    """ "213 people, 40 1-2-1s, 12 promises, 80 facts": facts and notes where there are any."""
    told = [
        people(contents.people),
        meetings(contents.meetings),
        promises(contents.promises),
    ]
    if contents.facts:
        told.append(facts(contents.facts))
    if contents.notes:
        told.append(notes(contents.notes))
    return ", ".join(told)


def people(count: int) -> str:
    if count == 1:
        return translate("backups", "1 person")
    return translate("backups", "{count} people").format(count=f"{count:,}")


def meetings(count: int) -> str:
    if count == 1:
        return translate("backups", "one 1-2-1")
    return translate("backups", "{count} 1-2-1s").format(count=f"{count:,}")


def promises(count: int) -> str:
    if count == 1:
        return translate("backups", "1 promise")
    return translate("backups", "{count} promises").format(count=f"{count:,}")


def facts(count: int) -> str:
    if count == 1:
        return translate("backups", "1 fact")
    return translate("backups", "{count} facts").format(count=f"{count:,}")


def notes(count: int) -> str:
    if count == 1:
        return translate("backups", "1 note")
    return translate("backups", "{count} notes").format(count=f"{count:,}")


def differences(then: Contents, now: Contents | None) -> list[str]:
    """What would be different after going back: what there is less of, and more of, than now."""
    if now is None:
        return []
    fewer, more = [], []
    for worded, there, here in (
        (people, then.people, now.people),
        (meetings, then.meetings, now.meetings),
        (promises, then.promises, now.promises),
        (facts, then.facts, now.facts),
        (notes, then.notes, now.notes),
    ):
        if there < here:
            fewer.append(worded(here - there))
        elif there > here:
            more.append(worded(there - here))
    told = []
    if fewer:
        told.append(translate("backups", "{what} fewer than now").format(what=", ".join(fewer)))
    if more:
        told.append(translate("backups", "{what} more than now").format(what=", ".join(more)))
    return told or [translate("backups", "As much of everything as now")]


def unread(count: int) -> str:
    """Of backups that were not read: "4 backups are encrypted with another passphrase …"."""
    if count == 1:
        return translate(
            "backups", "One backup is encrypted with another passphrase and was not read"
        )
    return translate(
        "backups", "{count} backups are encrypted with another passphrase and were not read"
    ).format(count=f"{count:,}")


def last_noted(contents: Contents, today: date) -> str:
    """ "Last noted in it: 3 Nov"; "" where nothing was."""
    if contents.last_noted is None:
        return ""
    return translate("backups", "Last noted in it: {day}").format(
        day=day_wording.short_day(contents.last_noted, today)
    )


def last_held(contents: Contents, today: date) -> str:
    """ "Last 1-2-1 in it: Maya Okafor, 3 Nov"; "" where none was held."""
    if contents.last_on is None:
        return ""
    return translate("backups", "Last 1-2-1 in it: {name}, {day}").format(
        name=contents.last_with, day=day_wording.short_day(contents.last_on, today)
    )
