"""Which questions are chosen, in which order, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.callbacks import LastTalk, Source, Told
from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.guides import Guide, Phase, Prompt
from planner.domain.meetings import Touch
from planner.domain.people import Attitude, Person, Stage
from planner.domain.phrases import says_any, significant_words
from planner.domain.promises import Promise
from planner.domain.prompts import DEPTH_AT, Choice, Why, as_chosen, asked_before, choose, instead
from planner.domain.question_score import Background
from planner.domain.topics import LAST_TIME, PROMISES

TODAY = date(2026, 11, 22)
LIKED = Person(stage=Stage.LIKED)


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
    more = {key: given[key] for key in ("last", "favourites", "left_out") if key in given}
    return choose(guide, person or Person(), facts, asked, minutes, today=TODAY, **more)  # type: ignore[arg-type]


def a_fact(kind: FactKind, text: str = "Bread", days_ago: int = 10) -> Fact:
    return Fact(kind=kind, text=text, noted_on=TODAY - timedelta(days=days_ago))


def test_what_is_not_known_is_asked_first_most_useful_first() -> None:
    guide = one_phase(
        a_prompt("skill", fills=FactKind.SKILL),
        a_prompt("plain"),
        a_prompt("challenge", fills=FactKind.CHALLENGE),
        a_prompt("for whom", fills=FactKind.FOR_WHOM),
    )
    first, second = script(guide, LIKED)
    assert (first.prompt.id, second.prompt.id) == ("challenge", "for whom")  # the library's order
    assert (second.why, second.kind) == (Why.GAP, FactKind.FOR_WHOM)
    facts = (a_fact(FactKind.CHALLENGE), a_fact(FactKind.FOR_WHOM))
    assert chosen(guide, LIKED, facts=facts, minutes=4) == ["skill"]


def test_nobody_just_met_is_asked_what_sounds_like_wanting_something() -> None:
    guide = one_phase(
        a_prompt("ideal", fills=FactKind.IDEAL_REFERRAL), a_prompt("goal", fills=FactKind.GOAL)
    )
    assert chosen(guide, minutes=4) == ["goal"]
    assert chosen(guide, Person(stage=Stage.TRUSTED), minutes=4) == ["ideal"]


def test_whom_one_first_meets_is_asked_for_their_story_whatever_stands_on_the_card() -> None:
    guide = one_phase(a_prompt("plain"), a_prompt("story", fills=FactKind.DOES))
    facts = (a_fact(FactKind.DOES),)
    assert chosen(guide, facts=facts, minutes=4) == ["story"]
    assert chosen(guide, Person(stage=Stage.KNOWN), facts=facts, minutes=4) == ["plain"]


def test_of_questions_that_fill_the_same_gap_others_come_for_others() -> None:
    guide = one_phase(*(a_prompt(name, fills=FactKind.GOAL) for name in "abc"))
    found = [chosen(guide, Person(id=id), minutes=4) for id in range(9)]
    assert found == [chosen(guide, Person(id=id), minutes=4) for id in range(9)]
    assert found[0] == ["a"], "for somebody who is in no library, the library's order"
    assert {id for (id,) in found} == {"a", "b", "c"}
    personal = one_phase(a_prompt("deep", depth=2, fills=FactKind.GOAL), *guide.prompts)
    known = (Person(id=id, stage=Stage.KNOWN) for id in range(9))
    assert ["deep"] not in [chosen(personal, person, minutes=4) for person in known]
    dear = one_phase(a_prompt("gap", fills=FactKind.GOAL), *map(a_prompt, "abcdef"))
    assert {chosen(dear, Person(id=id), minutes=4)[0] for id in range(9)} == {"gap"}


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
    facts = (a_fact(FactKind.GOAL, days_ago=90), shop)
    (choice,) = script(guide, LIKED, facts=facts, minutes=4)
    assert (choice.prompt.id, choice.why) == ("how far", Why.RECALLS)
    assert choice.told == Told(shop.text, Source.FACT, shop.noted_on)
    (choice,) = script(guide, facts=facts, last=LastTalk(held=True), minutes=4)
    assert choice.prompt.id == "how far"


def test_nobody_hears_that_they_told_something_before_a_first_talk() -> None:
    guide = one_phase(a_prompt("how far", recalls=FactKind.GOAL), a_prompt("plain"))
    assert chosen(guide, facts=(a_fact(FactKind.GOAL),)) == ["plain"]


def test_what_stood_on_a_card_is_not_come_back_to() -> None:
    guide = one_phase(a_prompt("how far", recalls=FactKind.GOAL), a_prompt("plain"))
    fact = replace(a_fact(FactKind.GOAL), origin=Origin.IMPORT)
    assert chosen(guide, LIKED, facts=(fact,)) == ["plain"]


def test_what_was_noted_last_time_is_come_back_to_though_nobody_kept_it_as_a_fact() -> None:
    guide = one_phase(a_prompt("how far", fills=FactKind.GOAL, recalls=FactKind.GOAL))
    day = TODAY - timedelta(days=20)
    last = LastTalk(True, day, noted=((FactKind.GOAL, "A second shop"),))
    (choice,) = script(guide, last=last)
    assert choice.told == Told("A second shop", Source.NOTED, day)
    newer = a_fact(FactKind.GOAL, "A third shop", days_ago=5)
    (choice,) = script(guide, last=last, facts=(newer,))
    assert choice.told is not None and choice.told.text == "A third shop"


def test_how_the_last_time_was_summed_up_is_taken_up() -> None:
    guide = one_phase(a_prompt("plain"), a_prompt("since then", topics=(LAST_TIME,)))
    assert chosen(guide, last=LastTalk(held=True), minutes=4) == ["plain"]
    last = LastTalk(True, TODAY, "Dreams of a second shop.")
    (choice,) = script(guide, last=last, minutes=4)
    assert choice.told == Told("Dreams of a second shop.", Source.SUMMARY, TODAY)


SINCE = "What's happened since we last met?"


def test_what_was_heard_since_then_comes_first_and_the_old_trouble_does_not() -> None:
    guide = one_phase(
        a_prompt("trouble", recalls=FactKind.CHALLENGE),
        a_prompt("goal", recalls=FactKind.GOAL),
        a_prompt("news", text=SINCE, topics=(LAST_TIME,)),
    )
    day = TODAY - timedelta(days=30)
    facts = (a_fact(FactKind.CHALLENGE, days_ago=30), a_fact(FactKind.GOAL, days_ago=30))
    before = LastTalk(True, day, "Planning permission.")
    assert "trouble" in chosen(guide, LIKED, facts=facts, last=before, minutes=12)
    touch = Touch(day=TODAY - timedelta(days=3), note="Daughter in hospital")
    last = replace(before, heard=touch)
    (choice,) = script(guide, LIKED, facts=facts, last=last, minutes=4)
    assert choice.told == Told("Daughter in hospital", Source.TOUCH, touch.day)
    assert chosen(guide, LIKED, facts=facts, last=last, minutes=12) == ["news", "goal"]
    newer = (*facts, a_fact(FactKind.CHALLENGE, "The roof", days_ago=1))
    assert "trouble" in chosen(guide, LIKED, facts=newer, last=last, minutes=12)


def test_when_we_last_met_is_said_only_of_what_was_told_then() -> None:
    guide = one_phase(
        a_prompt("then", text="You were tired when we last met.", recalls=FactKind.GOAL),
        a_prompt("owed", text="Do I owe you anything from last time?", topics=(PROMISES,)),
        a_prompt("plain"),
    )
    day = TODAY - timedelta(days=30)

    def asked(days_ago: int) -> list[str]:
        promise = Promise(text="A list", made_on=TODAY - timedelta(days=days_ago))
        last = LastTalk(True, day, promises=(promise,))
        facts = (a_fact(FactKind.GOAL, days_ago=days_ago),)
        return chosen(guide, LIKED, facts=facts, last=last, minutes=12)

    assert asked(30) == asked(28) == ["then", "owed", "plain"]
    assert asked(700) == ["plain"]
    assert asked(5) == ["plain"], "read in a newspaper since, say"


def test_since_we_last_met_waits_where_no_last_time_is_known() -> None:
    guide = one_phase(a_prompt("since", text=SINCE), a_prompt("plain"))
    assert chosen(guide, LIKED, minutes=4) == ["plain"]
    assert chosen(guide, LIKED, minutes=4, last=LastTalk(True, TODAY)) == ["since"]


def test_one_is_asked_only_once_what_has_happened_since() -> None:
    guide = one_phase(
        a_prompt("since", text=SINCE),
        a_prompt("since too", text="What's new since we spoke?"),
        a_prompt("plain"),
    )
    assert chosen(guide, LIKED, last=LastTalk(True, TODAY)) == ["since", "plain"]


@pytest.mark.parametrize("text", ["?", "no idea", "Nothing.", "-", "n/a", "I don't know", "nichts"])
def test_a_note_that_tells_nothing_is_not_come_back_to(text: str) -> None:
    guide = one_phase(
        a_prompt("how far", recalls=FactKind.GOAL),
        a_prompt("goal", fills=FactKind.GOAL),
        a_prompt("plain"),
    )
    last = LastTalk(True, TODAY, text, ((FactKind.GOAL, text),))
    first, *_ = script(guide, LIKED, facts=(a_fact(FactKind.GOAL, text),), last=last)
    assert (first.prompt.id, first.why) == ("goal", Why.GAP)


def test_nobody_is_met_with_their_trouble() -> None:
    guide = one_phase(
        a_prompt("when", always=True),
        a_prompt("trouble", recalls=FactKind.CHALLENGE),
        a_prompt("goal", recalls=FactKind.GOAL),
        a_prompt("open", topics=(LAST_TIME,)),
        a_prompt("plain"),
    )
    facts = (a_fact(FactKind.CHALLENGE, "The roof"), a_fact(FactKind.GOAL))
    found = chosen(guide, LIKED, facts=facts, minutes=20)
    assert found == ["when", "open", "goal", "plain", "trouble"]


def test_what_they_like_tells_what_they_enjoy() -> None:
    guide = one_phase(a_prompt("free time", fills=FactKind.INTEREST))
    (choice,) = script(guide, LIKED, facts=(a_fact(FactKind.LIKE, "Half-marathons"),))
    assert choice.why is Why.PLACE


def test_the_same_reason_is_not_read_twice() -> None:
    some = frozenset({Stage.LIKED})
    theirs = frozenset({Attitude.PRESS})
    guide = one_phase(
        *(a_prompt(id, stages=some) for id in "ab"), *(a_prompt(id, audience=theirs) for id in "cd")
    )
    person = Person(stage=Stage.LIKED, attitude=Attitude.PRESS)
    found = [choice.why for choice in script(guide, person, minutes=16)]
    assert sorted(found) == sorted([Why.STAGE, Why.PLACE, Why.AUDIENCE, Why.PLACE])


def test_the_minutes_of_a_phase_that_may_ask_nothing_go_to_the_others() -> None:
    pair = one_phase(*map(a_prompt, "abcd")).phases[0]
    none = replace(pair, id="none", prompts=(a_prompt("e"),))
    guide = Guide("g", "G", "", (pair, none))
    assert len(chosen(guide, minutes=16)) == 3
    assert len(chosen(guide, minutes=16, left_out=frozenset({"e"}))) == 4


def test_what_i_owe_is_brought_up_and_not_what_they_owe() -> None:
    guide = one_phase(a_prompt("plain"), a_prompt("owing", topics=(PROMISES,)))
    theirs = Promise(mine=False, text="A list of architects", made_on=TODAY)
    kept = Promise(text="The checklist", made_on=TODAY, done_on=TODAY)
    mine = Promise(text="Introduce Tom", made_on=TODAY)
    assert chosen(guide, last=LastTalk(promises=(theirs, kept)), minutes=4) == ["plain"]
    (choice,) = script(guide, last=LastTalk(promises=(theirs, mine)), minutes=4)
    assert (choice.why, choice.told) == (Why.OWED, Told("Introduce Tom", Source.PROMISE, TODAY))


def test_what_there_was_no_time_for_comes_sooner() -> None:
    guide = one_phase(a_prompt("plain"), a_prompt("left"))
    last = LastTalk(True, TODAY, left_over=frozenset({"left"}))
    (choice,) = script(guide, last=last, minutes=4)
    assert (choice.prompt.id, choice.why) == ("left", Why.LEFT_OVER)


def test_a_private_note_is_never_come_back_to() -> None:
    guide = one_phase(a_prompt("whisper", recalls=FactKind.PRIVATE), a_prompt("plain"))
    assert chosen(guide, LIKED, facts=(a_fact(FactKind.PRIVATE),)) == ["plain"]


def test_what_says_a_private_note_again_is_not_come_back_to_either() -> None:
    guide = one_phase(
        a_prompt("how far", recalls=FactKind.GOAL),
        a_prompt("since then", topics=(LAST_TIME,)),
        a_prompt("plain"),
    )
    facts = (
        a_fact(FactKind.PRIVATE, "Money is tight"),
        a_fact(FactKind.GOAL, "Sell, as money is tight."),
    )
    last = LastTalk(True, TODAY, "Two new people. Money is tight!")
    assert not [c for c in script(guide, LIKED, facts=facts, last=last) if c.told]


def test_what_touches_a_dislike_is_not_come_back_to() -> None:
    guide = one_phase(a_prompt("how far", recalls=FactKind.GOAL), a_prompt("plain"))
    facts = (
        a_fact(FactKind.DISLIKE, "Talking about builders"),
        a_fact(FactKind.GOAL, "A builder who rings back"),
    )
    assert chosen(guide, LIKED, facts=facts) == ["plain"]


def test_nobody_is_reminded_twice_of_the_same() -> None:
    guide = one_phase(
        a_prompt("how far", recalls=FactKind.GOAL),
        a_prompt("still", recalls=FactKind.GOAL),
        a_prompt("plain"),
    )
    assert chosen(guide, LIKED, facts=(a_fact(FactKind.GOAL),)) == ["how far", "plain"]


def test_a_favourite_weighs_a_little() -> None:
    guide = one_phase(a_prompt("plain"), a_prompt("dear"), a_prompt("gap", fills=FactKind.GOAL))
    dear = frozenset({"dear"})
    assert chosen(guide, favourites=dear) == ["dear", "gap"]
    assert chosen(guide, favourites=dear, minutes=4) == ["gap"]
    (choice,) = (c for c in script(guide, favourites=dear) if c.prompt.id == "dear")
    assert choice.why is Why.FAVOURITE


def test_so_does_a_question_of_ones_own() -> None:
    guide = one_phase(a_prompt("plain"), a_prompt("mine", own=True))
    (choice,) = script(guide, minutes=4)
    assert (choice.prompt.id, choice.why) == ("mine", Why.OWN)


def test_what_was_left_out_never_comes() -> None:
    guide = one_phase(a_prompt("when", always=True), a_prompt("plain"))
    assert chosen(guide, left_out=frozenset({"when"})) == ["plain"]
    assert chosen(guide, left_out=frozenset({"when", "plain"})) == []


@pytest.mark.parametrize(
    ("attitude", "stage", "asked"),
    [
        (Attitude.OPEN, Stage.CONNECTED, ["light", "deep"]),
        (Attitude.EMPLOYED, Stage.CONNECTED, ["light", "deep"]),
        (Attitude.PRESS, Stage.CONNECTED, ["light"]),
        (Attitude.DISLIKES, Stage.CONNECTED, ["light"]),
        (Attitude.DISLIKES, Stage.KNOWN, ["light", "deep"]),
    ],
)
def test_nobody_who_is_wary_is_asked_more_than_they_expect_at_first(
    attitude: Attitude, stage: Stage, asked: list[str]
) -> None:
    guide = one_phase(a_prompt("deep", depth=2, fills=FactKind.GOAL), a_prompt("light"))
    assert chosen(guide, Person(stage=stage, attitude=attitude)) == asked


def test_another_question_is_the_next_best_of_the_phase() -> None:
    guide = one_phase(
        a_prompt("plain"),
        a_prompt("always", always=True),
        a_prompt("skill", fills=FactKind.SKILL),
        a_prompt("goal", fills=FactKind.GOAL),
        a_prompt("deep", depth=3, fills=FactKind.DOES),
    )
    person, background = Person(stage=Stage.KNOWN), Background.of((), {})

    def others(*script: str, minutes_left: int = 30) -> list[str]:
        (phase,) = guide.phases
        found = instead(guide, phase, script, person, background, minutes_left)
        return [choice.prompt.id for choice in found]

    assert others("goal") == ["skill", "plain", "deep"]
    assert others("goal", minutes_left=9) == ["skill", "plain"], "too late to begin something deep"
    assert others("goal", "deep", "skill", "plain") == []


def test_not_one_personal_question_after_the_other() -> None:
    light = (a_prompt("one"), a_prompt("two"))
    personal = tuple(a_prompt(f"deep {n}", depth=2, stages=frozenset({Stage.LIKED})) for n in "12")
    assert chosen(one_phase(*personal, *light), LIKED) == ["one", "deep 1"]


def test_a_close_question_is_asked_for_its_own_sake() -> None:
    guide = one_phase(a_prompt("close", depth=3, fills=FactKind.GOAL))
    (choice,) = script(guide, Person(stage=Stage.TRUSTED))
    assert choice.why is Why.STAGE
    (choice,) = script(guide, LIKED)
    assert (choice.why, choice.deeper) == (Why.PLACE, True)


def test_a_script_that_stands_is_judged_as_when_it_was_chosen() -> None:
    guide = one_phase(
        a_prompt("goal", fills=FactKind.GOAL), a_prompt("goal too", fills=FactKind.GOAL)
    )
    first, second = as_chosen(guide, ("goal", "gone", "goal too"), LIKED, Background.of((), {}))
    assert (first.why, second.why) == (Why.GAP, Why.PLACE)


def test_old_knowledge_is_asked_for_again() -> None:
    old = a_fact(FactKind.DOES, days_ago=181)
    guide = one_phase(a_prompt("plain"), a_prompt("does", fills=FactKind.DOES))
    (choice,) = script(guide, facts=(old,), minutes=4)
    assert (choice.why, choice.kind) == (Why.STALE, FactKind.DOES)
    assert choice.told == Told(old.text, Source.FACT, old.noted_on)
    note = one_phase(a_prompt("likes", fills=FactKind.LIKE))
    (choice,) = script(note, facts=(a_fact(FactKind.LIKE, "Chocolate", days_ago=181),))
    assert (choice.why, choice.told) == (Why.PLACE, None), "it was asked about something else"
    fresh = (a_fact(FactKind.DOES, days_ago=180),)
    assert chosen(guide, LIKED, facts=fresh, minutes=4) == ["plain"]


@pytest.mark.parametrize(
    ("asked", "order"),
    [({}, "a"), ({"a": 1}, "b"), ({"a": 3}, "b"), ({"a": 3, "b": 3}, "a"), ({"a": 1, "b": 9}, "b")],
)
def test_what_was_asked_lately_makes_way(asked: dict[str, int], order: str) -> None:
    guide = one_phase(a_prompt("a", fills=FactKind.DOES), a_prompt("b"))
    assert chosen(guide, asked=asked, minutes=4) == [order]


def test_the_longer_ago_it_was_asked_the_sooner_it_comes_again() -> None:
    guide = one_phase(*map(a_prompt, "abcde"))
    asked = {id: ago for ago, id in enumerate("abcde", start=1)}
    person, (phase,) = Person(), guide.phases
    found = instead(guide, phase, (), person, Background.of((), asked))
    assert [choice.prompt.id for choice in found] == ["e", "d", "c", "b", "a"]


def test_rather_fewer_questions_than_those_of_last_time_again() -> None:
    guide = one_phase(a_prompt("when", always=True), *map(a_prompt, "abc"))
    asked = {"when": 1, "a": 1, "b": 1, "c": 2}
    assert chosen(guide, asked=asked, minutes=16) == ["when", "c"]
    again = chosen(guide, asked={"a": 1, "b": 1, "c": 1}, minutes=16)
    assert again == ["when", "a"], "but never none"


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
    plural = a_fact(FactKind.DISLIKE, "Talk of families")
    assert chosen(guide, minutes=4, facts=(plural,)) == ["plain"]
    assert chosen(one_phase(family), facts=(dislike,)) == [], "rather nothing than that"


@pytest.mark.parametrize(
    ("dislike", "text"),
    [
        ("Being asked about her customers", "Which of your customers would you like ten more of?"),
        ("Groups", "Which groups do you go along to these days?"),
        ("Business cards", "What do you do that I'd never guess from your card?"),
        ("Recommending people", "When did you last recommend somebody?"),
        ("Deadlines", "What does a deadline day feel like?"),
        ("Phone calls", "Think of a call you were glad you took."),
        ("Learning", "What are you learning at the moment?"),
        ("Being introduced", "Who would you love to be introduced to?"),
        ("introductions, please no", "Who would you love to be introduced to?"),
        ("Nosy neighbours", "How do you like the neighbourhood?"),
    ],
)
def test_nor_is_asked_what_only_its_own_words_touch(dislike: str, text: str) -> None:
    guide = one_phase(a_prompt("sore", text=text, fills=FactKind.GOAL), a_prompt("plain"))
    facts = (a_fact(FactKind.DISLIKE, dislike),)
    assert chosen(guide, LIKED, minutes=4) == ["sore"]
    assert chosen(guide, LIKED, facts=facts) == ["plain"]


def test_its_follow_ups_count_and_everyday_words_do_not() -> None:
    follow_ups = ("What would your customers say?", "And then?")
    guide = one_phase(a_prompt("sore", follow_ups=follow_ups), a_prompt("plain"))
    assert chosen(guide, facts=(a_fact(FactKind.DISLIKE, "Talk of customers"),)) == ["plain"]
    sold = a_fact(FactKind.DISLIKE, "Being asked what people say and think all the time")
    assert len(chosen(guide, facts=(sold,))) == 2


def test_a_liked_topic_is_taken_up() -> None:
    guide = one_phase(a_prompt("plain"), a_prompt("walk", topics=("free time",)))
    likes = a_fact(FactKind.LIKE, "his free time, above all")
    (choice,) = script(guide, facts=(likes,), minutes=4)
    assert (choice.prompt.id, choice.why) == ("walk", Why.LIKED)
    assert choice.told == Told(likes.text, Source.FACT, likes.noted_on)


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
    topics=st.lists(st.sampled_from(["bread", "family", LAST_TIME, PROMISES]), max_size=1).map(
        tuple
    ),
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
        a_fact,
        KINDS,
        st.sampled_from(["Bread", "family", "swim", "Secret"]),
        days_ago=st.integers(0, 400),
    ),
    max_size=8,
).map(lambda facts: [replace(fact, id=n) for n, fact in enumerate(facts, start=1)])
IDS = st.sampled_from([f"q{n}" for n in range(40)])
ASKED = st.dictionaries(IDS, st.integers(1, 9))
SAID = st.sampled_from(["", "Bread", "Of the family", "To swim further", "Secret bread"])
TALKS = st.builds(
    LastTalk,
    held=st.booleans(),
    day=st.none() | st.just(TODAY - timedelta(days=30)),
    summary=SAID,
    noted=st.lists(st.tuples(KINDS, SAID), max_size=3).map(tuple),
    left_over=st.frozensets(IDS, max_size=5),
    promises=st.lists(
        st.builds(Promise, mine=st.booleans(), text=SAID, made_on=st.just(TODAY)), max_size=2
    ).map(tuple),
)


@settings(max_examples=150, deadline=None)
@given(
    guides(),
    PEOPLE,
    FACTS,
    ASKED,
    TALKS,
    st.frozensets(IDS, max_size=5),
    st.integers(0, 120),
    st.randoms(use_true_random=False),
)
def test_a_script_keeps_its_rules_whatever_the_guide(
    guide: Guide,
    person: Person,
    facts: list[Fact],
    asked: dict[str, int],
    last: LastTalk,
    left_out: frozenset[str],
    minutes: int,
    shuffle: Random,
) -> None:
    script = choose(guide, person, facts, asked, minutes, today=TODAY, last=last, left_out=left_out)
    ids = [choice.prompt.id for choice in script]
    assert len(set(ids)) == len(ids), "never the same twice"
    phases = [phase.id for phase in guide.phases]
    assert [phases.index(c.phase) for c in script] == sorted(phases.index(c.phase) for c in script)
    private = [fact.text.casefold() for fact in facts if fact.private]
    sore = significant_words(fact.text for fact in facts if fact.kind is FactKind.DISLIKE)
    talked = last.held or person.stage >= Stage.LIKED
    for choice in script:
        prompt = choice.prompt
        assert person.attitude in prompt.audience
        assert person.stage in prompt.stages
        assert prompt.id not in left_out
        assert prompt.recalls is None or talked
        assert prompt.always or not sore.intersection(prompt.topics), "no topic they dislike"
        assert choice.deeper == (prompt.depth > DEPTH_AT[person.stage])
        assert prompt.depth <= DEPTH_AT[person.stage] + 1
        assert (choice.kind is not None) == (choice.why in (Why.GAP, Why.STALE))
        if choice.why in (Why.RECALLS, Why.OWED, Why.LIKED):
            assert choice.told is not None
        if choice.told is not None:
            assert not [text for text in private if text in choice.told.text.casefold()]
            assert not says_any(choice.told.text, sore)
    assert sum(choice.deeper for choice in script) <= 1

    mixed = list(facts)
    shuffle.shuffle(mixed)
    again = choose(guide, person, mixed, asked, minutes, today=TODAY, last=last, left_out=left_out)
    assert again == script


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
