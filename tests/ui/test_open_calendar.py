"""Opening calendar files in the window: what is done at once, and what is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QFileDialog
from pytestqt.qtbot import QtBot

from planner.domain.meetings import Meeting, State
from planner.journeys import calendar_files, plan_meeting
from planner.journeys.busy_times import calendars
from planner.journeys.keep_people import edit_person
from planner.storage.store import Store
from tests import messages
from tests.clocks import NOW, ZONE
from tests.messages import MAYA, ME, saved
from tests.ui.drivers_bring_in import card
from tests.ui.drivers_window import ListDriver, WindowDriver
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.two_lines import Role

AT = datetime(2026, 12, 1, 8, 30)
TITLE = "open-calendar-title"


class OpenedDriver(ListDriver):
    """The dialog: its words, the chips, and the rows of the part in sight."""

    @property
    def view(self) -> QAbstractItemView:  # type: ignore[override]
        return self.find(QAbstractItemView, "opened")

    @property
    def title(self) -> str:
        return self.says(TITLE)

    def below(self, row: int) -> str:
        """What a row says below the name."""
        return str(self.view.model().index(row, 0).data(Role.SUBTITLE))


@pytest.fixture
def window(network: Session, view: QSettings, qtbot: QtBot) -> Iterator[MainWindow]:
    store = network.store
    with store.transaction():
        store.me.put(replace(store.me.get(), email=ME, name="Ada"))
        maya = next(one for one in store.people.all() if one.name == "Maya Okafor")
        store.people.update(replace(maya, emails=(MAYA,)))
    made = MainWindow(network, view)
    qtbot.addWidget(made)
    made.start()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


@pytest.fixture
def user(window: MainWindow) -> WindowDriver:
    return WindowDriver(window)


@pytest.fixture
def invited(window: MainWindow) -> Meeting:
    """A 1-2-1 whose invitation is in Maya's calendar."""
    store = window.session.store
    maya = next(one for one in store.people.all() if one.name == "Maya Okafor")
    _, meeting = plan_meeting.plan(store, maya.id, AT, ZONE, 45, "The Wharf", "", "", "", None, NOW)
    calendar_files.calendar_file(store, meeting.id, NOW, invite=True)
    return store.meetings.get(meeting.id)


def kept(window: MainWindow, meeting: Meeting) -> Meeting:
    return window.session.store.meetings.get(meeting.id)


def asked(user: WindowDriver, qtbot: QtBot) -> OpenedDriver:
    """The dialog, once it asks."""
    qtbot.waitUntil(lambda: user.dialogs() == ["open-calendar-dialog"])
    dialog = OpenedDriver(user.dialog("open-calendar-dialog").root, "opened")
    qtbot.waitUntil(lambda: dialog.title not in ("Reading…", "Noting it…"))
    return dialog


def test_an_answer_dropped_is_noted_at_once_and_can_be_undone(
    window: MainWindow, user: WindowDriver, invited: Meeting, tmp_path: Path, qtbot: QtBot
) -> None:
    assert user.drop(saved(tmp_path, messages.google_reply(invited.uid)))
    qtbot.waitUntil(lambda: user.toast() == "Maya said yes")
    assert user.dialogs() == []
    assert (user.at, user.page.says("meeting-state")) == (Where.MEETINGS, "Agreed")
    user.undo()
    assert kept(window, invited).state is State.PROPOSED
    assert user.page.says("meeting-state") == "Proposed"


def test_a_no_is_noted(
    window: MainWindow, user: WindowDriver, invited: Meeting, tmp_path: Path, qtbot: QtBot
) -> None:
    window.bring_in([str(saved(tmp_path, messages.outlook_reply(invited.uid, "DECLINED")))])
    qtbot.waitUntil(lambda: user.toast() == "Maya said no")
    assert kept(window, invited).off_by_them


def test_the_same_answer_again_says_so(
    window: MainWindow, user: WindowDriver, invited: Meeting, tmp_path: Path, qtbot: QtBot
) -> None:
    file = str(saved(tmp_path, messages.google_reply(invited.uid)))
    window.bring_in([file])
    qtbot.waitUntil(lambda: user.toast() == "Maya said yes")
    window.go(Route(Where.TODAY))
    window.bring_in([file])
    dialog = asked(user, qtbot)
    assert dialog.title == "Maya Okafor said yes"
    assert dialog.says("opened-told") == "It stands so here already."
    dialog.press("look")
    assert user.at is Where.MEETINGS


