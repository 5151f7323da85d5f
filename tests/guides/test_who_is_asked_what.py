"""Whom the guide asks what, and why: people at every stage, as a table to be read.

The table is kept in who_is_asked_what.txt. Where the choice or a guide has changed on purpose, it
is written anew by

    VISAVIS_WRITE_QUESTIONS=1 python -m pytest tests/guides/test_who_is_asked_what.py

and then read as a person would read it: is the reason true and kind, is the order natural?
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.domain.discretion import Discretion
from planner.domain.facts import Fact, FactKind
from planner.domain.guides import Guide, phase_minutes
from planner.domain.people import Person, Stage
from planner.domain.phrases import says_any, significant_words
from planner.domain.prompts import DEPTH_AT, Choice, asked_before, choose
from planner.domain.question_weights import RECENTLY
from planner.domain.which_guide import suiting_guide
from planner.guides.library import load
from tests.guides.people_to_ask import PEOPLE, TODAY, Somebody
from ui import guide_wording, wording
from ui.which_guide_wording import why_guide

KEPT = Path(__file__).with_name("who_is_asked_what.txt")
RENEW = "VISAVIS_WRITE_QUESTIONS"
LIBRARY = load()
each = pytest.mark.parametrize("one", PEOPLE, ids=lambda one: one.person.name)


def chosen(one: Somebody) -> tuple[Guide, tuple[Choice, ...]]:
    guide = LIBRARY.guide(suiting_guide(one.person, one.past, one.facts, TODAY).guide)
    return guide, choose(
        guide,
        one.person,
        one.facts,
        one.asked,
        one.minutes,
        today=TODAY,
        last=one.last,
        favourites=one.favourites,
        left_out=one.left_out,
    )


def told(one: Somebody) -> str:
    """Somebody and the questions for them, as they are read."""
    guide, script = chosen(one)
    return "\n".join([*_head(one), *_asked(one, guide, script)])


def _head(one: Somebody) -> Iterator[str]:
    person, past = one.person, one.past
    yield f"{person.name}: {wording.stage(person.stage)}, {wording.attitude(person.attitude)}"
    for fact in one.facts:
        day = f" ({fact.noted_on})" if fact.noted_on else ""
        yield f"    {fact.kind.value}: {fact.text}{day}"
    if past.held:
        yield f"    1-2-1s held: {past.held}, the last word on {past.last_contact}"
    if one.last is not None:
        if one.last.summary:
            yield f"    last time: {one.last.summary}"
        if one.last.heard:
            yield f"    heard since, on {one.last.heard.day}: {one.last.heard.note}"
        for kind, text in one.last.noted:
            yield f"    noted last time, {kind.value}: {text}"
        for promise in one.last.promises:
            yield f"    {'I' if promise.mine else 'they'} promised: {promise.text}"


def _asked(one: Somebody, guide: Guide, script: tuple[Choice, ...]) -> Iterator[str]:
    suits = suiting_guide(one.person, one.past, one.facts, TODAY)
    yield f"  {guide.title}, {one.minutes} minutes. {why_guide(suits, one.person, TODAY)}"
    for phase, minutes in zip(guide.phases, phase_minutes(guide, one.minutes), strict=True):
        yield f"  - {phase.title}, {minutes}"
        for choice in script:
            if choice.phase == phase.id:
                yield f"    {choice.prompt.text}"
                if why := guide_wording.reason(choice, one.person, TODAY):
                    yield f"        {why}"


def test_the_table_is_as_it_was_read() -> None:
    written = "\n\n".join(map(told, PEOPLE)) + "\n"
    if os.environ.get(RENEW):
        KEPT.write_text(written, encoding="utf-8")
    assert written == KEPT.read_text(encoding="utf-8")


def test_it_has_people_of_every_kind() -> None:
    assert len(PEOPLE) >= 20
    assert len({one.person.stage for one in PEOPLE}) == 5
    assert len({one.person.attitude for one in PEOPLE}) == 4
    assert {chosen(one)[0].id for one in PEOPLE} == {guide.id for guide in LIBRARY.guides}


@each
def test_nobody_is_asked_twice_nor_what_was_asked_lately(one: Somebody) -> None:
    _, script = chosen(one)
    ids = [choice.prompt.id for choice in script]
    assert len(set(ids)) == len(ids)
    lately = {prompt for prompt, ago in one.asked.items() if ago <= 3}
    assert not lately.intersection(ids)
    assert not one.left_out.intersection(ids)


@each
def test_one_question_at_most_goes_deeper(one: Somebody) -> None:
    _, script = chosen(one)
    deeper = [choice for choice in script if choice.prompt.depth > DEPTH_AT[one.person.stage]]
    assert len(deeper) <= 1
    assert [choice for choice in script if choice.deeper] == deeper
    for choice in deeper:
        assert guide_wording.deeper() in guide_wording.reason(choice, one.person, TODAY)


@each
def test_what_is_private_is_in_no_reason(one: Somebody) -> None:
    private = Discretion.about(one.facts)
    for choice in chosen(one)[1]:
        assert private.allows(guide_wording.reason(choice, one.person, TODAY))


@each
def test_no_reason_touches_what_they_dislike(one: Somebody) -> None:
    disliked = [fact.text for fact in one.facts if fact.kind is FactKind.DISLIKE]
    for choice in chosen(one)[1]:
        quoted = choice.told.text if choice.told else ""
        assert not says_any(quoted, significant_words(disliked)), choice.prompt.id


@each
def test_nobody_hears_that_they_told_something_before_a_first_talk(one: Somebody) -> None:
    if one.past.held or one.person.stage >= 2:
        return
    assert not [choice for choice in chosen(one)[1] if choice.prompt.recalls]


@each
def test_the_next_time_brings_other_questions(one: Somebody) -> None:
    guide, script = chosen(one)
    asked = dict.fromkeys((choice.prompt.id for choice in script), 1)
    again = choose(guide, one.person, one.facts, asked, one.minutes, today=TODAY, last=one.last)
    always = {prompt.id for prompt in guide.prompts if prompt.always}
    both = {choice.prompt.id for choice in again}.intersection(asked) - always
    for prompt in both:  # only where the phase has no other left
        phase = guide.phases[guide.phase_index(prompt) or 0]
        fresh = [
            p
            for p in phase.prompts
            if p.id not in asked
            and p.recalls is None
            and one.person.stage in p.stages
            and one.person.attitude in p.audience
            and p.depth <= DEPTH_AT[one.person.stage]
            and p.id not in {choice.prompt.id for choice in again}
        ]
        assert not fresh, prompt


@pytest.mark.parametrize("guide", LIBRARY.guides, ids=lambda guide: guide.id)
@pytest.mark.parametrize("stage", Stage)
def test_of_the_last_talks_nothing_comes_again_while_something_else_is_left(
    guide: Guide, stage: Stage
) -> None:
    person = Person(name="Ana Ferreira", stage=stage)
    always = {prompt.id for prompt in guide.prompts if prompt.always}
    scripts: list[list[str]] = []
    for _ in range(6):
        asked = asked_before(scripts)
        script = choose(guide, person, (), asked, 45)
        ids = [choice.prompt.id for choice in script]
        lately = {prompt for prompt, ago in asked.items() if ago <= RECENTLY}
        for again in lately.intersection(ids) - always:
            phase = guide.phases[guide.phase_index(again) or 0]
            light = {
                p.id
                for p in phase.prompts
                if p.recalls is None
                and person.attitude in p.audience
                and stage in p.stages
                and p.depth <= DEPTH_AT[stage]
            }
            assert light <= {*asked, *ids}, again
        scripts.insert(0, ids)


def test_the_same_is_chosen_whatever_the_order_of_the_facts() -> None:
    for one in PEOPLE:
        turned: list[Fact] = list(reversed(one.facts))
        guide, script = chosen(one)
        again = choose(
            guide,
            one.person,
            turned,
            one.asked,
            one.minutes,
            today=TODAY,
            last=one.last,
            favourites=one.favourites,
            left_out=one.left_out,
        )
        assert again == script
