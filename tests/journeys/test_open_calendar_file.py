"""Opening calendar files: from the bytes others send to what the library says then."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from planner.domain.incoming import Act, Doubt, Finding, Hitch
from planner.domain.meetings import CalledOff, Meeting, State
from planner.journeys import calendar_files, plan_meeting
from planner.journeys.answer_proposal import keep_ours, proposal_for, take_proposal
from planner.journeys.given_files import given
from planner.journeys.open_calendar_file import Opened, is_calendar_file, open_files
from planner.journeys.take_from_calendar import take
from planner.storage.store import Store
from tests import messages
from tests.builders import a_person
from tests.clocks import NOW, ZONE
from tests.messages import MAYA, ME, saved

AT = datetime(2026, 12, 1, 8, 30)
REPLIES = (
    messages.google_reply,
    messages.outlook_reply,
    messages.apple_reply,
    messages.thunderbird_reply,
)


@pytest.fixture
def maya(store: Store) -> int:
    with store.transaction():
        store.me.put(replace(store.me.get(), name="Ada", email=ME, zone=ZONE))
        return store.people.add(a_person(emails=(MAYA,))).id


@pytest.fixture
def invited(store: Store, maya: int) -> Meeting:
    """A 1-2-1 whose invitation is in Maya's calendar."""
    _, meeting = plan_meeting.plan(store, maya, AT, ZONE, 45, "The Wharf", "", "", "", None, NOW)
    calendar_files.calendar_file(store, meeting.id, NOW, invite=True)
    return store.meetings.get(meeting.id)


def read(store: Store, *paths: Path) -> Opened:
    return open_files(store, paths, ZONE, NOW)


def opened(store: Store, folder: Path, text: str | bytes) -> Finding:
    """The one thing that a file says."""
    (finding,) = read(store, saved(folder, text)).findings
    return finding


def done(store: Store, folder: Path, text: str | bytes) -> Finding:
    """The same, done where it leaves no doubt."""
    finding = opened(store, folder, text)
    take(store, [finding] if finding.sure else [], ZONE, NOW)
    return finding


@pytest.mark.parametrize("reply", REPLIES)
@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("ACCEPTED", State.AGREED),
        ("DECLINED", State.CANCELLED),
        ("TENTATIVE", State.PROPOSED),
        ("DELEGATED", State.PROPOSED),
        ("NEEDS-ACTION", State.PROPOSED),
    ],
)
def test_each_program_answers(
    store: Store, tmp_path: Path, invited: Meeting, reply: object, answer: str, state: State
) -> None:
    done(store, tmp_path, reply(invited.uid, answer))  # type: ignore[operator]
    meeting = store.meetings.get(invited.id)
    assert meeting.state is state
    by = CalledOff.THEM if state is State.CANCELLED else CalledOff.UNKNOWN
    assert meeting.called_off is by


def test_exchange_may_wrap_the_uid(store: Store, tmp_path: Path, invited: Meeting) -> None:
    said = b"vCal-Uid\x01\0\0\0" + invited.uid.encode() + b"\0"
    wrapped = "040000008200E00074C5B7101A82E008" + "0" * 40 + f"{len(said):02X}000000" + said.hex()
    done(store, tmp_path, messages.outlook_reply(wrapped))
    assert store.meetings.get(invited.id).state is State.AGREED


@pytest.mark.parametrize("reply", REPLIES)
def test_the_same_answer_twice_changes_nothing(
    store: Store, tmp_path: Path, invited: Meeting, reply: object
) -> None:
    done(store, tmp_path, reply(invited.uid))  # type: ignore[operator]
    before = store.meetings.get(invited.id)
    again = done(store, tmp_path, reply(invited.uid))  # type: ignore[operator]
    assert again.hitch is Hitch.KNOWN
    assert store.meetings.get(invited.id) == before


def test_one_step_takes_an_answer_back(store: Store, tmp_path: Path, invited: Meeting) -> None:
    finding = opened(store, tmp_path, messages.google_reply(invited.uid))
    change, _ = take(store, [finding], ZONE, NOW)
    store.revert(change)
    assert store.meetings.get(invited.id).state is State.PROPOSED
    assert opened(store, tmp_path, messages.google_reply(invited.uid)).sure


def test_who_says_no_needs_no_cancellation(store: Store, tmp_path: Path, invited: Meeting) -> None:
    done(store, tmp_path, messages.outlook_reply(invited.uid, "DECLINED"))
    told = given(store, store.meetings.get(invited.id), NOW)
    assert told.theirs and not told.theirs_old