def test_a_yes_to_another_time_is_asked_about(
    window: MainWindow, user: WindowDriver, invited: Meeting, tmp_path: Path, qtbot: QtBot
) -> None:
    window.bring_in([str(saved(tmp_path, messages.google_reply(invited.uid, day="20261224")))])
    dialog = asked(user, qtbot)
    assert dialog.title == "Maya Okafor said yes"
    assert dialog.says("open-calendar-words").startswith("To Thursday 24 December")
    assert "planned for Tuesday 1 December" in dialog.says("opened-before")
    assert "another time" in dialog.says("opened-told")
    assert kept(window, invited) == invited
    dialog.press("apply")
    qtbot.waitUntil(lambda: user.toast() == "Maya said yes")
    assert kept(window, invited).state is State.AGREED


def test_what_nobody_said_yes_to_was_held_perhaps(
    window: MainWindow, user: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    perhaps = messages.held(8, "20190808", "Soup", MAYA, ME).replace("ACCEPTED", "TENTATIVE")
    certain = messages.held(9, "20190909", "Lunch", MAYA, ME)
    file = saved(tmp_path, messages.calendar("", certain, perhaps))
    window.bring_in([str(file)])
    dialog = asked(user, qtbot)
    assert len(dialog.ticked()) == 1
    dialog.press("opened-perhaps")
    assert (dialog.names(), dialog.ticked()) == (["Maya Okafor"], [])
    assert "“Soup” · Nobody said a clear yes" in dialog.below(0)


def test_a_file_is_chosen_in_the_menu(
    user: WindowDriver,
    invited: Meeting,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = saved(tmp_path, messages.google_reply(invited.uid, who="mo@new.example"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *asked: ([str(file)], ""))
    user.keys("Ctrl+O")
    dialog = asked(user, qtbot)
    assert "mo@new.example" in dialog.says("opened-told")
    dialog.press("apply")
    qtbot.waitUntil(lambda: user.toast() == "Maya said yes")


def test_another_time_waits_on_the_meeting_and_is_taken(
    window: MainWindow, user: WindowDriver, invited: Meeting, tmp_path: Path, qtbot: QtBot
) -> None:
    window.bring_in([str(saved(tmp_path, messages.counter(invited.uid)))])
    qtbot.waitUntil(lambda: user.toast() == "Maya proposes another time")
    told = "Maya proposes another time: Wednesday 2 December, 14:00 – 15:00"
    assert user.page.says("proposal-words") == told
    assert user.page.says("proposal-comment") == "“Mornings are bad that week”"
    user.page.press("take-proposal")
    assert user.toast().startswith("1-2-1 with Maya moved to Wednesday 2 December")
    moved = kept(window, invited)
    assert (moved.starts, moved.state) == (datetime(2026, 12, 2, 14), State.AGREED)
    assert user.page.sees("old-invitation") and not user.page.sees("proposal-words")
    user.undo()
    assert kept(window, invited).starts == AT
    user.page.press("keep-ours")
    assert user.toast().startswith("The time planned with Maya stays. A message that asks Maya")
    copied = QGuiApplication.clipboard().text()
    assert "Thank you for suggesting Wednesday 2 December at 14:00. Could we keep" in copied
    assert not user.page.sees("proposal-words")
    assert kept(window, invited).starts == AT


def test_another_time_waits_on_today(
    window: MainWindow, user: WindowDriver, invited: Meeting, tmp_path: Path, qtbot: QtBot
) -> None:
    window.bring_in([str(saved(tmp_path, messages.counter(invited.uid)))])
    qtbot.waitUntil(lambda: user.toast() == "Maya proposes another time")
    window.go(Route(Where.TODAY))
    qtbot.waitUntil(lambda: user.page.sees("proposals"))
    assert user.page.says("proposed-when") == "Wednesday 2 December, 14:00 – 15:00"
    maya = window.session.store.people.get(invited.person)
    window.session.keep(edit_person, replace(maya, zone="Asia/Tokyo"))
    both = "Wednesday 2 December, 14:00 – 15:00 (23:00 for Maya)"
    qtbot.waitUntil(lambda: user.page.says("proposed-when") == both)
    user.page.press("keep-ours")
    qtbot.waitUntil(lambda: not user.page.sees("proposals"))
    user.undo()
    qtbot.waitUntil(lambda: user.page.sees("proposals"))
    user.page.press("take-proposal")
    qtbot.waitUntil(lambda: not user.page.sees("proposals"))
    assert kept(window, invited).starts == datetime(2026, 12, 2, 14)


def test_an_invitation_becomes_a_one_to_one(
    window: MainWindow, user: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    window.bring_in([str(saved(tmp_path, messages.invitation()))])
    qtbot.waitUntil(lambda: user.toast() == "Maya invites you")
    assert "Paris time" in user.page.says("meeting-line")


def test_somebody_unknown_is_offered_to_come_in(
    window: MainWindow, user: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    text = messages.invitation(sender="n@new.example", name="<b>Ned</b> New")
    window.bring_in([str(saved(tmp_path, text))])
    dialog = asked(user, qtbot)
    assert dialog.title == "<b>Ned</b> New invites you"
    dialog.press("apply")
    qtbot.waitUntil(lambda: user.toast() == "<b>Ned</b> New invites you")
    assert user.count(Where.PEOPLE) == "31"
    user.undo()
    assert user.count(Where.PEOPLE) == "30"


def history(store: Store, folder: Path) -> Path:
    people = [one for one in store.people.all() if one.emails][:4]
    events = [
        messages.held(n, f"2019{n + 1:02}10", "Lunch", one.emails[0], ME)
        for n, one in enumerate(people)
    ]
    events.append(messages.held(9, "20190909", f"Coffee with {people[0].name}"))
    events.append(messages.held(10, "20190910", "Dentist"))
    return saved(folder, messages.calendar("", *events), "history.ics")


def test_a_zone_nobody_knows_is_said_before_anything_is_kept(
    window: MainWindow, user: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    text = messages.invitation(zone="Harbour Time")
    window.bring_in([str(saved(tmp_path, text))])
    dialog = asked(user, qtbot)
    assert dialog.title == "Maya Okafor invites you"
    assert "Harbour Time" in dialog.says("opened-odd")
    dialog.press("apply")
    qtbot.waitUntil(lambda: user.toast() == "Maya invites you")


def test_somebody_else_cannot_move_what_the_user_planned(
    window: MainWindow, user: WindowDriver, invited: Meeting, tmp_path: Path, qtbot: QtBot
) -> None:
    text = messages.invitation(invited.uid, 9, sender="mallory@evil.example", name="Ada")
    window.bring_in([str(saved(tmp_path, text))])
    dialog = asked(user, qtbot)
    assert dialog.title == "About your 1-2-1 with Maya Okafor"
    assert "mallory@evil.example" in dialog.says("opened-told")
    assert not dialog.sees("apply")
    assert kept(window, invited) == invited


def test_history_is_ticked_off(
    window: MainWindow, user: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    store = window.session.store
    before = len(store.meetings.all())
    window.bring_in([str(history(store, tmp_path))])
    dialog = asked(user, qtbot)
    assert len(dialog.ticked()) == 4
    assert dialog.words_on("apply") == "Note 4 1-2-1s as held"
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)  # where the keyboard is: the first
    assert len(dialog.ticked()) == 3
    dialog.press("tick-all")
    assert dialog.words_on("apply") == "Tick what to keep"
    dialog.press("tick-all")
    dialog.tick(dialog.names()[1])
    dialog.press("opened-perhaps")
    assert dialog.ticked() == []
    dialog.press("opened-nothing")
    assert dialog.names() == ["Dentist"]
    dialog.press("apply")
    qtbot.waitUntil(lambda: user.toast() == "3 1-2-1s noted as held")
    assert len(store.meetings.all()) == before + 3
    user.undo()
    assert len(store.meetings.all()) == before


def test_a_calendar_saved_whole_can_be_planned_around(
    window: MainWindow, user: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    store = window.session.store
    file = history(store, tmp_path)
    window.bring_in([str(file)])
    dialog = asked(user, qtbot)
    dialog.press("own")
    assert str(file) in calendars(store) and not dialog.sees("own")
    dialog.press("cancel")
    window.session.undo_stack.undo()
    assert str(file) not in calendars(store)


def test_the_dialog_is_left_without_a_change(
    window: MainWindow, user: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    before = len(window.session.store.meetings.all())
    window.bring_in([str(history(window.session.store, tmp_path))])
    asked(user, qtbot).press("cancel")
    assert user.dialogs() == []
    assert len(window.session.store.meetings.all()) == before


def test_contacts_and_calendars_dropped_together_are_split(
    window: MainWindow, user: WindowDriver, invited: Meeting, tmp_path: Path, qtbot: QtBot
) -> None:
    phone = tmp_path / "phone.vcf"
    phone.write_text(card("Somebody New"))
    assert user.drop(saved(tmp_path, messages.google_reply(invited.uid)), phone)
    qtbot.waitUntil(lambda: user.dialogs() == ["bring-in-dialog"])
    first = user.dialog("bring-in-dialog")
    qtbot.waitUntil(lambda: first.says("bring-in-title") == "1 new person")
    first.press("apply")
    qtbot.waitUntil(lambda: user.toast() == "Maya said yes")
    assert kept(window, invited).state is State.AGREED


@pytest.mark.parametrize("text", ["", "hello", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"])
def test_a_file_without_a_meeting_says_so(
    window: MainWindow, user: WindowDriver, tmp_path: Path, qtbot: QtBot, text: str
) -> None:
    window.bring_in([str(saved(tmp_path, text))])
    dialog = asked(user, qtbot)
    assert dialog.title in ("That cannot be opened", "There is no meeting in it")
    assert not dialog.sees("apply")
    dialog.press("cancel")


def at_the_same_time(window: MainWindow, starts: datetime, zone: str) -> None:
    store = window.session.store
    jonas = next(one for one in store.people.all() if one.name != "Maya Okafor")
    with store.transaction():
        store.people.update(replace(jonas, name="Jonas Then"))
        store.meetings.add(Meeting(person=jonas.id, starts=starts, zone=zone, uid="then@visavis"))


def test_a_time_already_taken_is_said_before_it_is_taken(
    window: MainWindow, user: WindowDriver, invited: Meeting, tmp_path: Path, qtbot: QtBot
) -> None:
    at_the_same_time(window, datetime(2026, 12, 2, 14, 30), ZONE)
    window.bring_in([str(saved(tmp_path, messages.counter(invited.uid)))])
    told = "You are to meet Jonas Then then as well."
    qtbot.waitUntil(lambda: user.toast() == f"Maya proposes another time. {told}")
    assert user.page.says("proposal-then") == told
    window.go(Route(Where.TODAY))
    qtbot.waitUntil(lambda: user.page.sees("proposals"))
    assert user.page.says("proposed-then") == told


def test_an_invitation_to_a_time_already_taken_says_so(
    window: MainWindow, user: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    at_the_same_time(window, datetime(2026, 12, 3, 15), "Europe/Paris")
    text = messages.invitation(sender="n@new.example", name="Ned New")
    window.bring_in([str(saved(tmp_path, text))])
    dialog = asked(user, qtbot)
    assert dialog.says("opened-then") == "You are to meet Jonas Then then as well."
    dialog.press("cancel")
    window.bring_in([str(saved(tmp_path, messages.invitation()))])
    qtbot.waitUntil(lambda: user.toast().startswith("Maya invites you. You are to meet Jonas"))


def test_an_update_says_from_when_to_when(
    window: MainWindow, user: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    window.bring_in([str(saved(tmp_path, messages.invitation()))])
    qtbot.waitUntil(lambda: user.toast() == "Maya invites you")
    later = messages.invitation(sequence=1).replace("20261203T15", "20261204T15")
    window.bring_in([str(saved(tmp_path, later.replace("20261203T16", "20261204T16")))])
    qtbot.waitUntil(lambda: user.toast().startswith("Maya changed the 1-2-1. From "))
    assert user.toast().count("14:00") == 2


def test_a_file_that_comes_meanwhile_is_named(
    window: MainWindow, user: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    text = messages.invitation(sender="n@new.example", name="Ned New")
    window.bring_in([str(saved(tmp_path, text))])
    dialog = asked(user, qtbot)
    assert not dialog.sees("open-calendar-waiting")
    window.bring_in([str(saved(tmp_path, messages.invitation(), "second.ics"))])
    told = "One more file came: second.ics. It is opened after this."
    assert dialog.says("open-calendar-waiting") == told
    dialog.press("cancel")
    qtbot.waitUntil(lambda: user.toast() == "Maya invites you")
