"""What calendar files say of meetings, whoever wrote them and whatever became of them since."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.calendar.incoming import contents
from planner.domain.incoming import Answer, Message, Method, Party
from planner.domain.known_here import Known
from planner.domain.meetings import Meeting
from planner.domain.opening import look_at
from planner.domain.people import Person
from tests import messages
from tests.messages import MAYA, ME

NOW = datetime(2026, 11, 22, 9, 30)
ZONE = "Europe/London"
UID = "one@visavis"
KNOWN = Known(
    people=(Person(id=1, name="Maya Okafor", emails=(MAYA,)),),
    meetings=(Meeting(id=1, person=1, starts=datetime(2026, 12, 1, 8, 30), zone=ZONE, uid=UID),),
    mine=frozenset({ME}),
)
SENT = (
    messages.google_reply(UID),
    messages.outlook_reply(UID),
    messages.apple_reply(UID),
    messages.thunderbird_reply(UID),
    messages.counter(UID),
    messages.invitation(),
    messages.invitation(method="CANCEL"),
    messages.calendar("", messages.held(1, "20260303", "Lunch", MAYA, ME)),
)


def read(text: str) -> tuple[Message, ...]:
    return contents(text.encode(), "message.ics", ZONE).messages


def one(*lines: str, method: str = "REQUEST") -> Message:
    (message,) = read(messages.calendar(method, messages.event(*lines)))
    return message


def test_each_program_tells_the_same() -> None:
    for text in SENT[:4]:
        (message,) = read(text)
        (guest,) = message.attendees
        assert (message.method, message.uid, message.sequence) == (Method.REPLY, UID, 0)
        assert (guest.key, guest.answer) == (MAYA, Answer.ACCEPTED)
        assert message.starts_utc in (None, datetime(2026, 12, 1, 8, 30))


def test_a_room_is_nobody_to_meet() -> None:
    (message,) = read(messages.invitation())
    assert [party.address for party in message.attendees] == [MAYA, ME]
    assert message.organizer == Party(MAYA, "Maya Okafor")


def test_what_is_too_long_shows_that_it_was_cut() -> None:
    (message,) = read(messages.invitation(place="x" * 400, sender="a" * 290 + "@mail.example"))
    assert (len(message.place), message.place[-2:]) == (300, "x…")
    assert message.organizer.address == ""  # the beginning of one would be another's


def test_a_name_that_is_an_address_says_nothing() -> None:
    (message,) = read(messages.invitation(sender="m@evil.example", name=MAYA))
    assert message.organizer == Party("m@evil.example")


def test_who_answers_may_have_written_something() -> None:
    assert read(SENT[1])[0].comment == "Looking forward, see you there"
    line = f'ATTENDEE;PARTSTAT=DECLINED;X-RESPONSE-COMMENT="Sorry!":mailto:{MAYA}'
    assert one(line, method="REPLY").comment == "Sorry!"


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("ORGANIZER:MAILTO:a@b.example", "a@b.example"),
        ("ORGANIZER:mailto:a%2Bx@b.example?subject=x", "a+x@b.example"),
        ('ORGANIZER;EMAIL="a@b.example":/aMTQ1/principal/', "a@b.example"),
        ("ORGANIZER:invalid:nomail", ""),
        ("ORGANIZER:a@b.example", "a@b.example"),
        ("ORGANIZER:mailto:no-address@visavis.invalid", ""),
        ("ORGANIZER:mailto:unknownorganizer@calendar.google.com", ""),
        ("ORGANIZER:mailto:a@b.example\\nc@d.example", ""),
        ("ORGANIZER:mailto:" + "a" * 500 + "@b.example", ""),
    ],
)
def test_whom_it_is_from(line: str, address: str) -> None:
    assert one(line).organizer.address == address


@pytest.mark.parametrize(
    ("lines", "starts", "zone", "minutes"),
    [
        (("DTSTART:20261201T083000Z",), datetime(2026, 12, 1, 8, 30), "UTC", 0),
        (("DTSTART:20261201T083000",), datetime(2026, 12, 1, 8, 30), ZONE, 0),
        (
            ("DTSTART;TZID=Romance Standard Time:20261201T083000", "DURATION:PT90M"),
            datetime(2026, 12, 1, 8, 30),
            "Europe/Paris",
            90,
        ),
        # Across the night on which the clocks go back, an hour longer than it looks.
        (
            (
                "DTSTART;TZID=Europe/London:20261024T233000",
                "DTEND;TZID=Europe/London:20261025T023000",
            ),
            datetime(2026, 10, 24, 23, 30),
            ZONE,
            240,
        ),
        # Half past two is skipped that night, and half past three is meant.
        (
            ("DTSTART;TZID=Europe/Berlin:20260329T023000",),
            datetime(2026, 3, 29, 3, 30),
            "Europe/Berlin",
            0,
        ),
        (
            ("DTSTART:20261201T083000Z", "DTEND:20261201T080000Z"),
            datetime(2026, 12, 1, 8, 30),
            "UTC",
            0,
        ),
        (("DTSTART:99991201T083000Z",), None, "UTC", 0),
        (("DTSTART:00010101T000000Z",), None, "UTC", 0),
        (("DTSTART:soon",), None, "UTC", 0),
        ((), None, "UTC", 0),
    ],
)
def test_when_it_is(
    lines: tuple[str, ...], starts: datetime | None, zone: str, minutes: int
) -> None:
    message = one(*lines)
    assert (message.starts, message.zone, message.minutes) == (starts, zone, minutes)


def test_a_day_is_a_day_and_a_series_a_series() -> None:
    assert one("DTSTART;VALUE=DATE:20261201").all_day
    for line in ("RRULE:FREQ=WEEKLY", "RDATE:20261202T083000Z", "RECURRENCE-ID:20261202T083000Z"):
        assert one("DTSTART:20261201T083000Z", line).repeats


@pytest.mark.parametrize(("said", "number"), [("3", 3), ("-1", 0), ("x", 0), ("9" * 30, 0)])
def test_the_number_of_a_version(said: str, number: int) -> None:
    assert one(f"SEQUENCE:{said}").sequence == number


def test_an_unknown_zone_is_said() -> None:
    text = messages.calendar("", messages.event("SUMMARY:x", "DTSTART;TZID=Mars:20261201T083000"))
    read_so = contents(text.encode(), "x.ics", ZONE)
    assert "Mars" in read_so.skipped[0].reason
    assert read_so.messages[0].zone == ZONE


def test_a_reading_that_is_called_off_ends() -> None:
    def stop(done: int, of: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        contents(SENT[0].encode(), "x.ics", ZONE, stop)


@settings(max_examples=120, deadline=None)
@given(
    text=st.sampled_from(SENT),
    places=st.lists(st.integers(0, 60), max_size=4),
    what=st.sampled_from(
        ["", "\x00", "DTSTART:", ";;;:::", "BEGIN:VEVENT", "END:VCALENDAR", "\udcff"]
    ),
    raw=st.binary(max_size=40),
)
def test_nothing_in_a_file_is_too_much(text: str, places: list[int], what: str, raw: bytes) -> None:
    """Lines broken, gone or doubled, and bytes of any kind: something is always said."""
    lines = text.split("\n")
    for place in places:
        at = place % len(lines)
        lines[at] = lines[at][: place % 13] + what
    data = "\n".join(lines).encode("utf-8", "surrogateescape") + raw
    found = contents(data, "x.ics", ZONE)
    assert found.messages or found.skipped or found.others
    look_at(found.messages, KNOWN, NOW)
