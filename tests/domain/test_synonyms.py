"""Words that mean nearly the same."""

from __future__ import annotations

from pathlib import Path

from planner.domain.synonyms import NO_SYNONYMS, Synonyms
from planner.domain.word_forms import stems

LIST = Path(__file__).parents[2] / "resources" / "synonyms.txt"
SMALL = Synonyms.parse(
    """
    # trades
    lawyer, solicitors, law firm  # a comment
    solicitor, conveyancer
    estate agent, realtor,

    Anwälte, lawyer
    """
)


def test_a_term_stands_for_what_is_beside_it_and_no_further() -> None:
    assert SMALL.expand("solicitor") == {"solicitor", "lawyer", "law firm", "conveyancer"}
    assert SMALL.expand("conveyancer") == {"conveyancer", "solicitor"}
    assert SMALL.expand("anwalte") == {"anwalte", "lawyer"}


def test_a_word_nobody_listed_stands_for_itself() -> None:
    assert SMALL.expand("florist") == {"florist"}
    assert NO_SYNONYMS.expand("lawyer") == {"lawyer"}
    assert list(Synonyms.parse("").groups(("a", "b"))) == [{"a"}, {"b"}]


def test_the_longest_term_goes_first() -> None:
    agents = {"estate agent", "realtor"}
    assert list(SMALL.groups(stems("estate agents in Leeds"))) == [agents, {"leed"}]
    assert list(SMALL.groups(stems("the agents of an estate"))) == [{"agent"}, {"estate"}]
    assert SMALL.groups(()) == ()


def test_the_shipped_list_is_in_order() -> None:
    lines = LIST.read_text(encoding="utf-8").splitlines()
    sets = [line.split(",") for line in lines if line and not line.startswith("#")]
    assert len(sets) > 100
    for terms in sets:
        assert len(terms) > 1, terms
        assert all(1 <= len(stems(term)) <= 3 for term in terms), terms
        assert len({term.strip() for term in terms}) == len(terms), terms