def test_they_say_yes_after_all(store: Store, tmp_path: Path, invited: Meeting) -> None:
    done(store, tmp_path, messages.google_reply(invited.uid, "DECLINED"))
    later = messages.google_reply(invited.uid).replace("DTSTAMP:20261123T10", "DTSTAMP:20261123T12")
    assert done(store, tmp_path, later).sure
    meeting = store.meetings.get(invited.id)
    assert (meeting.state, meeting.called_off) == (State.AGREED, CalledOff.UNKNOWN)
    assert not given(store, meeting, NOW).theirs_old
    plan_meeting.reschedule(store, invited.id, AT + timedelta(days=1), NOW)
    assert given(store, store.meetings.get(invited.id), NOW).theirs_old


def test_a_clock_far_ahead_makes_no_later_answer_stale(
    store: Store, tmp_path: Path, invited: Meeting
) -> None:
    perhaps = messages.google_reply(invited.uid, "TENTATIVE")
    done(store, tmp_path, perhaps.replace("DTSTAMP:2026", "DTSTAMP:2036"))
    assert done(store, tmp_path, messages.google_reply(invited.uid)).sure
    assert store.meetings.get(invited.id).state is State.AGREED


@pytest.mark.parametrize("method", ["REQUEST", "CANCEL", "PUBLISH", "ADD", "DECLINECOUNTER"])
@pytest.mark.parametrize("sender", ["mallory@evil.example", MAYA, ""])
def test_nobody_overwrites_what_the_user_planned(
    store: Store, tmp_path: Path, invited: Meeting, method: str, sender: str
) -> None:
    text = messages.invitation(invited.uid, 9, method=method, sender=sender, name="Ada")
    assert not opened(store, tmp_path, text).can


@pytest.mark.parametrize("method", ["REPLY", "COUNTER"])
def test_nobody_answers_for_the_guest_unasked(
    store: Store, tmp_path: Path, invited: Meeting, method: str
) -> None:
    text = messages.counter(invited.uid).replace("METHOD:COUNTER", f"METHOD:{method}")
    text = text.replace(f'CN="Maya Okafor":mailto:{MAYA}', f'CN="{MAYA}":mailto:m@evil.example')
    finding = done(store, tmp_path, text)
    assert (finding.doubt, finding.address) == (Doubt.ADDRESS, "m@evil.example")
    assert store.meetings.get(invited.id) == invited


@pytest.mark.parametrize("method", ["REQUEST", "CANCEL"])
def test_nobody_else_changes_or_calls_off_what_they_invited_to(
    store: Store, tmp_path: Path, maya: int, method: str
) -> None:
    done(store, tmp_path, messages.invitation())
    (before,) = store.meetings.of_person(maya)
    for sender in ("mallory@evil.example", ""):
        other = messages.invitation(sequence=7, method=method, sender=sender, place="Elsewhere")
        assert not done(store, tmp_path, other).sure
    assert store.meetings.of_person(maya) == [before]


def test_an_answer_to_the_old_time(store: Store, tmp_path: Path, invited: Meeting) -> None:
    plan_meeting.reschedule(store, invited.id, AT + timedelta(days=1), NOW)
    before = store.meetings.get(invited.id)
    assert done(store, tmp_path, messages.google_reply(invited.uid)).hitch is Hitch.OLDER
    assert store.meetings.get(invited.id) == before
    calendar_files.calendar_file(store, invited.id, NOW, invite=True)
    moved = messages.google_reply(invited.uid, sequence=1, day="20261202")
    assert done(store, tmp_path, moved).sure


def test_no_after_the_user_noted_a_yes(store: Store, tmp_path: Path, invited: Meeting) -> None:
    """The user's own note that it is agreed makes no invitation old."""
    plan_meeting.mark(store, invited.id, State.AGREED, NOW)
    done(store, tmp_path, messages.google_reply(invited.uid, "DECLINED"))
    assert store.meetings.get(invited.id).off_by_them


def test_an_answer_from_another_address_is_remembered_when_taken(
    store: Store, tmp_path: Path, invited: Meeting
) -> None:
    text = messages.google_reply(invited.uid, who="mo@new.example")
    finding = done(store, tmp_path, text)
    assert finding.doubt is Doubt.ADDRESS
    assert store.meetings.get(invited.id) == invited
    take(store, [finding], ZONE, NOW)
    assert store.meetings.get(invited.id).state is State.AGREED
    assert store.people.get(invited.person).emails == (MAYA, "mo@new.example")


