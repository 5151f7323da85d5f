"""The rules every question of ours keeps, so that each of them sounds like a person."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

import pytest

from planner.domain.guides import Guide, Prompt
from planner.guides.library import load

GUIDES = load().guides
PROMPTS = [prompt for guide in GUIDES for prompt in guide.prompts]
each_prompt = pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.id)
each_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.id)

NOT_SAID = re.compile(  # written, or American, or out of an office
    r"\b(whom|leads?|pipeline|leverage|synerg\w+|touch base|reach out|going forward|stakeholders?"
    r"|prior to|in order to|regarding|at present|gotten|utili[sz]e|deliverables?|value.add"
    r"|colors?|favorites?|neighbors?|organiz\w*|realiz\w*|center|theater|behavior|labor|honors?)\b",
    re.IGNORECASE,
)
IN_FULL = re.compile(  # where a person at a table would say "don't", "it's", "you'd"
    r"\b((do|does|did|is|are|was|has|have|would|could|should) not"
    r"|(it|what|that|who) is(?! it\b)|(you|they|we) are|I am|(I|you|they|it|we) will"
    r"|let us|I have (?!to\b))(?= \w)",
    re.IGNORECASE,
)
OF_ONE_GENDER = re.compile(r"\b(he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE)
ONE_OPENING = 0.16  # of a guide's questions may begin with the same two words


def spoken(prompt: Prompt) -> list[str]:
    return [prompt.text, *prompt.follow_ups]


@each_prompt
def test_each_question_comes_with_all_it_needs(prompt: Prompt) -> None:
    assert 2 <= len(prompt.follow_ups) <= 3
    assert re.fullmatch(r"So\b.*\.\.\..*", prompt.read_back), "a stem to say back what was heard"
    assert prompt.dont.startswith("Don't ")
    assert prompt.dont.endswith(".")
    assert prompt.why.endswith((".", "?"))
    assert prompt.text[0].isupper()
    assert "?" in prompt.text or prompt.offers
    assert prompt.text.count("?") <= 2
    assert all(follow_up.endswith("?") for follow_up in prompt.follow_ups)
    assert all(follow_up.count("?") == 1 for follow_up in prompt.follow_ups)
    assert len({*spoken(prompt)}) == len(spoken(prompt))
    assert all(topic == topic.casefold() for topic in prompt.topics)


@each_prompt
def test_each_question_can_be_read_at_a_glance_and_said_in_one_breath(prompt: Prompt) -> None:
    assert len(prompt.text.split()) <= 20
    assert all(len(follow_up.split()) <= 14 for follow_up in prompt.follow_ups)
    assert len(prompt.read_back.split()) <= 16
    assert len(prompt.why) <= 125
    assert len(prompt.dont) <= 90
    assert not re.search(r'[;()\[\]/"]', " ".join(spoken(prompt))), "such marks cannot be said"
    assert all(len(word) <= 13 for word in re.findall(r"\w+", " ".join(spoken(prompt))))


@each_prompt
def test_it_is_plain_spoken_english(prompt: Prompt) -> None:
    said = [*spoken(prompt), prompt.read_back]
    text = " ".join([*said, prompt.why, prompt.dont, prompt.principle])
    assert text.isascii(), "one kind of apostrophe and dash everywhere"
    assert not NOT_SAID.search(" ".join([*said, prompt.dont]))
    assert not OF_ONE_GENDER.search(text), "nobody's gender is known"
    for sentence in said:
        assert not IN_FULL.search(sentence), "as it is said, not as it is written"


@each_guide
def test_questions_begin_in_many_ways(guide: Guide) -> None:
    openings = Counter(tuple(prompt.text.split()[:2]) for prompt in guide.prompts)
    (opening, times), *_ = openings.most_common(1)
    assert times <= ONE_OPENING * len(guide.prompts), opening


# ---------------------------------------------------------------- No two alike

# Words that stand in every second question and tell nothing of what it asks.
WORN = frozenset(
    re.findall(
        r"\w+",
        "a about again all am an and any anybody anyone anything are as at be been by can come"
        " could d did do does for from get go going got had has have how i if in is it just know"
        " like ll m may me mine more most much my nobody not now of off on one or other others out"
        " over own re really s say shall should so some somebody something t tell than that the"
        " their them then there they think this those to up ve want was way we were what when"
        " where which who why will with would yet you your yours yourself",
    )
)
ALIKE = 0.6  # how alike two questions may be, by `alike`
THE_SAME = 0.86  # how alike the letters of any two sentences may be


@cache
def words(sentence: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z']+", sentence.casefold()))


@cache
def gist(sentence: str) -> frozenset[str]:
    """What a sentence is about: its words without the worn ones and without their endings."""
    told = set(re.findall(r"[a-z]+", sentence.casefold())) - WORN
    return frozenset(re.sub(r"(?<=\w{3})(ing|ed|es|s|e)$", "", word) for word in told)


@cache
def _remembering(sentence: str) -> SequenceMatcher[str]:
    """A matcher that knows its second sentence already: made once, it is far quicker."""
    return SequenceMatcher(None, "", sentence.casefold())


def letters(one: str, other: str, least: float) -> float:
    """How alike the letters of two sentences are, 0 to 1; 0 when they are less so than `least`."""
    if 2 * min(len(one), len(other)) < least * (len(one) + len(other)):
        return 0.0
    matcher = _remembering(other)
    matcher.set_seq1(one.casefold())
    return matcher.ratio() if matcher.quick_ratio() >= least else 0.0


def alike(one: str, other: str) -> float:
    """How alike two questions are: by the words they share, or by their letters above ALIKE."""
    shared = len(words(one) & words(other)) / len(words(one) | words(other))
    return max(shared, letters(one, other, ALIKE / 0.8) * 0.8)


def nearly_said(one: str, other: str) -> bool:
    """Whether a listener would take two sentences for the same one."""
    if len(gist(one)) >= 2 and gist(one) == gist(other):
        return True
    return letters(one, other, THE_SAME) >= THE_SAME


def test_no_two_questions_are_nearly_the_same() -> None:
    pairs = combinations(PROMPTS, 2)
    assert not [(a.id, b.id) for a, b in pairs if alike(a.text, b.text) > ALIKE]


def test_nothing_said_is_nearly_said_again() -> None:
    said = [sentence for prompt in PROMPTS for sentence in spoken(prompt)]
    assert not [(one, other) for one, other in combinations(said, 2) if nearly_said(one, other)]


def test_a_near_duplicate_would_be_found() -> None:
    assert alike("What are you learning at the moment?", "What are you learning just now?") > ALIKE
    assert alike("Who could help you now?", "Who could have helped you now?") > ALIKE
    assert nearly_said("What is it about them?", "What was it about them?")
    assert nearly_said("When do you next get the chance?", "When's the next chance?")
    assert not nearly_said("What made you stay?", "Who made you welcome?")


def test_no_advice_and_no_stem_is_worn_out() -> None:
    for lines in (
        [prompt.why for prompt in PROMPTS],
        [prompt.dont for prompt in PROMPTS],
        [prompt.read_back for prompt in PROMPTS],
    ):
        assert [line for line, times in Counter(lines).items() if times > 1] == []
