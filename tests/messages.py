"""Calendar files as the programs in use send and save them, about made up people."""

from __future__ import annotations

from pathlib import Path

ME = "ada@mail.example"
MAYA = "maya@harbour.example"

# Outlook names zones as Windows does, and says them with rules from 1601.
LONDON = """\
BEGIN:VTIMEZONE
TZID:GMT Standard Time
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


def calendar(method: str, *parts: str, product: str = "-//Test//EN") -> str:
    said = f"METHOD:{method}\n" if method else ""
    return f"BEGIN:VCALENDAR\nPRODID:{product}\nVERSION:2.0\n{said}{''.join(parts)}END:VCALENDAR\n"


def event(*lines: str) -> str:
    return "".join(("BEGIN:VEVENT\n", *(f"{line}\n" for line in lines), "END:VEVENT\n"))


def google_reply(
    uid: str,
    answer: str = "ACCEPTED",
    sequence: int = 0,
    who: str = MAYA,
    day: str = "20261201",
) -> str:
    """One attendee, times in UTC, what was asked said again."""
    return calendar(
        "REPLY",
        event(
            f"DTSTART:{day}T083000Z",
            f"DTEND:{day}T091500Z",
            "DTSTAMP:20261123T101500Z",
            f"ORGANIZER;CN=Ada:mailto:{ME}",
            f"UID:{uid}",
            f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={answer};CN={who};X-N",
            f" UM-GUESTS=0:mailto:{who}",
            "CREATED:20261122T093000Z",
            "LAST-MODIFIED:20261123T101500Z",
            f"SEQUENCE:{sequence}",
            "STATUS:CONFIRMED",
            "SUMMARY:1-2-1: Ada and Maya Okafor",
            "TRANSP:OPAQUE",
        ),
        product="-//Google Inc//Google Calendar 70.9054//EN",
    )


def outlook_reply(uid: str, answer: str = "ACCEPTED", sequence: int = 0) -> str:
    """With Microsoft's own lines, the zone by its Windows name, and a comment."""
    return calendar(
        "REPLY",
        LONDON,
        event(
            f'ATTENDEE;PARTSTAT={answer};CN="Maya Okafor":MAILTO:{MAYA.upper()}',
            "COMMENT;LANGUAGE=en-GB:Looking forward\\, see you there\\n",
            f"UID:{uid}",
            "SUMMARY;LANGUAGE=en-GB:Accepted: 1-2-1: Ada and Maya Okafor",
            "DTSTART;TZID=GMT Standard Time:20261201T083000",
            "DTEND;TZID=GMT Standard Time:20261201T091500",
            "CLASS:PUBLIC",
            "PRIORITY:5",
            "DTSTAMP:20261123T101500Z",
            "TRANSP:OPAQUE",
            "STATUS:CONFIRMED",
            f"SEQUENCE:{sequence}",
            "LOCATION;LANGUAGE=en-GB:The Wharf",
            "X-MICROSOFT-CDO-APPT-SEQUENCE:0",
            "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
            "X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY",
            "X-MICROSOFT-CDO-ALLDAYEVENT:FALSE",
        ),
        product="Microsoft Exchange Server 2010",
    )


def apple_reply(uid: str, answer: str = "ACCEPTED", sequence: int = 0) -> str:
    """The address beside a value of Apple's own, and nothing of when."""
    return calendar(
        "REPLY",
        event(
            f'ATTENDEE;CN="Maya Okafor";CUTYPE=INDIVIDUAL;EMAIL="{MAYA}";PARTSTAT={answer}:u',
            " rn:uuid:5c6a9d4e-0000-4b1c-9d1e-1b2c3d4e5f60",
            "DTSTAMP:20261123T101500Z",
            f'ORGANIZER;CN="Ada";EMAIL="{ME}":mailto:{ME}',
            f"SEQUENCE:{sequence}",
            f"UID:{uid}",
        ),
        product="-//Apple Inc.//macOS 14.5//EN",
    )


def thunderbird_reply(uid: str, answer: str = "ACCEPTED", sequence: int = 0) -> str:
    """No DTSTAMP of the answer but that of what was asked, CRLF, and its own sequence."""
    text = calendar(
        "REPLY",
        event(
            "CREATED:20261122T093000Z",
            "LAST-MODIFIED:20261123T101500Z",
            "DTSTAMP:20261122T093000Z",
            f"UID:{uid}",
            "SUMMARY:1-2-1: Ada and Maya Okafor",
            f"ORGANIZER;PARTSTAT=ACCEPTED:mailto:{ME}",
            f"ATTENDEE;CN=Maya Okafor;PARTSTAT={answer};ROLE=REQ-PARTICIPANT:mailto:{MAYA}",
            "DTSTART;TZID=Europe/London:20261201T083000",
            "DTEND;TZID=Europe/London:20261201T091500",
            f"SEQUENCE:{sequence}",
            "X-MOZ-GENERATION:1",
        ),
        product="-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN",
    )
    return text.replace("\n", "\r\n")


def counter(uid: str, sequence: int = 0, starts: str = "20261202T140000") -> str:
    """As Outlook proposes another time."""
    return calendar(
        "COUNTER",
        LONDON,
        event(
            f'ATTENDEE;PARTSTAT=TENTATIVE;CN="Maya Okafor":mailto:{MAYA}',
            "COMMENT;LANGUAGE=en-GB:Mornings are bad that week",
            f"ORGANIZER;CN=Ada:mailto:{ME}",
            f"UID:{uid}",
            f"DTSTART;TZID=GMT Standard Time:{starts}",
            f"DTEND;TZID=GMT Standard Time:{starts[:9]}150000",
            "DTSTAMP:20261123T101500Z",
            f"SEQUENCE:{sequence}",
            "X-MS-OLK-ORIGINALSTART;TZID=GMT Standard Time:20261201T083000",
            "X-MS-OLK-ORIGINALEND;TZID=GMT Standard Time:20261201T091500",
        ),
        product="-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN",
    )


def invitation(
    uid: str = "7c0fe@google.com",
    sequence: int = 0,
    *,
    method: str = "REQUEST",
    sender: str = MAYA,
    name: str = "Maya Okafor",
    starts: str = "20261203T150000",
    zone: str = "Europe/Paris",
    place: str = "Café de Flore\\, Paris",
    more: tuple[str, ...] = (),
) -> str:
    """As Google invites."""
    return calendar(
        method,
        event(
            f"DTSTART;TZID={zone}:{starts}",
            "DURATION:PT1H",
            f"DTSTAMP:202611231{sequence}1500Z",
            f"ORGANIZER;CN={name}:mailto:{sender}",
            f"UID:{uid}",
            f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN={name}:ma",
            f" ilto:{sender}",
            f"ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN={ME}:mailto:{ME}",
            "ATTENDEE;CUTYPE=RESOURCE;CN=Room 4:mailto:room4@resource.calendar.google.com",
            f"SEQUENCE:{sequence}",
            f"LOCATION:{place}",
            "SUMMARY:Catching up",
            *more,
        ),
        product="-//Google Inc//Google Calendar 70.9054//EN",
    )


def held(number: int, day: str, summary: str, *people: str) -> str:
    """An event of a calendar saved whole."""
    return event(
        f"UID:{number}@calendar",
        f"DTSTAMP:{day}T080000Z",
        f"DTSTART:{day}T100000Z",
        f"DTEND:{day}T110000Z",
        f"SUMMARY:{summary}",
        *(f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{address}" for address in people),
    )


def saved(folder: Path, text: str | bytes, name: str = "message.ics") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