def test_an_answer_to_what_was_removed(store: Store, tmp_path: Path, invited: Meeting) -> None:
    with store.transaction():
        store.meetings.remove(invited.id)
    assert opened(store, tmp_path, messages.google_reply(invited.uid)).hitch is Hitch.UNKNOWN


def test_what_changed_meanwhile_is_left(store: Store, tmp_path: Path, invited: Meeting) -> None:
    finding = opened(store, tmp_path, messages.google_reply(invited.uid))
    plan_meeting.cancel(store, invited.id, NOW)
    change, taken = take(store, [finding], ZONE, NOW)
    assert not change and not taken


def test_another_time_waits_for_the_users_word(
    store: Store, tmp_path: Path, invited: Meeting
) -> None:
    done(store, tmp_path, messages.counter(invited.uid))
    assert store.meetings.get(invited.id) == invited
    proposal = proposal_for(store, invited)
    assert proposal is not None
    assert (proposal.starts, proposal.zone) == (datetime(2026, 12, 2, 14), ZONE)
    assert (proposal.minutes, proposal.comment) == (60, "Mornings are bad that week")
    assert done(store, tmp_path, messages.counter(invited.uid)).hitch is Hitch.KNOWN


def test_their_time_is_taken(store: Store, tmp_path: Path, invited: Meeting) -> None:
    done(store, tmp_path, messages.counter(invited.uid))
    change, meeting = take_proposal(store, invited.id, NOW)
    assert (meeting.starts, meeting.state) == (datetime(2026, 12, 2, 14), State.AGREED)
    assert (meeting.sequence, meeting.place) == (invited.sequence + 1, "The Wharf")
    assert given(store, meeting, NOW).theirs_old  # the updated invitation is on offer
    assert proposal_for(store, meeting) is None
    store.revert(change)
    back = store.meetings.get(invited.id)
    assert (back.starts, back.state) == (AT, State.PROPOSED)
    assert proposal_for(store, back) is not None


def test_the_users_time_is_kept(store: Store, tmp_path: Path, invited: Meeting) -> None:
    done(store, tmp_path, messages.counter(invited.uid))
    change, _ = keep_ours(store, invited.id)
    assert proposal_for(store, invited) is None
    store.revert(change)
    assert proposal_for(store, invited) is not None


def test_a_proposal_is_over_once_it_is_planned_anew(
    store: Store, tmp_path: Path, invited: Meeting
) -> None:
    done(store, tmp_path, messages.counter(invited.uid))
    _, moved = plan_meeting.reschedule(store, invited.id, AT + timedelta(days=9), NOW)
    assert proposal_for(store, moved) is None


# invitations


@pytest.mark.parametrize(
    ("zone", "starts", "kept"),
    [
        ("Europe/Paris", datetime(2026, 12, 3, 15), "Europe/Paris"),
        ("Romance Standard Time", datetime(2026, 12, 3, 15), "Europe/Paris"),
    ],
)
def test_an_invitation_becomes_a_one_to_one(
    store: Store, tmp_path: Path, maya: int, zone: str, starts: datetime, kept: str
) -> None:
    done(store, tmp_path, messages.invitation(zone=zone))
    (meeting,) = store.meetings.of_person(maya)
    assert (meeting.starts, meeting.zone, meeting.minutes) == (starts, kept, 60)
    assert (meeting.state, meeting.organizer, meeting.theirs) == (State.PROPOSED, MAYA, True)
    assert (meeting.uid, meeting.sequence) == ("7c0fe@google.com", 0)
    assert meeting.place == "Café de Flore, Paris"
    assert done(store, tmp_path, messages.invitation(zone=zone)).hitch is Hitch.KNOWN


def test_an_invitation_in_utc_is_kept_in_the_users_zone(
    store: Store, tmp_path: Path, maya: int
) -> None:
    text = messages.invitation().replace(";TZID=Europe/Paris:20261203T150000", ":20260703T140000Z")
    later = open_files(store, [saved(tmp_path, text)], ZONE, datetime(2026, 6, 1))
    take(store, later.findings, ZONE, datetime(2026, 6, 1))
    (meeting,) = store.meetings.of_person(maya)
    assert (meeting.starts, meeting.zone) == (datetime(2026, 7, 3, 15), ZONE)


