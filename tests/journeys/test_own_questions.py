"""Own guides and questions are kept, altered, removed, and every step is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from planner.domain.guides import FIRST, Library
from planner.domain.own_questions import Liking, OwnGuide, OwnPrompt
from planner.domain.people import Stage
from planner.errors import NotFound, PlannerError
from planner.journeys import own_questions as journey
from planner.journeys.hold_conversation import begin
from planner.journeys.person_page import person_page
from planner.journeys.question_library import ours, question_library
from planner.journeys.what_was_said import noted_in
from planner.storage.store import Store
from tests.builders import a_meeting, a_person

NOW = datetime(2026, 11, 22, 9, 30)  # UTC, naive
MINE = OwnPrompt(guide=FIRST, phase="understand", text="  What would you\nnever give up? ")


def library(store: Store) -> Library:
    return question_library(store)


def test_a_question_is_kept_as_one_line_in_its_phase(store: Store) -> None:
    change, kept = journey.add_prompt(store, MINE)
    found = library(store).prompt(kept.key)
    assert found is not None and found.own
    assert found.text == "What would you never give up?"
    guide = library(store).guide(FIRST)
    assert guide.phases[guide.phase_index(kept.key) or 0].id == "understand"
    store.revert(change)
    assert library(store) == ours()


def test_a_question_needs_words_and_somebody_it_suits(store: Store) -> None:
    with pytest.raises(PlannerError, match="no words yet"):
        journey.add_prompt(store, replace(MINE, text=" \n "))
    with pytest.raises(PlannerError, match="suits nobody"):
        journey.add_prompt(store, replace(MINE, stages=frozenset()))
    with pytest.raises(PlannerError, match="7 questions to go deeper"):
        journey.add_prompt(store, replace(MINE, follow_ups=("a",) * 7))
    with pytest.raises(PlannerError, match="has 1,200 letters"):
        journey.add_prompt(store, replace(MINE, why=" ".join(["Well,", *["well"] * 239])))
    assert library(store) == ours()


def test_ones_own_version_can_take_the_place_of_the_programs(store: Store) -> None:
    theirs = ours().guide(FIRST).prompts[3]
    draft = journey.version_of(theirs, FIRST, "arrive")
    change, kept = journey.add_prompt(store, replace(draft, text="My way?"), theirs.id)
    now = library(store)
    assert theirs.id in now.left_out and kept.key not in now.left_out
    assert now.prompt(theirs.id) == theirs  # never changed
    assert now.prompt(kept.key) != theirs
    store.revert(change)
    assert library(store) == ours()


def test_a_question_is_altered(store: Store) -> None:
    _, kept = journey.add_prompt(store, MINE)
    change = journey.edit_prompt(store, replace(kept, text="Other words?", guide="catch-up"))
    assert library(store).guide("catch-up").prompt(kept.key) is not None
    store.revert(change)
    assert library(store).guide(FIRST).prompt(kept.key) is not None


def test_marks_are_kept_altered_and_taken_back(store: Store) -> None:
    key = ours().guides[0].prompts[0].id
    journey.set_liking(store, key, Liking.FAVOURITE)
    assert library(store).favourites == {key}
    change = journey.set_liking(store, key, Liking.LEFT_OUT)
    assert (library(store).favourites, library(store).left_out) == (frozenset(), {key})
    store.revert(change)
    assert library(store).favourites == {key}
    journey.set_liking(store, key, None)
    assert library(store) == ours()


def test_a_removed_question_nobody_answered_is_gone_and_comes_back(store: Store) -> None:
    _, kept = journey.add_prompt(store, MINE)
    journey.set_liking(store, kept.key, Liking.FAVOURITE)
    before = library(store)
    change = journey.remove_prompt(store, kept.id)
    assert library(store) == ours()
    with pytest.raises(NotFound, match="This question"):
        journey.remove_prompt(store, kept.id)
    store.revert(change)
    assert library(store) == before


def test_what_was_answered_stays_readable(store: Store) -> None:
    _, guide = journey.add_guide(store, OwnGuide(title="At a fair"))
    _, kept = journey.add_prompt(store, replace(MINE, guide=guide.key))
    with store.transaction():
        person = store.people.add(a_person())
        meeting = store.meetings.add(a_meeting(person.id, NOW))
        store.answers.note(meeting.id, kept.key, "Her garden")
    journey.remove_guide(store, guide.id)
    now = library(store)
    assert now.find(guide.key) is None
    assert all(kept.key not in {p.id for p in guide.prompts} for guide in now.guides)
    (note,) = noted_in(store, now, meeting.id)
    assert (note.question, note.text) == ("What would you never give up?", "Her garden")


def test_a_guide_is_made_of_another_and_goes_with_its_questions(store: Store) -> None:
    first = ours().guide(FIRST)
    change, kept = journey.add_guide(
        store, replace(journey.draft_guide(first), title="My first"), first
    )
    mine = library(store).guide(kept.key)
    assert mine.own and mine.title == "My first"
    assert [p.text for p in mine.prompts] == [p.text for p in first.prompts]
    assert {p.id for p in mine.prompts}.isdisjoint(p.id for p in first.prompts)
    before = library(store)
    gone = journey.remove_guide(store, kept.id)
    assert library(store) == ours()
    store.revert(gone)
    assert library(store) == before
    store.revert(change)
    assert library(store) == ours()


def test_a_guide_needs_a_name_and_time(store: Store) -> None:
    with pytest.raises(PlannerError, match="no name yet"):
        journey.add_guide(store, OwnGuide(title=" "))
    with pytest.raises(PlannerError, match="part of the guide has no name"):
        journey.add_guide(store, OwnGuide(title="Fair", titles=("A", " ", "C", "D", "E")))
    with pytest.raises(PlannerError, match="1 to 60 minutes"):
        journey.add_guide(store, OwnGuide(title="Fair", lengths=(0, 1, 2, 3, 4)))
    with pytest.raises(PlannerError, match="has 601 letters"):
        journey.add_guide(store, OwnGuide(title="Fair", about="x" * 601))


def test_a_guide_without_questions_is_not_among_those_to_choose(store: Store) -> None:
    _, kept = journey.add_guide(store, OwnGuide(title="At a fair"))
    assert library(store).guides == ours().guides
    assert [guide.title for guide in library(store).empty] == ["At a fair"]
    assert library(store).guide(kept.key).title == "At a fair"  # should a talk be under way


def test_what_is_left_out_is_never_asked(store: Store) -> None:
    with store.transaction():
        person = store.people.add(a_person(stage=Stage.CONNECTED))
        meeting = store.meetings.add(a_meeting(person.id, NOW))
    change, conversation = begin(store, library(store), meeting.id, NOW)
    first_script = conversation.script
    store.revert(change)
    asked = [id for id in first_script if not getattr(ours().prompt(id), "always", False)]
    for prompt in asked:
        journey.set_liking(store, prompt, Liking.LEFT_OUT)
    _, again = begin(store, library(store), meeting.id, NOW)
    assert not set(asked) & set(again.script)
    page = person_page(store, person.id, NOW.date())
    assert not {prompt.id for prompt in page.ways_to_ask.values()} & set(asked)


def test_an_own_guide_can_be_talked_through(store: Store) -> None:
    """Even one that has a single question, in one of its five phases."""
    _, guide = journey.add_guide(store, OwnGuide(title="At a fair"))
    _, kept = journey.add_prompt(store, replace(MINE, guide=guide.key))
    with store.transaction():
        person = store.people.add(a_person())
        meeting = store.meetings.add(replace(a_meeting(person.id, NOW), guide=guide.key))
    _, conversation = begin(store, library(store), meeting.id, NOW)
    assert conversation.guide == guide.key
    assert conversation.script == (kept.key,)
    with pytest.raises(PlannerError, match="“At a fair” is under way"):
        journey.remove_guide(store, guide.id)
    journey.remove_prompt(store, kept.id)
    _, gone_on = begin(store, library(store), meeting.id, NOW)
    assert gone_on.script == ()
