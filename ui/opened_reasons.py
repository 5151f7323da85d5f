"""Why nothing is done about what a calendar file says, and what the user is asked, in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.incoming import Act, Doubt, Finding, Hitch
from planner.domain.meetings import State
from ui.opened_wording import before, called, headline, to_another_time, when, who

translate = QCoreApplication.translate


def explained(finding: Finding) -> str:
    """Why nothing is done, or what the user is asked; "" where the headline says all."""
    if finding.hitch is not Hitch.NONE:
        return _why_not(finding)
    name = called(finding)
    address = finding.address
    told = {
        Doubt.NONE: "",
        Doubt.ADDRESS: translate(
            "opened",
            "It comes from {address}, which is not an address you have for {name}. Take it only "
            "if you know that it is theirs; it is added to their addresses then.",
        ),
        Doubt.UNSIGNED: translate(
            "opened",
            "It does not say from whom it is. Take it only if you know that {name} sent it.",
        ),
        Doubt.GUEST: translate(
            "opened",
            "It is made out to {guest}. Take it only if that is an address of yours; you answer "
            "by it then.",
        ),
        Doubt.NAME: translate(
            "opened", "The entry names nobody but in its title: “{title}”. Was it a 1-2-1?"
        ),
        Doubt.STRANGER: translate(
            "opened", "{address} is nobody you know yet. {name} would come in with the 1-2-1."
        ),
        Doubt.ENTRY: translate("opened", "It stands in the calendar; nobody sent it."),
        Doubt.UNANSWERED: translate(
            "opened", "Nobody said a clear yes to it. Note it only if you and {name} did meet."
        ),
        Doubt.TIME: "",
        Doubt.VERSION: translate(
            "opened",
            "It names a later version than any you sent. Take it only if you know that {name} "
            "means this 1-2-1.",
        ),
    }[finding.doubt]
    if to_another_time(finding):  # from whomever it is
        other = translate(
            "opened",
            "The answer is to another time than the one planned. Take it only if {name} means this "
            "one too.",
        )
        told = f"{told} {other}".strip()
    title, guest = finding.message.summary, finding.guest
    return told.format(name=name, address=address, title=title, guest=guest)


def _why_not(finding: Finding) -> str:
    name, meeting = called(finding), finding.meeting
    invites = finding.act is Act.UPDATE and finding.hitch in (Hitch.OLDER, Hitch.KNOWN)
    if invites and meeting is not None and meeting.state is State.CANCELLED:
        if meeting.off_by_them:
            told = translate("opened", "{name} called it off since, so nothing was changed.")
            return told.format(name=name)
        return translate("opened", "It was called off since, so nothing was changed.")
    if finding.act is Act.HOLD and finding.hitch is Hitch.SERIES:
        return translate("opened", "It repeats; on which of its days you met is not known.")
    words = {
        Hitch.KNOWN: translate("opened", "It stands so here already."),
        Hitch.OLDER: translate(
            "opened", "This is about an earlier version, so nothing was changed."
        ),
        Hitch.UNKNOWN: translate(
            "opened",
            "There is no such 1-2-1 in your library: it was removed, or planned elsewhere.",
        ),
        Hitch.OVER: translate("opened", "That 1-2-1 is over, so nothing was changed."),
        Hitch.OFF: translate(
            "opened", "It was called off or said no to. Plan a new one if you both like."
        ),
        Hitch.OWN: translate("opened", "You made this file, so there is nothing to do."),
        Hitch.MOVED: translate(
            "opened", "This file has it at another time. Move it here if that is right."
        ),
        Hitch.SENDER: translate(
            "opened",
            "It comes from {address}, not from whoever invited you, so nothing was changed. Ask "
            "{name} whether it is right.",
        ),
        Hitch.FOREIGN: translate(
            "opened",
            "You planned this 1-2-1, but the file says that {address} did, so nothing was "
            "changed. Ask {name} what it is about.",
        ),
        Hitch.ANOTHER: translate(
            "opened",
            "It comes from {address}, which is somebody else’s address, so nothing was changed.",
        ),
        Hitch.SILENT: translate("opened", "It does not say yes or no."),
        Hitch.DELEGATED: translate(
            "opened", "Somebody else would come. Ask {name} whether you still want to meet."
        ),
        Hitch.KEPT: translate("opened", "Your other time does not suit; the 1-2-1 stays as it is."),
        Hitch.ASKS: translate("opened", "Save the invitation once more and send it to {name}."),
        Hitch.SERIES: translate(
            "opened", "It repeats, and a 1-2-1 is planned one at a time. Plan those you want."
        ),
        Hitch.ALL_DAY: translate("opened", "It takes the whole day. Ask for a time of day."),
        Hitch.NO_TIME: translate("opened", "It says no time that can be read."),
        Hitch.TOO_LONG: translate("opened", "It takes longer than eight hours, so it is no 1-2-1."),
        Hitch.PAST: translate("opened", "The time proposed is over already."),
        Hitch.SEVERAL: translate("opened", "More than the two of you are invited."),
        Hitch.ALONE: translate("opened", "It names nobody whom you know."),
        Hitch.STRANGER: translate("opened", "It is with {who}, who is not among your people."),
        Hitch.OTHERS: translate("opened", "It is not an answer to you: you are a guest yourself."),
    }
    return words[finding.hitch].format(name=name, address=finding.address, who=who(finding))


def sentence(finding: Finding, today: date, zone: str, *, taken: bool, would: bool = False) -> str:
    """All of it in one line, as the terminal says it of what was `taken`, or `would` be."""
    comment = finding.message.comment
    parts = [
        headline(finding),
        when(finding, today, zone),
        before(finding, today, zone),
        f"“{comment}”" if comment else "",
    ]
    told = "" if taken else explained(finding)  # nothing is asked any more of what is done
    if finding.can and not (taken or would) and not told:
        told = translate("opened", "Nothing was changed.")
    return " — ".join(part for part in (*parts, told) if part)