def test_the_invitations_update_and_cancellation_follow(
    store: Store, tmp_path: Path, maya: int
) -> None:
    done(store, tmp_path, messages.invitation())
    (first,) = store.meetings.of_person(maya)
    plan_meeting.mark(store, first.id, State.AGREED, NOW)
    done(store, tmp_path, messages.invitation(sequence=1, place="Louvre"))
    (meeting,) = store.meetings.of_person(maya)
    assert (meeting.place, meeting.state, meeting.sequence) == ("Louvre", State.AGREED, 1)
    done(store, tmp_path, messages.invitation(sequence=2, starts="20261204T150000"))
    (meeting,) = store.meetings.of_person(maya)
    assert (meeting.starts.day, meeting.state, meeting.sequence) == (4, State.PROPOSED, 2)
    assert done(store, tmp_path, messages.invitation(sequence=1)).hitch is Hitch.OLDER
    done(store, tmp_path, messages.invitation(sequence=3, method="CANCEL"))
    (meeting,) = store.meetings.of_person(maya)
    assert meeting.off_by_them
    assert meeting.sequence == 3


def test_an_update_undone_can_be_taken_again(store: Store, tmp_path: Path, maya: int) -> None:
    done(store, tmp_path, messages.invitation())
    (before,) = store.meetings.of_person(maya)
    update = messages.invitation(sequence=1, place="Louvre")
    change, _ = take(store, [opened(store, tmp_path, update)], ZONE, NOW)
    store.revert(change)
    assert store.meetings.get(before.id) == before
    assert done(store, tmp_path, update).sure
    assert store.meetings.get(before.id).place == "Louvre"


def test_somebody_unknown_comes_in_with_the_invitation(
    store: Store, tmp_path: Path, maya: int
) -> None:
    text = messages.invitation(sender="ned@new.example", name="Ned New")
    finding = done(store, tmp_path, text)
    assert not store.meetings.all()
    change, _ = take(store, [finding], ZONE, NOW)
    (meeting,) = store.meetings.all()
    ned = store.people.get(meeting.person)
    assert (ned.name, ned.emails) == ("Ned New", ("ned@new.example",))
    store.revert(change)
    assert store.people.count() == 1


def test_one_step_takes_everything_back(store: Store, tmp_path: Path, invited: Meeting) -> None:
    def everything() -> tuple[object, ...]:
        kept = store.people.all(), store.meetings.all(), store.places.all()
        return (*kept, store.settings.beginning(""))

    before = everything()
    paths = [
        saved(tmp_path, text, f"{number}.ics")
        for number, text in enumerate(
            (
                messages.counter(invited.uid),
                messages.invitation(sender="ned@new.example", name="Ned New"),
                messages.calendar("", messages.held(1, "20260303", "Coffee", MAYA, ME)),
            )
        )
    ]
    change, taken = take(store, read(store, *paths).findings, ZONE, NOW)
    after = everything()
    assert len(taken) == len(paths)
    store.revert(change)
    assert everything() == before
    store.reapply(change)
    assert everything() == after


# calendars


def test_history_is_brought_in_once(store: Store, tmp_path: Path, maya: int) -> None:
    text = messages.calendar(
        "",
        messages.held(1, "20260303", "Coffee", MAYA, ME),
        messages.held(2, "20260304", "Lunch with Maya Okafor"),
        messages.held(3, "20260305", "Team", MAYA, ME, "x@y.example"),
        messages.held(4, "20260306", "Dentist"),
        messages.held(5, "20260307", "Call", "stranger@y.example", ME),
        messages.held(6, "20260303", "Coffee again", MAYA, ME),
    )
    path = saved(tmp_path, text)
    found = read(store, path).findings
    told = [(each.act, each.hitch, each.doubt) for each in found]
    assert told == [
        (Act.HOLD, Hitch.NONE, Doubt.NONE),
        (Act.HOLD, Hitch.NONE, Doubt.NAME),
        (Act.HOLD, Hitch.SEVERAL, Doubt.NONE),
        (Act.HOLD, Hitch.ALONE, Doubt.NONE),
        (Act.HOLD, Hitch.STRANGER, Doubt.STRANGER),
        (Act.HOLD, Hitch.KNOWN, Doubt.NONE),
    ]
    take(store, found, ZONE, NOW)
    meetings = store.meetings.of_person(maya)
    assert [(m.state, m.starts.day, m.minutes) for m in meetings] == [
        (State.HELD, 3, 60),
        (State.HELD, 4, 60),
    ]
    again = read(store, path).findings
    assert not any(each.can for each in again)


