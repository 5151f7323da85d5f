"""What is looked for and what is offered, taken out of short notes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.seeking import offered, root, sought, whom, without_whom


@pytest.mark.parametrize(
    "words",
    [
        "accountant accounts accounting accountants",
        "designer designs design",
        "photographer photographs photography",
        "translator translations translates",
        "letting lets let",
        "recruiter recruitment recruits",
        "baker bakery bakes",
        "lender lends lending",
        "agency agencies",
    ],
)
def test_the_forms_of_a_word_share_a_root(words: str) -> None:
    assert len({root(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", ["market marketing", "letter let", "party part", "corner corn"])
def test_words_that_only_look_alike_do_not(words: str) -> None:
    one, other = words.split()
    assert root(one) != root(other)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("A commercial landlord with a corner unit", [("commercial", "landlord")]),
        ("Looking for a really good web designer", [("web", "designer")]),
        ("somebody to build a website", [("website",)]),
        ("Renting a kitchen by the hour", [("renting", "kitchen")]),
        ("architects and interior designers", [("architects",), ("interior", "designers")]),
        ("A German and English translator", [("german", "english", "translator")]),
        ("IT support", [("computing", "support")]),
        ("A second shop before Mothering Sunday", [("shop",)]),
        # Who needs something is not who has it, and some words tell nothing.
        ("Firms that need a cleaner", []),
        ("Somebody who has just bought a house", []),
        ("Clients who never send their texts", []),
        ("A good adviser", []),
        ("more customers", []),
        ("", []),
    ],
)
def test_what_is_looked_for(text: str, phrases: list[tuple[str, ...]]) -> None:
    assert [one.phrase for one in sought(text)] == phrases


def test_what_is_offered_ends_where_it_tells_of_others() -> None:
    does = "Websites for trades and small shops"
    assert "website" in offered(without_whom(does)).is_
    assert "shop" not in offered(without_whom(does)).made
    assert whom(does).strip() == "trades and small shops"


def test_an_owner_does_not_offer_what_is_theirs() -> None:
    assert "shop" not in offered("Shop owner").made
    assert "shop owner" in offered("Shop owner").is_


def test_what_is_treated_is_not_offered() -> None:
    assert "house" not in offered("Rewires old houses").made
    assert "shop unit" in offered("Lets flats and small shop units").made


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for one in sought(text):
        assert one.phrase
    offered(text)
