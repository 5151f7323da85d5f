"""The calendar check itself: a good file passes, and each planted fault is found."""

from __future__ import annotations

import pytest

from tests.calendar.lint import lint
from tests.calendar.raw import read

ZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""
REQUEST = f"""\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//A maker//A program//EN
METHOD:REQUEST
{ZONE}BEGIN:VEVENT
UID:one@visavis
DTSTAMP:20261122T093000Z
CREATED:20261122T093000Z
LAST-MODIFIED:20261122T093000Z
SEQUENCE:1
DTSTART;TZID=Europe/Berlin:20261201T083000
DTEND;TZID=Europe/Berlin:20261201T091500
SUMMARY:1-2-1: Sam and Zoë\\, at last
DESCRIPTION:One line\\nand another\\; a back\\\\slash
LOCATION:The Wharf
STATUS:CONFIRMED
TRANSP:OPAQUE
ORGANIZER;CN="Sam":mailto:sam@doyle.example
ATTENDEE;CN="Zoë";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;
 RSVP=TRUE:mailto:zoe@mail.example
END:VEVENT
END:VCALENDAR
"""
ALARM = "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:Soon\nTRIGGER:-PT60M\nEND:VALARM\n"
GUEST = (
    'ATTENDEE;CN="Zoë";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;\n'
    " RSVP=TRUE:mailto:zoe@mail.example\n"
)
TAKEN_BACK = 'ATTENDEE;CN="Zoë";ROLE=REQ-PARTICIPANT:mailto:zoe@mail.example\n'
CANCEL = (
    REQUEST.replace("METHOD:REQUEST", "METHOD:CANCEL")
    .replace("CONFIRMED", "CANCELLED")
    .replace("OPAQUE", "TRANSPARENT")
    .replace(GUEST, TAKEN_BACK)
)
PUBLISH = (
    REQUEST.replace("METHOD:REQUEST", "METHOD:PUBLISH")
    .replace(GUEST, "")
    .replace("END:VEVENT", ALARM + "END:VEVENT")
)
IN_UTC = (
    PUBLISH.replace(ZONE, "")
    .replace(";TZID=Europe/Berlin:20261201T083000", ":20261201T073000Z")
    .replace(";TZID=Europe/Berlin:20261201T091500", ":20261201T081500Z")
)
REPLY = REQUEST.replace("METHOD:REQUEST", "METHOD:REPLY").replace("NEEDS-ACTION", "ACCEPTED")
DONE_LATER = "LAST-MODIFIED:20261122T000000Z\nCOMPLETED:20261122T120000Z\n"
TASKS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//A maker//A program//EN
METHOD:PUBLISH
BEGIN:VTODO
UID:two@visavis
DTSTAMP:20261122T000000Z
DTSTART;VALUE=DATE:20261122
DUE;VALUE=DATE:20261201
PRIORITY:0
STATUS:NEEDS-ACTION
SUMMARY:Send the list
END:VTODO
END:VCALENDAR
"""


def written(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("text", [REQUEST, CANCEL, PUBLISH, IN_UTC, REPLY, TASKS])
def test_a_good_file_has_no_faults(text: str) -> None:
    assert lint(written(text)) == []


def test_the_reader_undoes_folds_quotes_and_escapes() -> None:
    (event,) = read(written(REQUEST)).parts("VEVENT")
    assert event.one("SUMMARY").text == "1-2-1: Sam and Zoë, at last"
    assert event.one("DESCRIPTION").text == "One line\nand another; a back\\slash"
    assert event.one("ATTENDEE").params["CN"] == "Zoë"
    assert event.one("ATTENDEE").params["RSVP"] == "TRUE"


@pytest.mark.parametrize(
    ("good", "old", "new", "fault"),
    [
        # the calendar
        (REQUEST, "VERSION:2.0\n", "", "VERSION 0 times"),
        (REQUEST, "VERSION:2.0\n", "VERSION:2.0\nVERSION:2.0\n", "VERSION 2 times"),
        (REQUEST, "VERSION:2.0", "VERSION:1.0", "VERSION is '1.0'"),
        (REQUEST, "PRODID:-//A maker//A program//EN\n", "", "PRODID 0 times"),
        (REQUEST, "METHOD:REQUEST\n", "", "METHOD 0 times"),
        (REQUEST, "METHOD:REQUEST", "METHOD:ADD", "none that this program sends"),
        (REQUEST, "METHOD:REQUEST", "METHOD:REQUEST\nSUMMARY:x", "VCALENDAR: SUMMARY does not"),
        (REQUEST, "END:VCALENDAR", "BEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR", "a VTODO in a"),
        (REQUEST, "END:VCALENDAR\n", "", "VCALENDAR is never closed"),
        (REQUEST, "END:VEVENT\n", "END:VALARM\n", "END:VALARM closes nothing"),
        (REQUEST, "BEGIN:VCALENDAR\n", "X-A:1\nBEGIN:VCALENDAR\n", "outside every component"),
        # the event's properties
        (REQUEST, "UID:one@visavis\n", "", "UID 0 times"),
        (REQUEST, "UID:one@visavis", "UID:", "UID is empty"),
        (REQUEST, "DTSTAMP:20261122T093000Z\n", "", "DTSTAMP 0 times"),
        (REQUEST, "DTSTAMP:20261122T093000Z", "DTSTAMP:20261122T093000", "not a time in UTC"),
        (REQUEST, "DTSTAMP:20261122T093000Z", "DTSTAMP:20261322T093000Z", "not a time in UTC"),
        (REQUEST, "CREATED:20261122T093000Z\n", "", "CREATED 0 times"),
        (REQUEST, "CREATED:20261122T0", "CREATED:20261123T0", "before CREATED"),
        (REQUEST, "LAST-MODIFIED:20261122T093000Z\n", "", "LAST-MODIFIED 0 times"),
        (REQUEST, "SEQUENCE:1", "SEQUENCE:-1", "SEQUENCE is '-1'"),
        (REQUEST, "SEQUENCE:1", "SEQUENCE:1\nSEQUENCE:2", "SEQUENCE 2 times"),
        (REQUEST, "SUMMARY:1-2-1: Sam and Zoë\\, at last\n", "", "SUMMARY 0 times"),
        (REQUEST, "STATUS:CONFIRMED", "STATUS:AGREED", "STATUS is 'AGREED'"),
        (REQUEST, "TRANSP:OPAQUE", "TRANSP:BUSY", "TRANSP is 'BUSY'"),
        (REQUEST, "LOCATION:The", "PLACE:The", "PLACE does not belong here"),
        (REQUEST, "Zoë\\, at", "Zoë, at", "SUMMARY is not escaped"),
        (REQUEST, "another\\;", "another;", "DESCRIPTION is not escaped"),
        (REQUEST, "back\\\\slash", "back\\slash", "DESCRIPTION is not escaped"),
        (REQUEST, "END:VEVENT\n", "BEGIN:VTODO\nEND:VTODO\nEND:VEVENT\n", "a VTODO in a VEVENT"),
        # the calendar to follow
        (PUBLISH, "METHOD:PUBLISH", "METHOD:PUBLISH\nREFRESH-INTERVAL:PT1H", "REFRESH-INTERVAL is"),
        (
            PUBLISH,
            "METHOD:PUBLISH",
            "METHOD:PUBLISH\nREFRESH-INTERVAL;VALUE=DURATION:1H",
            "REFRESH-INTERVAL is '1H'",
        ),
        # answers and tasks
        (REPLY, "END:VEVENT", ALARM + "END:VEVENT", "an alarm in a REPLY"),
        (REPLY, GUEST.replace("NEEDS-ACTION", "ACCEPTED"), "", "ATTENDEE 0 times"),
        (TASKS, "END:VTODO", ALARM + "END:VTODO", "a VALARM in a VTODO"),
        (TASKS, "SUMMARY:", "RRULE:FREQ=DAILY\nSUMMARY:", "RRULE does not belong here"),
        (REPLY, "PARTSTAT=ACCEPTED", "PARTSTAT=NEEDS-ACTION", "a REPLY that answers nothing"),
        (REPLY, "SEQUENCE:1\n", "", "SEQUENCE 0 times"),
        (TASKS, "METHOD:PUBLISH", "METHOD:REQUEST", "a VTODO in a REQUEST"),
        (TASKS, "PRIORITY:0\n", "", "PRIORITY 0 times"),
        (TASKS, "PRIORITY:0\n", f"PRIORITY:0\n{DONE_LATER}", "lies before COMPLETED"),
        (TASKS, "STATUS:NEEDS-ACTION", "STATUS:CONFIRMED", "STATUS is 'CONFIRMED'"),
        (TASKS, "STATUS:NEEDS-ACTION", "STATUS:COMPLETED", "come together or not at all"),
        (TASKS, "DUE;VALUE=DATE:20261201", "DUE:20261201T000000Z", "DUE is no date"),
        (TASKS, "20261201", "20261122", "due before it starts"),
        # times
        (REQUEST, "DTSTART;TZID=Europe/Berlin:", "DTSTART:", "DTSTART floats"),
        (REQUEST, "T083000", "T083000Z", "has a TZID and is in UTC"),
        (REQUEST, "T083000", "T253000", "DTSTART is no time"),
        (REQUEST, "20261201T083000", "20260230T083000", "DTSTART is no time"),
        (REQUEST, "20261201T083000", "20261201", "DTSTART is no time"),
        (REQUEST, "T091500", "T083000", "the end is not after the start"),
        (REQUEST, "DTEND;TZID=Europe/Berlin:20261201T091500\n", "", "DTEND or DURATION"),
        (REQUEST, "LOCATION:", "DURATION:PT1H\nLOCATION:", "DTEND or DURATION"),
        (
            REQUEST,
            "DTEND;TZID=Europe/Berlin:20261201T091500",
            "DTEND:20261201T081500Z",
            "not in the same zone",
        ),
        # people
        (REQUEST, 'ORGANIZER;CN="Sam":mailto:sam@doyle.example\n', "", "ORGANIZER 0 times"),
        (PUBLISH, 'ORGANIZER;CN="Sam":mailto:sam@doyle.example\n', "", "ORGANIZER 0 times"),
        (REQUEST, 'CN="Sam"', "CN=Sam", "no quoted CN"),
        (REQUEST, 'CN="Sam"', 'CN=""', "no quoted CN"),
        (REQUEST, 'CN="Sam"', 'CN="Sam^nDoyle"', "holds a caret"),
        (REQUEST, 'CN="Sam"', 'CN="Sam";CN="Sam"', "CN twice"),
        (REQUEST, 'CN="Sam"', "CN=Doyle, Sam", "needs quoting"),
        (REQUEST, 'CN="Sam"', 'CN="Sam";ROLE=CHAIR', "ROLE does not belong here"),
        (REQUEST, "mailto:sam@doyle.example", "sam@doyle.example", "no plain mailto"),
        (REQUEST, "mailto:zoe@mail.example", "mailto:zoe@mail.example?cc=x@y", "no plain mailto"),
        (REQUEST, "mailto:zoe@mail", "mailto:a@b.example,zoe@mail", "no plain mailto"),
        (REQUEST, "RSVP=TRUE", "RSVP=YES", "RSVP is 'YES'"),
        (REQUEST, "RSVP=TRUE", "RSVP=FALSE", "without RSVP=TRUE"),
        (REQUEST, "PARTSTAT=NEEDS-ACTION", "PARTSTAT=ACCEPTED", "without PARTSTAT=NEEDS-ACTION"),
        (REQUEST, "ROLE=REQ-PARTICIPANT", "ROLE=GUEST", "ROLE is 'GUEST'"),
        (REQUEST, GUEST, "", "ATTENDEE 0 times"),
        (REQUEST, GUEST, GUEST + GUEST, "is invited twice"),
        (CANCEL, TAKEN_BACK, "", "ATTENDEE 0 times"),
        (CANCEL, TAKEN_BACK, GUEST, "a CANCEL that asks for an answer"),
        (PUBLISH, "STATUS:CONFIRMED\n", "STATUS:CONFIRMED\n" + GUEST, "ATTENDEE 1 times"),
        # methods
        (REQUEST, "CONFIRMED", "CANCELLED", "a REQUEST with STATUS:CANCELLED"),
        (CANCEL, "CANCELLED", "CONFIRMED", "a CANCEL without STATUS:CANCELLED"),
        (CANCEL, "SEQUENCE:1\n", "", "SEQUENCE 0 times"),
        (CANCEL, "END:VEVENT", ALARM + "END:VEVENT", "an alarm for a 1-2-1 that is cancelled"),
        (PUBLISH, "CONFIRMED", "CANCELLED", "an alarm for a 1-2-1 that is cancelled"),
        # alarms
        (PUBLISH, "ACTION:DISPLAY\n", "", "ACTION 0 times"),
        (PUBLISH, "ACTION:DISPLAY", "ACTION:EMAIL", "ACTION is 'EMAIL'"),
        (PUBLISH, "TRIGGER:-PT60M\n", "", "TRIGGER 0 times"),
        (PUBLISH, "TRIGGER:-PT60M", "TRIGGER:-60M", "TRIGGER is '-60M'"),
        (PUBLISH, "TRIGGER:-PT60M", "TRIGGER:-PT", "TRIGGER is '-PT'"),
        (
            PUBLISH,
            "TRIGGER:-PT60M",
            "TRIGGER;VALUE=DATE-TIME:20261201T073000",
            "TRIGGER is no time in UTC",
        ),
        (PUBLISH, "DESCRIPTION:Soon\n", "", "VALARM: DESCRIPTION 0 times"),
        (PUBLISH, "TRIGGER:-PT60M", "TRIGGER:-PT60M\nREPEAT:2", "come together or not at all"),
        # zones
        (REQUEST, ZONE, "", "TZID Europe/Berlin has no VTIMEZONE"),
        (REQUEST, ZONE, ZONE + ZONE, "VTIMEZONE Europe/Berlin 2 times"),
        (REQUEST, ZONE, ZONE + ZONE.replace("Berlin", "Paris"), "Europe/Paris is not used"),
        (IN_UTC, "BEGIN:VEVENT", ZONE + "BEGIN:VEVENT", "VTIMEZONE Europe/Berlin is not used"),
        (REQUEST, "TZNAME:CET\n", "RDATE:20261025T030000\n", "RDATE does not belong here"),
        (REQUEST, "TZOFFSETTO:+0100\n", "", "TZOFFSETTO 0 times"),
        (REQUEST, "TZOFFSETTO:+0100", "TZOFFSETTO:0100", "TZOFFSETTO is '0100'"),
        (REQUEST, "TZOFFSETTO:+0100", "TZOFFSETTO:-0000", "TZOFFSETTO is '-0000'"),
        (REQUEST, "DTSTART:19701025T030000\n", "", "STANDARD: DTSTART 0 times"),
        (REQUEST, "DTSTART:19701025T030000", "DTSTART:19701025T030000Z", "no plain local time"),
        (REQUEST, "DTSTART:19701025", "DTSTART:19701018", "not the first of its RRULE"),
        (REQUEST, "DTSTART:19701025", "DTSTART:19701026", "not the first of its RRULE"),
        (REQUEST, "DTSTART:19701025", "DTSTART:19701129", "not the first of its RRULE"),
        (REQUEST, "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\n", "", "without an RRULE"),
        (REQUEST, "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "BYMONTH=10;FREQ=YEARLY", "with a known"),
        (REQUEST, "BYDAY=-1SU;BYMONTH=10", "BYDAY=-1SO;BYMONTH=10", "RRULE: BYDAY=-1SO"),
        (REQUEST, "BYDAY=-1SU;BYMONTH=10", "BYDAY=-1SU;BYMONTH=13", "RRULE: BYMONTH=13"),
        (REQUEST, "BYMONTH=10", "BYMONTH=10;UNTIL=20370101", "RRULE: UNTIL=20370101"),
        (REQUEST, "BYMONTH=10", "BYMONTH=10;BYMONTH=10", "RRULE: BYMONTH twice"),
        (REQUEST, "BYMONTH=10", "BYMONTH=10;EVERY=2", "RRULE: EVERY=2"),
        (
            REQUEST,
            "BYMONTH=10",
            "BYMONTH=10;COUNT=2;UNTIL=20370101T000000Z",
            "UNTIL and COUNT together",
        ),
        (REQUEST, "BYDAY=-1SU;", "BYMONTHDAY=25;", "not the first of its RRULE"),
        (REQUEST, "BYDAY=-1SU;BYMONTH=10", "BYDAY=3SU;BYMONTH=10", "not the first of its RRULE"),
        (REQUEST, "BYDAY=-1SU;BYMONTH=10", "BYDAY=5SU;BYMONTH=10", "not the first of its RRULE"),
        (REQUEST, "BEGIN:STANDARD\n", "BEGIN:STANDARD\nBEGIN:X\nEND:X\n", "a X in a STANDARD"),
        (REQUEST, "BEGIN:STANDARD\n", "BEGIN:WINTER\n", "END:STANDARD closes nothing"),
        # lines
        (REQUEST, "LOCATION:The Wharf", "LOCATION:The Wharf" + "f" * 58, "has 76 octets"),
        (REQUEST, "LOCATION:The Wharf", "LOCATION:Th\x07e", "holds a control character"),
        (REQUEST, "LOCATION:The Wharf", "LOCATION:Th\x85e", "holds a control character"),
        (REQUEST, "LOCATION:The Wharf\n", "\n", "is empty"),
        (REQUEST, "LOCATION:The Wharf", "The Wharf", "no value"),
        (REQUEST, "LOCATION:The Wharf", "location:The Wharf", "no property name"),
        (REQUEST, "LOCATION:The Wharf", "LOCATION;:The Wharf", "a parameter without name"),
    ],
)
def test_a_planted_fault_is_found(good: str, old: str, new: str, fault: str) -> None:
    assert old in good
    faults = lint(written(good.replace(old, new, 1)))
    assert any(fault in found for found in faults), faults


def test_a_calendar_or_a_zone_of_nothing_is_a_fault() -> None:
    event = PUBLISH[PUBLISH.index("BEGIN:VEVENT") : PUBLISH.index("END:VCALENDAR")]
    assert lint(written(PUBLISH.replace(event, ""))) == []  # a zone alone, to be followed
    bare = lint(written(PUBLISH.replace(event, "").replace(ZONE, "")))
    assert bare == ["a VCALENDAR without any component"]
    empty = "BEGIN:VTIMEZONE\nTZID:Europe/Berlin\nEND:VTIMEZONE\n"
    assert lint(written(REQUEST.replace(ZONE, empty))) == ["VTIMEZONE without STANDARD or DAYLIGHT"]
    asked = REQUEST[REQUEST.index("BEGIN:VEVENT") : REQUEST.index("END:VCALENDAR")]
    assert "no VEVENT" in lint(written(REQUEST.replace(asked, "")))


def test_several_events_are_only_for_publishing() -> None:
    event = REQUEST[REQUEST.index("BEGIN:VEVENT") : REQUEST.index("END:VCALENDAR")]
    twice = REQUEST.replace(event, event + event.replace("one@", "two@"))
    assert any("holds 2 events" in fault for fault in lint(written(twice)))
    event = PUBLISH[PUBLISH.index("BEGIN:VEVENT") : PUBLISH.index("END:VCALENDAR")]
    assert lint(written(PUBLISH.replace(event, event + event.replace("one@", "two@")))) == []
    same = lint(written(PUBLISH.replace(event, event + event)))
    assert same == ["UID one@visavis in 2 events"]


def test_zones_come_before_the_events_that_need_them() -> None:
    late = REQUEST.replace(ZONE, "").replace("END:VCALENDAR", ZONE + "END:VCALENDAR")
    assert lint(written(late)) == ["a VTIMEZONE after a VEVENT that may need it"]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (REQUEST.encode(), "bare CR or LF"),
        (written(REQUEST).replace(b"\r\nUID", b"\rUID"), "bare CR or LF"),
        (written(REQUEST).removesuffix(b"\r\n"), "does not end with CRLF"),
        (b"\xef\xbb\xbf" + written(REQUEST), "byte order mark"),
        (written(REQUEST).replace("ë".encode(), b"\xc3\r\n \xab"), "a character is split"),
        (written(REQUEST).replace("ë".encode(), b"\xeb"), "not UTF-8"),
        (written(REQUEST) + written(REQUEST), "not one VCALENDAR"),
        (b"", "not one VCALENDAR"),
    ],
)
def test_faults_in_the_bytes_are_found(data: bytes, fault: str) -> None:
    assert any(fault in found for found in lint(data))