def test_the_programs_own_export_says_nothing_new(
    store: Store, tmp_path: Path, invited: Meeting
) -> None:
    for data in (
        calendar_files.export_calendar(store, NOW),
        calendar_files.calendar_file(store, invited.id, NOW, invite=True)[1],
        calendar_files.calendar_file(store, invited.id, NOW, invite=False)[1],
    ):
        assert opened(store, tmp_path, data).hitch is Hitch.OWN


def test_hostile_text_stays_text(store: Store, tmp_path: Path, maya: int) -> None:
    name = "<img src=x>\\nATTENDEE:mailto:a@b.example\u202eevil"
    text = messages.invitation(
        sender="ned@new.example", name="Ned", place="\\n\\n" + "x" * 5000, more=(f"COMMENT:{name}",)
    )
    finding = opened(store, tmp_path, text)
    assert finding.message.comment == "<img src=x> ATTENDEE:mailto:a@b.exampleevil"
    assert len(finding.message.place) == 300


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"BEGIN:VCARD\nEND:VCARD\n", "contacts"),
        (b"\x00\x01\x02 nothing", "no calendar"),
        (b"PK\x03\x04", "packed"),
    ],
)
def test_what_is_no_calendar_is_said(store: Store, tmp_path: Path, data: bytes, words: str) -> None:
    found = read(store, saved(tmp_path, data))
    assert not found.findings
    assert words in found.skipped[0].reason


def test_files_that_cannot_be_opened_are_said(store: Store, tmp_path: Path) -> None:
    found = read(store, tmp_path / "gone.ics", tmp_path, store.path)
    assert [each.where for each in found.shut] == ["gone.ics", tmp_path.name, store.path.name]
    assert "folder" in found.shut[1].reason and "library" in found.shut[2].reason


def test_a_calendar_is_known_by_its_name_or_its_beginning(tmp_path: Path) -> None:
    assert is_calendar_file(saved(tmp_path, "", "a.ICS"))
    assert is_calendar_file(saved(tmp_path, "\ufeffBEGIN:VCALENDAR\n", "mail"))
    assert is_calendar_file(saved(tmp_path, "BEGIN:VCALENDAR\n".encode("utf-16"), "wide.txt"))
    assert not is_calendar_file(saved(tmp_path, "BEGIN:VCARD\n", "a.vcf"))
    assert not is_calendar_file(tmp_path)


def test_tasks_and_free_times_are_counted(store: Store, tmp_path: Path) -> None:
    text = messages.calendar("", "BEGIN:VTODO\nSUMMARY:x\nEND:VTODO\n" * 2)
    found = read(store, saved(tmp_path, text))
    assert found.files[0].others == (("VTODO", 2),)


def test_an_answer_keeps_the_title_of_whoever_invited(
    store: Store, tmp_path: Path, maya: int
) -> None:
    done(store, tmp_path, messages.invitation())
    (meeting,) = store.meetings.all()
    _, data = calendar_files.calendar_file(store, meeting.id, NOW, invite=True)
    assert b"METHOD:REPLY" in data and b"SUMMARY:Catching up\r\n" in data
    changed = messages.invitation(sequence=1).replace("Catching up", "Coffee")
    done(store, tmp_path, changed)
    called_off = messages.invitation(sequence=2, method="CANCEL")
    done(store, tmp_path, called_off.replace("Catching up", "Canceled: Coffee"))
    done(store, tmp_path, messages.invitation(sequence=3).replace("SUMMARY:Catching up\n", ""))
    _, data = calendar_files.calendar_file(store, meeting.id, NOW, invite=True)
    assert b"SUMMARY:Coffee\r\n" in data


def test_an_invitation_already_accepted_elsewhere_needs_no_answer(
    store: Store, tmp_path: Path, maya: int
) -> None:
    here = messages.invitation("here@google.com")
    elsewhere = messages.invitation(starts="20261204T150000").replace("NEEDS-ACTION", "ACCEPTED")
    for text in (here, elsewhere):
        done(store, tmp_path, text)
    for meeting in store.meetings.all():
        plan_meeting.mark(store, meeting.id, State.AGREED, NOW)
    asked, told = sorted(store.meetings.all(), key=lambda one: one.starts)
    assert given(store, asked, NOW).unanswered
    assert not given(store, told, NOW).unanswered
    assert not given(store, told, NOW).theirs_old
