"""How what a check found is told; the same in the window and in the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from planner.domain.changes import Kind
from planner.domain.soundness import Finding, Trouble

translate = QCoreApplication.translate

MOST_TOLD = 200  # sentences; whoever has more is served better by a backup


def sentences(findings: Iterable[Finding]) -> list[str]:
    """A sentence for each thing that is wrong; what is wrong with the pages is told as one."""
    found = list(findings)
    told = []
    for trouble in Trouble:
        of_sort = [finding for finding in found if finding.trouble is trouble]
        if trouble in (Trouble.FILE, Trouble.LOOKUP):
            of_sort = of_sort[:1]
        told += [sentence(finding) for finding in of_sort]
    if len(told) > MOST_TOLD:
        more = translate("check", "and {count} more.").format(count=f"{len(told) - MOST_TOLD:,}")
        told[MOST_TOLD:] = [more]
    return told


def sentence(finding: Finding) -> str:
    """What is wrong, in words for whoever owns the data."""
    return _WORDED[finding.trouble](finding)


def _file(finding: Finding) -> str:
    return translate(
        "check",
        "The file itself is damaged: parts of it can no longer be read. Go back to a backup.",
    )


def _lookup(finding: Finding) -> str:
    return translate(
        "check", "An index inside the file is out of step with what it is about; nothing is lost."
    )


def _unreadable(finding: Finding) -> str:
    return translate("check", "{record}: {column} cannot be read.").format(
        record=_record(finding), column=_column(finding.column)
    )


def _loose(finding: Finding) -> str:
    return translate("check", "{record} belongs to {owner} not in the library any more.").format(
        record=_record(finding), owner=_owner(finding.owner)
    )


def _index(finding: Finding) -> str:
    if not finding.count:
        return translate("check", "The search is broken and finds nothing; nothing is lost.")
    if finding.count == 1:
        return translate("check", "The search lags behind: one entry is missing or out of date.")
    return translate(
        "check", "The search lags behind: {count} entries are missing or out of date."
    ).format(count=f"{finding.count:,}")


def _backup(finding: Finding) -> str:
    return translate("check", "The backup {name} is not sound; do not rely on it.").format(
        name=finding.title
    )


def _room(finding: Finding) -> str:
    return translate(
        "check", "Only {count} MB of room is left on the disk that holds the library. Make room."
    ).format(count=f"{finding.count:,}")


_WORDED = {
    Trouble.FILE: _file,
    Trouble.UNREADABLE: _unreadable,
    Trouble.LOOSE: _loose,
    Trouble.LOOKUP: _lookup,
    Trouble.INDEX: _index,
    Trouble.BACKUP: _backup,
    Trouble.ROOM: _room,
}


def _record(finding: Finding) -> str:
    """ "A promise (“send the deck”)"."""
    names = {
        Kind.ME: translate("check", "About me"),
        Kind.PERSON: translate("check", "A person"),
        Kind.FACT: translate("check", "A fact"),
        Kind.GROUP: translate("check", "A group"),
        Kind.EVENT: translate("check", "An event"),
        Kind.ATTENDANCE: translate("check", "A note of where you met"),
        Kind.TOUCH: translate("check", "A touch"),
        Kind.PLACE: translate("check", "A place"),
        Kind.MEETING: translate("check", "A 1-2-1"),
        Kind.CONVERSATION: translate("check", "A conversation"),
        Kind.ANSWER: translate("check", "An answer"),
        Kind.PROMISE: translate("check", "A promise"),
        Kind.REFERRAL: translate("check", "A referral"),
        Kind.PHOTO: translate("check", "A picture"),
        Kind.APART: translate("check", "A note that two people are not one"),
        Kind.ALIAS: translate("check", "Another name somebody goes by"),
        Kind.TRIP: translate("check", "A trip"),
        Kind.ASK: translate("check", "An ask"),
        Kind.INTRODUCTION: translate("check", "An introduction"),
        Kind.OWN_GUIDE: translate("check", "A guide of your own"),
        Kind.OWN_PROMPT: translate("check", "A question of your own"),
        Kind.MARK: translate("check", "A question marked as a favourite or left out"),
        Kind.SETTING: translate("check", "A setting"),
    }
    name = names[finding.kind] if finding.kind is not None else ""
    if not finding.title:
        return name
    return translate("check", "{record} (“{title}”)").format(record=name, title=finding.title)


def _column(name: str) -> str:
    """What of a record, as a sentence goes on: "the day you connected"."""
    told = {
        "connected_on": translate("check", "the day you connected"),
        "rests_until": translate("check", "the day until which they rest"),
        "put_off": translate("check", "how often they were put off"),
        "let_go": translate("check", "whether you let them go"),
        "noted_on": translate("check", "the day it was noted"),
        "made_on": translate("check", "the day it was made"),
        "done_on": translate("check", "the day it was done"),
        "due": translate("check", "the day it is due"),
        "starts": translate("check", "the time it begins"),
        "starts_utc": translate("check", "the time it begins"),
        "fit": translate("check", "how well they fit"),
        "rhythm": translate("check", "how often to keep in touch"),
        "stamp": translate("check", "the time of the invitation"),
        "created": translate("check", "the time it was planned"),
    }
    if name in told:
        return told[name]
    return translate("check", "the {column}").format(column=name.replace("_", " "))


def _owner(kind: Kind | None) -> str:
    """Whom something belongs to, as far as the verb."""
    if kind is Kind.PERSON:
        return translate("check", "a person who is")
    if kind is Kind.MEETING:
        return translate("check", "a 1-2-1 that is")
    if kind is Kind.GROUP:
        return translate("check", "a group that is")
    return translate("check", "an event that is")
