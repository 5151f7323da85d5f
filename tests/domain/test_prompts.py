"""Which questions are chosen, in which order, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.facts import Fact, FactKind
from planner.domain.guides import Guide, Phase, Prompt
from planner.domain.people import Attitude, Person, Stage
from planner.domain.prompts import DEPTH_AT, Choice, Why, asked_before, choose

TODAY = date(2026, 11, 22)


def a_prompt(id: str, **fields: object) -> Prompt:
    known: dict[str, object] = {
        "text": f"{id}?",
        "principle": "Covey",
        "why": "",
        "dont": "",
        "follow_ups": ("a?", "b?"),
        "read_back": "So ...",
    }
    return Prompt(id=id, **(known | fields))  # type: ignore[arg-type]


def one_phase(*prompts: Prompt, minutes_each: int = 4) -> Guide:
    return Guide("g", "G", "", (Phase("talk", "Talk", 60, prompts, minutes_each),))


def chosen(guide: Guide, person: Person | None = None, **given: object) -> list[str]:
    return [choice.prompt.id for choice in script(guide, person, **given)]


def script(guide: Guide, person: Person | None = None, **given: object) -> tuple[Choice, ...]:
    facts = given.get("facts", ())
    asked = given.get("asked", {})
    minutes = given.get("minutes", 8)  # room for two questions
    return choose(guide, person or Person(), facts, asked, minutes, today=TODAY)  # type: ignore[arg-type]


def a_fact(kind: FactKind, text: str = "Bread", days_ago: int = 10) -> Fact:
    return Fact(kind=kind, text=text, noted_on=TODAY - timedelta(days=days_ago))


def test_what_is_not_known_is_asked_first_most_useful_first() -> None:
    guide = one_phase(
        a_prompt("skill", fills=FactKind.SKILL),
        a_prompt("plain"),
        a_prompt("network", fills=FactKind.NETWORK),
        a_prompt("does", fills=FactKind.DOES),
    )
    first, second = script(guide)
    assert (first.prompt.id, second.prompt.id) == ("network", "does")  # in the library's order
    assert (second.why, second.kind) == (Why.GAP, FactKind.DOES)
    assert chosen(guide, facts=(a_fact(FactKind.DOES),), minutes=4) == ["network"]


def test_a_gap_is_asked_for_once() -> None:
    guide = one_phase(
        a_prompt("does", fills=FactKind.DOES),
        a_prompt("does too", fills=FactKind.DOES),
        a_prompt("skill", fills=FactKind.SKILL),
    )
    assert chosen(guide) == ["does", "skill"]


def test_what_was_told_is_come_back_to() -> None:
    shop = a_fact(FactKind.GOAL, "Second shop before Mothers' Day")
    guide = one_phase(
        a_prompt("how far", fills=FactKind.GOAL, recalls=FactKind.GOAL),
        a_prompt("goal", fills=FactKind.GOAL),
        a_prompt("plain"),
    )
    assert "how far" not in chosen(guide)
    (choice,) = script(guide, facts=(a_fact(FactKind.GOAL, days_ago=90), shop), minutes=4)
    assert (choice.prompt.id, choice.why, choice.fact) == ("how far", Why.RECALLS, shop)


def test_a_private_note_is_never_come_back_to() -> None:
    guide = one_phase(a_prompt("whisper", recalls=FactKind.PRIVATE), a_prompt("plain"))
    assert chosen(guide, facts=(a_fact(FactKind.PRIVATE),)) == ["plain"]


def test_old_knowledge_is_asked_for_again() -> None:
    old = a_fact(FactKind.DOES, days_ago=181)
    guide = one_phase(a_prompt("plain"), a_prompt("does", fills=FactKind.DOES))
    (choice,) = script(guide, facts=(old,), minutes=4)
    assert (choice.why, choice.kind, choice.fact) == (Why.STALE, FactKind.DOES, old)
    assert chosen(guide, facts=(a_fact(FactKind.DOES, days_ago=180),), minutes=4) == ["plain"]


@pytest.mark.parametrize(
    ("asked", "order"),
    [({}, "a"), ({"a": 1}, "b"), ({"a": 3}, "b"), ({"a": 3, "b": 3}, "a"), ({"a": 1, "b": 9}, "b")],
)
def test_what_was_asked_lately_makes_way(asked: dict[str, int], order: str) -> None:
    guide = one_phase(a_prompt("a", fills=FactKind.DOES), a_prompt("b"))
    assert chosen(guide, asked=asked, minutes=4) == [order]


def test_asked_before_counts_from_the_last_one() -> None:
    assert asked_before([("a", "b"), (), ("b", "c")]) == {"a": 1, "b": 1, "c": 3}


def test_what_belongs_in_every_conversation_is_asked_every_time() -> None:
    guide = one_phase(
        a_prompt("goal", fills=FactKind.GOAL), a_prompt("when", always=True), a_prompt("plain")
    )
    for minutes in (4, 8):
        assert "when" in chosen(guide, asked={"when": 1}, minutes=minutes)


def test_a_disliked_topic_is_left_alone() -> None:
    family = a_prompt("family", fills=FactKind.DOES, topics=("family",))
    guide = one_phase(family, a_prompt("plain"))
    dislike = a_fact(FactKind.DISLIKE, "Questions about FAMILY, please no")
    assert chosen(guide, minutes=4) == ["family"]
    assert chosen(guide, minutes=4, facts=(dislike,)) == ["plain"]
    other = a_fact(FactKind.DISLIKE, "Familywide holidays")  # a whole word is meant
    assert chosen(guide, minutes=4, facts=(other,)) == ["family"]


def test_a_liked_topic_is_taken_up() -> None:
    guide = one_phase(a_prompt("plain"), a_prompt("walk", topics=("free time",)))
    likes = a_fact(FactKind.LIKE, "his free time, above all")
    (choice,) = script(guide, facts=(likes,), minutes=4)
    assert (choice.prompt.id, choice.why, choice.fact) == ("walk", Why.LIKED, likes)


def test_the_stage_says_what_it_is_time_for() -> None:
    guide = one_phase(
        a_prompt("interest", fills=FactKind.INTEREST), a_prompt("network", fills=FactKind.NETWORK)
    )
    known = (a_fact(FactKind.INTEREST), a_fact(FactKind.NETWORK))
    assert chosen(guide, Person(), facts=known, minutes=4) == ["interest"]
    assert chosen(guide, Person(stage=Stage.TRUSTED), facts=known, minutes=4) == ["network"]


def test_lighter_questions_come_first_in_a_phase() -> None:
    guide = one_phase(
        a_prompt("deep", depth=2, fills=FactKind.DOES), a_prompt("light", fills=FactKind.GOAL)
    )
    assert chosen(guide, Person(stage=Stage.KNOWN)) == ["light", "deep"]


KINDS = st.sampled_from(FactKind)
PROMPTS = st.builds(
    a_prompt,
    st.sampled_from([f"q{n}" for n in range(40)]),
    depth=st.integers(1, 3),
    fills=st.none() | KINDS,
    recalls=st.none() | st.none() | KINDS,
    stages=st.frozensets(st.sampled_from(Stage), min_size=1),
    audience=st.frozensets(st.sampled_from(Attitude), min_size=1),
    topics=st.lists(st.sampled_from(["bread", "family"]), max_size=1).map(tuple),
    always=st.booleans(),
)


@st.composite
def guides(draw: st.DrawFn) -> Guide:
    prompts = draw(st.lists(PROMPTS, max_size=25, unique_by=lambda prompt: prompt.id))
    cuts = sorted(draw(st.lists(st.integers(0, len(prompts)), min_size=2, max_size=2)))
    parts = (prompts[: cuts[0]], prompts[cuts[0] : cuts[1]], prompts[cuts[1] :])
    phases = (Phase(f"p{n}", "P", 20, tuple(part)) for n, part in enumerate(parts))
    return Guide("g", "G", "", tuple(phases))


PEOPLE = st.builds(Person, stage=st.sampled_from(Stage), attitude=st.sampled_from(Attitude))
FACTS = st.lists(
    st.builds(
        a_fact, KINDS, st.sampled_from(["Bread", "family", "swim"]), days_ago=st.integers(0, 400)
    ),
    max_size=8,
).map(lambda facts: [replace(fact, id=n) for n, fact in enumerate(facts, start=1)])
ASKED = st.dictionaries(st.sampled_from([f"q{n}" for n in range(40)]), st.integers(1, 9))


@settings(max_examples=150, deadline=None)
@given(guides(), PEOPLE, FACTS, ASKED, st.integers(0, 120), st.randoms(use_true_random=False))
def test_a_script_keeps_its_rules_whatever_the_guide(
    guide: Guide,
    person: Person,
    facts: list[Fact],
    asked: dict[str, int],
    minutes: int,
    shuffle: Random,
) -> None:
    script = choose(guide, person, facts, asked, minutes, today=TODAY)
    ids = [choice.prompt.id for choice in script]
    assert len(set(ids)) == len(ids), "never the same twice"
    phases = [phase.id for phase in guide.phases]
    assert [phases.index(c.phase) for c in script] == sorted(phases.index(c.phase) for c in script)
    known = {fact.kind for fact in facts}
    for choice in script:
        assert person.attitude in choice.prompt.audience
        assert person.stage in choice.prompt.stages
        assert choice.prompt.recalls is None or choice.prompt.recalls in known
        assert choice.deeper == (choice.prompt.depth > DEPTH_AT[person.stage])
        assert choice.prompt.depth <= DEPTH_AT[person.stage] + 1
        assert (choice.kind is not None) == (choice.why in (Why.GAP, Why.STALE))
        assert (choice.fact is not None) == (choice.why in (Why.RECALLS, Why.STALE, Why.LIKED))
    assert sum(choice.deeper for choice in script) <= 1

    mixed = list(facts)
    shuffle.shuffle(mixed)
    assert choose(guide, person, mixed, asked, minutes, today=TODAY) == script


@settings(max_examples=100, deadline=None)
@given(guides(), PEOPLE, st.integers(10, 120))
def test_the_next_time_brings_other_questions_while_there_are_some(
    guide: Guide, person: Person, minutes: int
) -> None:
    first = choose(guide, person, (), {}, minutes)
    asked = asked_before([[choice.prompt.id for choice in first]])
    second = choose(guide, person, (), asked, minutes)
    for phase in guide.phases:
        again = {c.prompt.id for c in second if c.phase == phase.id and c.prompt.id in asked}
        left = [
            p
            for p in phase.prompts
            if p.id not in {c.prompt.id for c in second}
            and p.id not in asked
            and p.recalls is None
            and p.depth <= DEPTH_AT[person.stage]
            and person.stage in p.stages
            and person.attitude in p.audience
        ]
        always = {p.id for p in phase.prompts if p.always}
        assert not (again - always and left)
