"""The pace of a talk: phases that stretch, questions there is no time for, and another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.meetings import Meeting
from planner.domain.people import Stage
from planner.journeys.hold_conversation import begin, keep
from planner.journeys.question_library import question_library
from planner.storage.store import Store
from tests.builders import a_meeting, a_person
from tests.clocks import NOW
from tests.ui.drivers_talk import TalkDriver
from ui.pages.conversation import ConversationPage
from ui.routes import Route, Where
from ui.session import Session

HOUR = 60  # minutes


@pytest.fixture
def meeting(store: Store) -> Meeting:
    with store.transaction():
        ana = store.people.add(a_person("Ana Ferreira", stage=Stage.KNOWN))
        return store.meetings.add(a_meeting(ana.id, NOW, minutes=HOUR))


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> Iterator[ConversationPage]:
    page = ConversationPage(session)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    yield page


def after(
    page: ConversationPage, store: Store, meeting: Meeting, minutes: int, phase: int = 0
) -> TalkDriver:
    """The talk as it stands after so many minutes, all of them spent on one phase."""
    _, begun = begin(store, question_library(store), meeting.id, NOW)
    spent = tuple(minutes * 60 if place == phase else 0 for place in range(len(begun.spent)))
    keep(store, replace(begun, elapsed=minutes * 60, spent=spent))
    page.open(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))
    return TalkDriver(page)


def minutes_of(user: TalkDriver) -> list[str]:
    return [told.split(", ")[1] for told in user.phases()]


def test_at_the_start_there_is_time_for_everything(
    page: ConversationPage, store: Store, meeting: Meeting
) -> None:
    user = after(page, store, meeting, 0)
    assert not user.sees("pace")
    assert minutes_of(user) == ["0 of 15", "20 min", "10 min", "10 min", "5 min"]


def test_late_the_phases_to_come_give_a_little_each(
    page: ConversationPage, store: Store, meeting: Meeting
) -> None:
    user = after(page, store, meeting, 30)
    assert minutes_of(user) == ["30 of 15", "13 min", "7 min", "7 min", "3 min"]


def test_late_it_says_how_many_questions_there_is_time_for(
    page: ConversationPage, store: Store, meeting: Meeting
) -> None:
    user = after(page, store, meeting, 45)
    script = store.conversations.of_meeting(meeting.id)
    assert script is not None
    found = re.fullmatch(r"Time for (\d+) of the (\d+) questions left", user.says("pace"))
    assert found is not None
    assert int(found[1]) < int(found[2]) == len(script.script)


def test_past_the_end_only_what_belongs_in_every_talk_is_left(
    page: ConversationPage, store: Store, meeting: Meeting
) -> None:
    user = after(page, store, meeting, 70)
    user.next()
    assert user.says("where").startswith("Agree what's next")


def test_what_was_passed_over_is_found_by_leafing_back(
    page: ConversationPage, store: Store, meeting: Meeting
) -> None:
    user = after(page, store, meeting, 70)
    first = user.question()
    user.next()
    user.key(Qt.Key.Key_PageUp)
    assert user.question() != first
    assert "Agree" not in user.says("where") or "question 1" not in user.says("where")


def test_one_more_question_is_on_screen_and_the_one_before_stays(
    page: ConversationPage, store: Store, meeting: Meeting
) -> None:
    user = after(page, store, meeting, 0)
    user.next()
    before, script = user.question(), store.conversations.of_meeting(meeting.id)
    assert script is not None
    assert user.find(QPushButton, "another-question").toolTip().startswith("One more question (")
    user.key(Qt.Key.Key_F6)
    assert user.question() != before
    kept = store.conversations.of_meeting(meeting.id)
    assert kept is not None and len(kept.script) == len(script.script) + 1
    assert kept.script[kept.at] not in script.script
    user.key(Qt.Key.Key_PageUp)
    assert user.question() == before


def test_it_says_when_no_other_is_left(
    page: ConversationPage, store: Store, meeting: Meeting
) -> None:
    user = after(page, store, meeting, 0)
    for _ in range(60):
        user.press("another-question")
        if user.sees("pace") and "No other" in user.says("pace"):
            break
    else:
        raise AssertionError("the questions of a part do not end")
    user.next()
    assert "No other" not in user.says("pace")


def test_past_the_last_question_another_may_be_asked_while_there_is_time(
    page: ConversationPage, store: Store, meeting: Meeting
) -> None:
    user = after(page, store, meeting, 20)
    user.to_the_end()
    assert user.sees("finish-here")
    user.press("another-question")
    assert user.sees("next")
    assert user.question().endswith(("?", "."))
