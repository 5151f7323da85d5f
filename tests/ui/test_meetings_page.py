"""Every 1-2-1 in one list, and what can become of the one chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.conversation import Conversation
from planner.domain.debrief import Debrief
from planner.domain.me import Me
from planner.domain.meetings import CalledOff, Meeting, State
from planner.domain.people import Person
from planner.guides.library import load
from planner.journeys import hold_conversation as hold
from planner.journeys.about_me import save
from planner.journeys.busy_times import name_calendar
from planner.journeys.calendar_files import calendar_file
from planner.journeys.debrief_meeting import debrief
from planner.journeys.keep_people import edit_person
from planner.journeys.plan_meeting import cancel, draft_invitation, mark, plan, reschedule
from planner.storage.store import Store
from tests.calendar.lint import lint
from tests.calendar.raw import read
from tests.clocks import StandingClock
from tests.ui.drivers_plan import MeetingsDriver, SaveDialog, opened, save_into
from ui import asking, background
from ui.pages.meetings import MeetingsPage
from ui.routes import Route, Where
from ui.session import Session

NOW = datetime(2026, 11, 22, 9, 30)  # the session's clock; a Sunday
TUESDAY = datetime(2026, 11, 24, 10)
SAM = Me(name="Sam Doyle", email="sam@doyle.example", zone="Europe/London", ready=True)
KEY = Qt.Key
LIBRARY = load()

Planner = Callable[..., Meeting]


@pytest.fixture
def people(session: Session, store: Store) -> dict[str, Person]:
    session.keep(save, SAM)
    names = ("Maya Okafor", "Jonas Lindqvist", "Priya Shah")
    with store.transaction():
        kept = store.people.add_many(
            Person(name=name, emails=(f"{name.split()[0].lower()}@mail.example",)) for name in names
        )
    return {person.first_name: person for person in kept}


@pytest.fixture
def planned(session: Session, people: dict[str, Person]) -> Planner:
    """Plans a 1-2-1 by first name and time."""

    def make(name: str, starts: datetime, place: str = "The Wharf, Leeds") -> Meeting:
        told = (45, place, "Her story", "", "", "Coffee?", NOW)
        made = session.keep(plan, people[name].id, starts, "Europe/London", *told)
        assert isinstance(made, Meeting)
        return made

    return make


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> MeetingsPage:
    made = MeetingsPage(session)
    qtbot.addWidget(made)
    made.resize(1084, 760)
    return made


@pytest.fixture
def user(page: MeetingsPage) -> MeetingsDriver:
    return MeetingsDriver(page)


@pytest.fixture
def dialog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SaveDialog:
    return save_into(tmp_path, monkeypatch)


@pytest.fixture
def shown(page: MeetingsPage, qtbot: QtBot) -> Callable[..., None]:
    """Opens the page, at a 1-2-1 if one is named."""

    def show(meeting: int = 0) -> None:
        page.open(Route(Where.MEETINGS, meeting=meeting))
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.take_focus()

    return show


def routes(page: MeetingsPage) -> list[Route]:
    """Where the page wants to go, from now on."""
    wanted: list[Route] = []
    page.wanted.connect(wanted.append)
    return wanted


def test_an_empty_list_says_what_to_do(
    page: MeetingsPage, user: MeetingsDriver, shown: Callable[..., None]
) -> None:
    shown()
    assert user.sees("empty") and not user.sees("export-all")
    assert user.says("meetings-heading") == "Meetings"
    wanted = routes(page)
    user.press("see-today")
    assert wanted == [Route(Where.TODAY)]


def test_it_lists_what_waits_what_comes_and_what_is_past(
    user: MeetingsDriver, planned: Planner, session: Session, shown: Callable[..., None]
) -> None:
    planned("Maya", datetime(2026, 12, 3, 15))
    planned("Jonas", datetime(2026, 11, 23, 8, 30))
    planned("Priya", datetime(2026, 11, 20, 9))
    held = planned("Maya", datetime(2025, 3, 1, 9))
    missed = planned("Jonas", datetime(2026, 10, 1, 9), place="")
    session.keep(mark, held.id, State.HELD, NOW)
    session.keep(mark, missed.id, State.MISSED, NOW)
    shown()
    assert user.rows() == [
        ("HOW DID IT GO?",),
        ("Priya Shah", "20 Nov 09:00 · The Wharf", "Proposed"),
        ("COMING UP",),
        ("Jonas Lindqvist", "Tomorrow 08:30 · The Wharf", "Proposed"),
        ("Maya Okafor", "3 Dec 15:00 · The Wharf", "Proposed"),
        ("PAST",),
        ("Jonas Lindqvist", "1 Oct", "Missed"),
        ("Maya Okafor", "1 Mar 2025 · The Wharf", "Held"),
    ]
    assert user.says("meetings-line") == "2 coming up · 1 waiting for a word · 2 past"
    assert user.words_on("meeting-person") == "Priya Shah"


def test_the_keyboard_goes_through_the_list_past_the_heads_and_in(
    user: MeetingsDriver, planned: Planner, shown: Callable[..., None], qtbot: QtBot
) -> None:
    planned("Priya", datetime(2026, 11, 20, 9))
    planned("Jonas", TUESDAY)
    planned("Maya", TUESDAY + timedelta(days=1))
    shown()
    assert user.focus() == "meetings-list"
    assert user.at_row() == "Priya Shah"
    user.key(KEY.Key_Down)
    assert user.at_row() == "Jonas Lindqvist"
    qtbot.waitUntil(lambda: user.words_on("meeting-person") == "Jonas Lindqvist")
    user.key(KEY.Key_End)
    assert user.at_row() == "Maya Okafor"
    user.key(KEY.Key_Home)
    assert user.at_row() == "Priya Shah"
    user.key(KEY.Key_Up)
    assert user.at_row() == "Priya Shah"
    user.key(KEY.Key_Return)
    assert user.focus() == "note-it"


def test_a_route_shows_the_one_it_names(
    page: MeetingsPage,
    user: MeetingsDriver,
    planned: Planner,
    people: dict[str, Person],
    session: Session,
    shown: Callable[..., None],
) -> None:
    for day in range(30):
        planned("Jonas", datetime(2026, 12, 1, 9) + timedelta(days=day))
    far = planned("Maya", datetime(2027, 2, 1, 9), place="")
    shown(far.id)
    assert user.at_row() == "Maya Okafor"
    assert user.view.viewport().rect().contains(user.view.visualRect(user.view.currentIndex()))
    assert user.says("meeting-day") == "Monday 1 February 2027"
    assert user.says("meeting-line") == "09:00 – 09:45"
    session.keep(edit_person, replace(people["Maya"], zone="Asia/Tokyo"))
    assert user.says("meeting-line") == "09:00 – 09:45 · 18:00 for Maya"
    refused: list[str] = []
    session.refused.connect(refused.append)
    page.open(Route(Where.MEETINGS, meeting=999))
    assert refused[0].startswith("That 1-2-1 is not in the library any more")
    assert user.at_row() == "Maya Okafor"


def test_from_a_coming_one_to_everything_it_needs(
    page: MeetingsPage,
    user: MeetingsDriver,
    planned: Planner,
    people: dict[str, Person],
    shown: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(asking, "ask", lambda *question, **how: True)
    meeting = planned("Maya", TUESDAY)
    shown()
    wanted, sheets = routes(page), []
    page.sheet_wanted.connect(lambda person, about: sheets.append((person, about)))
    assert user.primary() == ["start"]
    assert user.says("meeting-learn") == "Her story"
    assert not user.sees("missed") and not user.sees("note-it")
    for name in ("start", "change", "meeting-person", "sheet"):
        user.press(name)
    maya = people["Maya"].id
    assert wanted == [
        Route(Where.CONVERSATION, person=maya, meeting=meeting.id),
        Route(Where.PLAN, meeting=meeting.id),
        Route(Where.PEOPLE, person=maya),
    ]
    assert sheets == [(maya, meeting.id)]


def test_how_it_stands_is_said_with_undo_and_the_keyboard_stays(
    user: MeetingsDriver,
    planned: Planner,
    session: Session,
    store: Store,
    shown: Callable[..., None],
) -> None:
    done: list[str] = []
    session.done.connect(done.append)
    meeting = planned("Maya", TUESDAY)
    shown()
    user.find(QLabel, "meeting-state")
    user.press("agree")
    assert store.meetings.get(meeting.id).state is State.AGREED
    assert user.says("meeting-state") == "Agreed"
    assert user.rows()[1][2] == "Agreed"
    assert not user.sees("agree")
    user.press("cancel-meeting")
    assert user.focus() == "off-them"
    user.press("off-them")
    assert user.rows() == [
        ("CALLED OFF",),
        ("Maya Okafor", "24 Nov · The Wharf", "Called off"),
    ]
    assert user.primary() == ["plan-next"]
    assert user.focus() == "plan-next"
    assert done == ["Maya said yes", "Maya called it off"]
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert store.meetings.get(meeting.id).state is State.PROPOSED
    assert user.says("meeting-state") == "Proposed"


def test_one_that_is_over_waits_for_a_word(
    page: MeetingsPage,
    user: MeetingsDriver,
    planned: Planner,
    store: Store,
    people: dict[str, Person],
    shown: Callable[..., None],
) -> None:
    meeting = planned("Priya", datetime(2026, 11, 20, 9))
    shown()
    wanted = routes(page)
    assert user.primary() == ["note-it"]
    user.press("note-it")
    user.press("missed")
    assert store.meetings.get(meeting.id).state is State.MISSED
    assert user.says("meeting-state") == "Missed"
    user.press("held-after-all")
    user.press("plan-next")
    priya = people["Priya"].id
    assert wanted == [
        Route(Where.DEBRIEF, person=priya, meeting=meeting.id),
        Route(Where.DEBRIEF, person=priya, meeting=meeting.id),
        Route(Where.PLAN, person=priya),
    ]


def test_one_that_has_begun_can_be_missed(
    user: MeetingsDriver, planned: Planner, shown: Callable[..., None]
) -> None:
    planned("Priya", NOW - timedelta(minutes=20))
    shown()
    assert user.rows()[0] == ("COMING UP",)
    assert user.sees("start") and user.sees("missed")


def test_it_moves_on_when_its_time_comes(
    page: MeetingsPage,
    user: MeetingsDriver,
    planned: Planner,
    clock: StandingClock,
    shown: Callable[..., None],
    qtbot: QtBot,
) -> None:
    clock.moment = NOW + timedelta(minutes=44, seconds=59, milliseconds=900)
    planned("Priya", NOW)
    shown()
    assert user.rows()[0] == ("COMING UP",)
    clock.moment = NOW + timedelta(minutes=46)
    qtbot.waitUntil(lambda: user.rows()[0] == ("HOW DID IT GO?",), timeout=4000)


def test_what_is_out_of_date_leaves_the_buttons_where_they_are(
    user: MeetingsDriver, planned: Planner, session: Session, shown: Callable[..., None]
) -> None:
    meeting = planned("Maya", TUESDAY)
    session.keep(calendar_file, meeting.id, NOW, True)
    shown()
    before = user.find(QPushButton, "change").mapTo(user.root, QPoint(0, 0))
    session.keep(reschedule, meeting.id, TUESDAY + timedelta(days=1), NOW)
    shown()
    assert user.notes()
    assert user.find(QPushButton, "change").mapTo(user.root, QPoint(0, 0)) == before


def test_files_again_and_what_is_out_of_date(
    user: MeetingsDriver,
    planned: Planner,
    session: Session,
    dialog: SaveDialog,
    shown: Callable[..., None],
) -> None:
    meeting = planned("Maya", TUESDAY)
    session.keep(calendar_file, meeting.id, NOW, True)
    session.keep(reschedule, meeting.id, TUESDAY + timedelta(days=1), NOW)
    shown()
    assert user.notes() == ["Maya has the invitation as it was before. Save the updated one…"]
    user.press("old-invitation")
    assert dialog.offered == ["Invitation Maya Okafor 2026-11-25.ics"]
    assert lint(dialog.last()) == []
    (event,) = read(dialog.last()).parts("VEVENT")
    assert (event.one("SEQUENCE").value, event.one("UID").value) == ("1", meeting.uid)
    assert user.notes() == []
    assert user.says("meeting-told").startswith("Saved: ")
    with opened("file") as programs:
        user.press("meeting-link")
    assert len(programs.links) == 1
    user.press("save-calendar")
    assert read(dialog.last()).one("METHOD").value == "PUBLISH"
    session.keep(cancel, meeting.id, NOW)
    assert len(user.notes()) == 2
    user.press("save-invitation")
    assert dialog.offered[-1] == "Cancellation Maya Okafor 2026-11-25.ics"
    assert read(dialog.last()).one("METHOD").value == "CANCEL"
    assert lint(dialog.last()) == []


def test_a_missing_address_is_told_with_the_way_to_add_it(
    page: MeetingsPage,
    user: MeetingsDriver,
    planned: Planner,
    session: Session,
    dialog: SaveDialog,
    shown: Callable[..., None],
) -> None:
    planned("Maya", TUESDAY)
    session.keep(save, replace(SAM, email=""))
    shown()
    wanted = routes(page)
    user.press("save-invitation")
    assert user.says("meeting-wrong").startswith("An invitation needs your e-mail address")
    user.press("meeting-link")
    assert wanted == [Route(Where.ME)]
    assert dialog.offered == []


def test_all_of_them_as_one_calendar(
    user: MeetingsDriver,
    planned: Planner,
    dialog: SaveDialog,
    shown: Callable[..., None],
    qtbot: QtBot,
) -> None:
    planned("Maya", TUESDAY)
    planned("Jonas", TUESDAY + timedelta(days=1))
    shown()
    user.press("export-all")
    qtbot.waitUntil(lambda: user.says("meeting-told").startswith("Saved: "))
    assert dialog.offered == ["1-2-1s 2026-11-22.ics"]
    assert lint(dialog.last()) == []
    assert len(read(dialog.last()).parts("VEVENT")) == 2


def test_an_export_that_cannot_be_written_is_told(
    user: MeetingsDriver,
    planned: Planner,
    session: Session,
    dialog: SaveDialog,
    shown: Callable[..., None],
) -> None:
    planned("Maya", TUESDAY)
    shown()
    refused: list[str] = []
    session.refused.connect(refused.append)
    dialog.folder = dialog.folder / "not there"
    user.press("export-all")
    assert refused[0].startswith("There is no folder")


def test_text_from_outside_is_shown_as_it_is(
    page: MeetingsPage,
    user: MeetingsDriver,
    planned: Planner,
    store: Store,
    people: dict[str, Person],
    shown: Callable[..., None],
) -> None:
    with store.transaction():
        store.people.update(replace(people["Maya"], name="<b>Maya</b> & Co"))
    planned("Maya", TUESDAY, place="<img src=x>")
    shown()
    assert user.words_on("meeting-person") == "<b>Maya</b> && Co"  # a single & is a shortcut
    assert "<img src=x>" in user.says("meeting-line")
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_removed_one_gives_way_to_the_next(
    user: MeetingsDriver,
    planned: Planner,
    session: Session,
    people: dict[str, Person],
    shown: Callable[..., None],
) -> None:
    from planner.journeys.keep_people import remove_person

    jonas = planned("Jonas", TUESDAY)
    planned("Maya", TUESDAY + timedelta(days=1))
    shown(jonas.id)
    session.do("Removed", remove_person, people["Jonas"].id)
    assert user.at_row() == "Maya Okafor"
    assert user.words_on("meeting-person") == "Maya Okafor"
    session.do("Removed", remove_person, people["Maya"].id)
    assert user.sees("empty")
    session.undo_stack.undo()
    assert user.words_on("meeting-person") == "Maya Okafor"


def test_days_early_it_is_asked_whether_to_talk_now(
    page: MeetingsPage,
    user: MeetingsDriver,
    planned: Planner,
    session: Session,
    shown: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    answers = [False, True]

    def answer(*question: str, enter_means: bool) -> bool:
        asked.append(question[2])
        return answers.pop(0)

    monkeypatch.setattr(asking, "ask", answer)
    meeting = planned("Maya", TUESDAY)
    soon = planned("Jonas", NOW + timedelta(hours=11))
    shown(meeting.id)
    wanted = routes(page)
    user.press("start")
    assert (asked, wanted) == (["It is planned for Tuesday 10:00. Talk now instead?"], [])
    user.press("start")
    assert [route.meeting for route in wanted] == [meeting.id]
    page.open(Route(Where.MEETINGS, meeting=soon.id))
    user.press("start")
    assert [route.meeting for route in wanted] == [meeting.id, soon.id]
    session.keep(hold.begin, LIBRARY, meeting.id, NOW)
    page.open(Route(Where.MEETINGS, meeting=meeting.id))
    user.press("start")
    assert len(asked) == 2, "once they talk there is nothing to ask"


def test_a_talk_under_way_is_gone_on_with(
    user: MeetingsDriver, planned: Planner, session: Session, shown: Callable[..., None]
) -> None:
    meeting = planned("Maya", NOW)
    shown()
    assert user.words_on("start") == "Start conversation"
    begun = session.keep(hold.begin, LIBRARY, meeting.id, NOW)
    assert isinstance(begun, Conversation)
    assert user.words_on("start") == "Go on talking"
    session.keep(hold.finish_talking, begun)
    assert user.primary() == ["note-it"]
    assert user.words_on("start") == "Go on talking"


def test_what_was_said_can_be_read_again(
    user: MeetingsDriver, planned: Planner, session: Session, shown: Callable[..., None]
) -> None:
    meeting = planned("Maya", NOW - timedelta(hours=1))
    begun = session.keep(hold.begin, LIBRARY, meeting.id, NOW - timedelta(hours=1))
    assert isinstance(begun, Conversation)
    first, second = begun.script[:2]
    noted = {second: "A second shop", first: "<b>Until</b> eleven", "gone": "Tea"}
    for prompt, text in noted.items():
        session.keep(hold.note, meeting.id, prompt, text)
    session.keep(debrief, meeting.id, Debrief("Warm"), NOW.date(), NOW)
    shown(meeting.id)
    questions = [LIBRARY.prompt(first), LIBRARY.prompt(second)]
    assert user.reads("what-was-said") == [
        "What was said",
        questions[0].text if questions[0] else "",
        "<b>Until</b> eleven",
        questions[1].text if questions[1] else "",
        "A second shop",
        "A question no longer asked",
        "Tea",
    ]


def test_nobody_is_asked_to_send_word_of_what_is_past(
    page: MeetingsPage,
    user: MeetingsDriver,
    planned: Planner,
    session: Session,
    clock: StandingClock,
    shown: Callable[..., None],
) -> None:
    for name, state in (("Maya", State.HELD), ("Jonas", State.MISSED), ("Priya", None)):
        meeting = planned(name, NOW + timedelta(hours=2))
        session.keep(calendar_file, meeting.id, NOW, True)
        session.keep(reschedule, meeting.id, NOW + timedelta(hours=1), NOW)
        shown(meeting.id)
        assert len(user.notes()) == 1
        clock.moment = NOW + timedelta(hours=3)
        if state is not None:
            session.keep(mark, meeting.id, state, clock.moment)
        else:
            session.keep(cancel, meeting.id, clock.moment)
        page.open(Route(Where.MEETINGS, meeting=meeting.id))
        assert user.notes() == []
        clock.moment = NOW


def test_held_early_nobody_is_asked_to_send_word(
    user: MeetingsDriver, planned: Planner, session: Session, shown: Callable[..., None]
) -> None:
    meeting = planned("Maya", TUESDAY)
    session.keep(calendar_file, meeting.id, NOW, True)
    session.keep(debrief, meeting.id, Debrief("Warm"), NOW.date(), NOW)
    shown(meeting.id)
    assert user.says("meeting-day") == "Sunday 22 November"
    assert user.notes() == []


def test_calling_off_asks_who_did_in_place_and_can_be_thought_better_of(
    user: MeetingsDriver, planned: Planner, store: Store, shown: Callable[..., None]
) -> None:
    meeting = planned("Maya", TUESDAY)
    shown()
    assert not user.sees("off-them")
    user.press("cancel-meeting")
    assert user.sees("off-them") and user.sees("off-me") and not user.sees("cancel-meeting")
    user.key(KEY.Key_Escape)
    assert user.focus() == "cancel-meeting" and not user.sees("off-me")
    user.press("cancel-meeting")
    user.press("off-keep")
    assert store.meetings.get(meeting.id).planned
    user.press("cancel-meeting")
    user.press("off-me")
    kept = store.meetings.get(meeting.id)
    assert (kept.state, kept.called_off) == (State.CANCELLED, CalledOff.ME)


def test_after_their_call_off_three_times_or_a_month_of_peace(
    page: MeetingsPage,
    user: MeetingsDriver,
    planned: Planner,
    people: dict[str, Person],
    session: Session,
    store: Store,
    shown: Callable[..., None],
) -> None:
    meeting = planned("Maya", TUESDAY)
    session.keep(cancel, meeting.id, NOW, CalledOff.THEM)
    shown(meeting.id)
    assert user.says("meeting-next") == (
        "Maya called it off. The timing was not right, and that says nothing about the two of "
        "you. Three times to choose from make it easy to say yes. "
        "Until 13 December Maya is not suggested again."
    )
    assert user.words_on("plan-next") == "Suggest three times"
    user.press("rest-month")
    assert store.people.get(people["Maya"].id).rests_until == date(2026, 12, 22)
    assert "Until 22 December" in user.says("meeting-next")
    assert not user.sees("rest-month")
    wanted = routes(page)
    user.press("plan-next")
    assert wanted == [Route(Where.PLAN, person=people["Maya"].id)]


def test_after_the_users_own_the_next_word_is_theirs_with_an_apology(
    user: MeetingsDriver,
    planned: Planner,
    people: dict[str, Person],
    session: Session,
    store: Store,
    shown: Callable[..., None],
) -> None:
    meeting = planned("Maya", TUESDAY)
    session.keep(cancel, meeting.id, NOW, CalledOff.ME)
    shown(meeting.id)
    assert user.says("meeting-next").startswith("You called it off, so the next word is yours.")
    assert user.words_on("plan-next") == "Propose another time"
    assert not user.sees("rest-month")
    again = Meeting(person=people["Maya"].id, starts=TUESDAY + timedelta(days=7))
    draft = draft_invitation(store, again, NOW.date())
    assert "I am sorry that I had to call off our 1-2-1 on Tuesday 24 November." in draft


def test_a_no_show_is_met_without_a_grudge_until_something_follows(
    user: MeetingsDriver,
    planned: Planner,
    session: Session,
    shown: Callable[..., None],
) -> None:
    meeting = planned("Priya", datetime(2026, 11, 20, 9))
    session.keep(mark, meeting.id, State.MISSED, NOW)
    shown(meeting.id)
    assert user.says("meeting-next").startswith("Priya did not come. Something came up")
    assert user.primary() == ["plan-next"] and user.sees("rest-month")
    assert user.sees("held-after-all")
    planned("Priya", TUESDAY)
    shown(meeting.id)
    assert not user.sees("meeting-next") and not user.sees("rest-month")
    assert user.words_on("plan-next") == "Plan the next one"


def test_who_called_it_off_is_asked_where_nobody_said(
    user: MeetingsDriver,
    planned: Planner,
    session: Session,
    store: Store,
    shown: Callable[..., None],
) -> None:
    meeting = planned("Maya", TUESDAY)
    session.keep(cancel, meeting.id, NOW)
    shown(meeting.id)
    assert user.says("who-called-off") == "Who called it off?"
    assert not user.says("meeting-next")
    user.press("off-me")
    assert store.meetings.get(meeting.id).called_off is CalledOff.ME
    assert not user.sees("who-called-off")
    session.undo_stack.undo()
    assert user.sees("who-called-off")


def test_without_any_what_is_free_is_seen_if_a_calendar_is_named(
    user: MeetingsDriver, shown: Callable[..., None], session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "work.ics"
    file.write_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n")
    session.keep(name_calendar, str(file))
    shown()
    assert user.sees("see-free")
    user.press("see-free")
    assert not user.sees("empty")
    assert background.wait_for_all()
