"""The messages of an introduction: personal, discreet, and a no is fine."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.facts import Fact, FactKind
from planner.domain.introduction_letters import letters, why_in_words
from planner.domain.pairs import Known, Pair, Source, Trait, Want
from planner.domain.people import Person
from planner.domain.said_of_pairs import Frame, said_of_known, said_of_want

ANA = Person(1, "Ana Ferreira", "Bloom & Stem", "Florist", "Leeds")
ROB = Person(2, "Rob Kane", "Kane Lettings", "Letting agent", "Leeds")
PAIR = Pair(
    1,
    2,
    Want(1, Source.ASK, "A commercial landlord with a corner unit"),
    Known(Trait.DOES, "Lets flats and small shop units"),
    1.0,
)


def test_each_is_told_why_and_that_a_no_is_fine() -> None:
    drafts = letters(ANA, ROB, PAIR, (), "Sam Whitlock")
    assert drafts.to_person == (
        "Hi Ana,\n\n"
        "You are looking for a commercial landlord with a corner unit, and I thought of Rob Kane, "
        "letting agent at Kane Lettings, who lets flats and small shop units.\n\n"
        "Would you like me to introduce you? A no is perfectly fine.\n\n"
        "Sam"
    )
    assert "somebody who is looking for a commercial landlord" in drafts.to_other
    assert "Ana Ferreira, florist at Bloom & Stem" in drafts.to_other
    assert "A no is perfectly fine" in drafts.to_other
    assert drafts.to_both.startswith("Hi Ana, hi Rob,")


@pytest.mark.parametrize("source", [Source.GOAL, Source.CHALLENGE])
def test_an_aim_or_a_worry_is_not_told_to_the_other(source: Source) -> None:
    want = replace(PAIR.want, source=source, text="Paying the rent of a second shop")
    drafts = letters(ANA, ROB, replace(PAIR, want=want), (), "Sam")
    assert "rent" in drafts.to_person
    assert "rent" not in drafts.to_other
    assert "rent" not in drafts.to_both


@pytest.mark.parametrize("kind", [FactKind.PRIVATE, FactKind.DISLIKE, FactKind.NOTE])
def test_what_touches_something_private_is_left_out(kind: FactKind) -> None:
    hushed = [Fact(1, 1, kind, "Fell out with her landlord")]
    drafts = letters(ANA, ROB, PAIR, hushed, "Sam")
    assert not any("landlord" in text for text in drafts)
    assert all("Rob" in text for text in (drafts.to_person, drafts.to_both))


def test_without_a_reason_the_drafts_leave_room_for_one() -> None:
    drafts = letters(ANA, ROB, None, (), "")
    assert "Rob Kane" in drafts.to_person
    assert "Ana Ferreira" in drafts.to_other


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_any_names_and_notes_make_letters(name: str, wanted: str, does: str) -> None:
    pair = replace(PAIR, want=replace(PAIR.want, text=wanted), known=Known(Trait.DOES, does))
    drafts = letters(replace(ANA, name=name, role=does), ROB, pair, (), name)
    assert all(drafts)
    why_in_words(pair)


@pytest.mark.parametrize(
    ("source", "text", "frame", "words"),
    [
        (Source.ASK, "Looking for a plumber", Frame.LOOKS_FOR, "a plumber"),
        (Source.ASK, "She needs an IT consultant. Soon!", Frame.LOOKS_FOR, "an IT consultant"),
        (Source.ASK, "German translator", Frame.LOOKS_FOR, "German translator"),
        (Source.GOAL, "Launch a podcast by spring", Frame.WANTS_TO, "launch a podcast by spring"),
        (Source.GOAL, "A second shop", Frame.WOULD_LIKE, "a second shop"),
        (Source.GOAL, "To stop smoking", Frame.WANTS_TO, "stop smoking"),
        (Source.CHALLENGE, "Finding volunteers", Frame.STRUGGLES, "finding volunteers"),
        (Source.CHALLENGE, "The roof is leaking", Frame.WORRIES, "the roof is leaking"),
    ],
)
def test_wants_in_words(source: Source, text: str, frame: Frame, words: str) -> None:
    assert said_of_want(Want(1, source, text)) == (frame, words)


@pytest.mark.parametrize(
    ("trait", "text", "frame", "words"),
    [
        (Trait.DOES, "Lets small shop units", Frame.ACTS, "lets small shop units"),
        (Trait.DOES, "Websites for trades", Frame.DOES, "websites for trades"),
        (Trait.DOES, "Photographs of glass", Frame.DOES, "photographs of glass"),
        (Trait.ROLE, "Electrician", Frame.IS_A, "an electrician"),
        (Trait.ROLE, "Letting agent", Frame.IS_A, "a letting agent"),
        (Trait.ROLE, "IT support", Frame.DOES, "IT support"),
        (Trait.ROLE, "HR director", Frame.IS_A, "an HR director"),
        (Trait.ROLE, "Equine vet", Frame.IS_A, "an equine vet"),
        (Trait.ROLE, "Head of marketing", Frame.IS_A, "head of marketing"),
        (Trait.ROLE, "University lecturer", Frame.IS_A, "a university lecturer"),
        (Trait.DOES, "Does websites", Frame.DOES, "websites"),
        (Trait.DOES, "Saws oak planks", Frame.ACTS, "saws oak planks"),
        (Trait.DOES, "Works with charities", Frame.ACTS, "works with charities"),
        (Trait.DOES, "Sports massage", Frame.DOES, "sports massage"),
        (Trait.DOES, "Vet for farm animals", Frame.IS_A, "a vet for farm animals"),
        (Trait.DOES, "She is a letting agent", Frame.IS_A, "a letting agent"),
        (Trait.NETWORK, "Three architects", Frame.KNOWS, "three architects"),
        (Trait.SKILL, "Finding damp", Frame.GOOD_AT, "finding damp"),
        (Trait.COMPANY, "Kane Lettings", Frame.IS_AT, "Kane Lettings"),
        (Trait.FOR_WHOM, "Software for accountants", Frame.SERVES, "accountants"),
    ],
)
def test_what_is_known_in_words(trait: Trait, text: str, frame: Frame, words: str) -> None:
    assert said_of_known(Known(trait, text)) == (frame, words)


@pytest.mark.parametrize(
    ("source", "wanted", "to_ana", "to_rob"),
    [
        (
            Source.ASK,
            "She needs a nanny for her twins, because her husband left",
            "You are looking for a nanny for your twins, and",
            "who is looking for a nanny for their twins, and",
        ),
        (
            Source.ASK,
            "Somebody who can redesign our logo",
            "You are looking for somebody who can redesign your logo, and",
            "who is looking for somebody who can redesign their logo, and",
        ),
        (
            Source.ASK,
            "Sell my old van",
            "You told me that you want to sell your old van, and",
            "who would like to sell their old van, and",
        ),
        (
            Source.IDEAL_REFERRAL,
            "Dentists who are tired of long waits",
            "You would like to meet dentists, and",
            "who would like to meet dentists, and",
        ),
        (
            Source.CHALLENGE,
            "The bank is calling in her loan",
            "What you told me about your work stayed with me, and",
            "I think that you and Ana Ferreira, florist at Bloom & Stem, would have",
        ),
        (Source.ASK, "Somebody she can trust", "I think that you and Rob", "I think that you and"),
    ],
)
def test_each_hears_it_as_it_is_said_to_them(
    source: Source, wanted: str, to_ana: str, to_rob: str
) -> None:
    drafts = letters(ANA, ROB, replace(PAIR, want=Want(1, source, wanted)), (), "Sam")
    assert to_ana in drafts.to_person
    assert to_rob in drafts.to_other
    told = " ".join(drafts).lower()
    assert not any(f" {word} " in told for word in ("she", "he", "her", "his", "our", "my"))
    assert not any(word in told for word in ("husband", "tired", "bank", "loan"))


@pytest.mark.parametrize(
    ("private", "wanted"),
    [
        ("They are divorcing", "A lawyer for a divorce"),
        ("IVF since May", "An IVF clinic"),
        ("Owes the brewery money", "Somebody who knows brewing"),
    ],
)
def test_what_is_private_is_left_out_in_any_form_of_its_words(private: str, wanted: str) -> None:
    pair = replace(PAIR, want=Want(1, Source.ASK, wanted), known=Known(Trait.DOES, wanted))
    drafts = letters(ANA, ROB, pair, [Fact(1, 1, FactKind.PRIVATE, private)], "Sam")
    assert not any(word in " ".join(drafts) for word in ("ivorce", "IVF", "rew"))


def test_a_worry_is_not_even_hinted_at_to_the_other() -> None:
    want = Want(1, Source.CHALLENGE, "Burnout")
    drafts = letters(ANA, ROB, replace(PAIR, want=want), (), "Sam")
    assert "help" not in drafts.to_other
    assert "know somebody" not in drafts.to_other


@pytest.mark.parametrize(
    ("role", "company", "told"),
    [
        ("Letting agent", "Kane Lettings", "Rob Kane, letting agent at Kane Lettings"),
        ("Owner", "Kane Lettings", "Rob Kane, owner of Kane Lettings"),
        ("Owner of Kane Lettings", "Kane Lettings", "Rob Kane, owner of Kane Lettings"),
        ("Italian teacher", "Freelance", "Rob Kane, Italian teacher"),
        ("Roofer | Speaker | Dad of two", "", "Rob Kane, roofer"),
        ("Helping ambitious small firms to grow with joy", "Kane", "Rob Kane, of Kane"),
        ("", "", "Rob Kane"),
    ],
)
def test_who_somebody_is_in_a_letter(role: str, company: str, told: str) -> None:
    rob = replace(ROB, role=role, company=company)
    drafts = letters(ANA, rob, None, (), "Sam")
    assert f"Ana, meet {told}. " in drafts.to_both


@pytest.mark.parametrize("name", ["rob@kane.example", "<b>Rob</b>", ""])
def test_both_are_greeted_even_where_a_name_is_none(name: str) -> None:
    drafts = letters(ANA, replace(ROB, name=name), None, (), "Sam")
    assert drafts.to_other.startswith("Hello,\n")
    assert drafts.to_both.startswith("Hello both,\n")


_SECRETS = st.sampled_from(
    ["divorce", "bankrupt", "tumour", "gambling", "lawsuit", "pregnant", "redundancy", "rehab"]
)


@settings(max_examples=80, deadline=None)
@given(
    _SECRETS,
    st.sampled_from([FactKind.PRIVATE, FactKind.DISLIKE, FactKind.NOTE]),
    st.sampled_from(list(Source)),
    st.sampled_from(list(Trait)),
    st.sampled_from(["{}", "{}s", "A {} adviser", "Help with the {}", "Knows all about {}"]),
)
def test_a_secret_of_either_is_in_no_message(
    secret: str, kind: FactKind, source: Source, trait: Trait, said: str
) -> None:
    text = said.format(secret)
    pair = replace(PAIR, want=Want(1, source, text), known=Known(trait, text))
    for whose in (1, 2):
        hushed = [Fact(1, whose, kind, f"In the middle of a {secret}.")]
        assert secret not in " ".join(letters(ANA, ROB, pair, hushed, "Sam")).lower()
