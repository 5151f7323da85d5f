"""Why the question on screen: as it stood when the talk began, and for one that came later."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.domain.facts import Fact, FactKind
from planner.domain.guides import CATCH_UP
from planner.domain.meetings import Meeting, State
from planner.domain.people import Stage
from planner.guides.library import load
from planner.journeys.choose_questions import another
from planner.journeys.hold_conversation import begin, capture_fact
from tests.builders import a_meeting, a_person
from ui.question_reasons import QuestionReasons
from ui.session import Session

LIBRARY = load()
GUIDE = LIBRARY.guide(CATCH_UP)


@pytest.fixture
def meeting(session: Session) -> Meeting:
    now, today, store = session.now(), session.today(), session.store
    with store.transaction():
        ana = store.people.add(a_person("Ana Ferreira", stage=Stage.KNOWN))
        past = a_meeting(ana.id, now - timedelta(days=30), state=State.HELD)
        store.meetings.add(past)
        store.facts.add(Fact(person=ana.id, kind=FactKind.GOAL, text="Second shop", noted_on=today))
        return store.meetings.add(a_meeting(ana.id, now))


def reasons(session: Session, meeting: Meeting) -> QuestionReasons:
    person = session.store.people.get(meeting.person)
    return QuestionReasons(session, LIBRARY, GUIDE, meeting, person)


def test_they_stand_as_they_were_though_something_was_learned(
    session: Session, meeting: Meeting
) -> None:
    _, conversation = begin(session.store, LIBRARY, meeting.id, session.now())
    why = reasons(session, meeting)
    assert why.of(LIBRARY.prompt("again-how-far")) == "You noted: “Second shop”, 22 November."
    asked = (LIBRARY.prompt(one) for one in conversation.script)
    gap = next(one for one in asked if why.of(one).startswith("You don't know yet"))
    before = why.of(gap)
    assert gap is not None and gap.fills is not None
    capture_fact(session.store, meeting.id, gap.fills, "Now it is known", session.today())
    assert why.of(gap) == before
    assert reasons(session, meeting).of(gap) != before
    assert why.of(None) == ""


def test_another_question_has_its_reason_too(session: Session, meeting: Meeting) -> None:
    _, conversation = begin(session.store, LIBRARY, meeting.id, session.now())
    why = reasons(session, meeting)
    before = dict(why.scores)
    assert set(before) == set(conversation.script)
    _, on = another(session.store, LIBRARY, conversation, 40, session.today())
    new = on.script[on.at]
    assert new not in before
    assert why.of(LIBRARY.prompt(new)).startswith(("You ", "What ", "Last ", "Touches "))
    assert dict(why.scores) == {**before, new: why.scores[new]}
