"""When two ways to write a name, company or address mean one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.identity import (
    company_key,
    folded,
    link_key,
    mailbox_is_theirs,
    name_key,
    name_keys,
    names_agree,
    profile_key,
    profile_keys,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José  NÚÑEZ", "jose nunez"),
        ("O'Brien", "O’Brien"),
        ("Łukasz", "Lukasz"),
        ("Anna-Maria Groß", "anna maria gross"),
        ("ｔａｒｏ", "taro"),
    ],
)
def test_folding(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_letters_of_other_scripts_stay_apart() -> None:
    assert folded("राम") != folded("रम")
    assert folded("山田") == "山田"


def test_titles_and_legal_forms_do_not_count() -> None:
    assert name_key("Dr. Ann Lee, MBA") == name_key("Ann Lee")
    assert name_key("Dr.") == "dr"
    assert name_key("🔸") == "🔸"
    assert company_key("Acme, Inc.") == company_key("ACME") == company_key("Acme Ltd")
    assert company_key("Ltd") == "ltd"


@pytest.mark.parametrize(
    "link",
    [
        "https://www.linkedin.com/in/PatLee/",
        "http://uk.linkedin.com/in/patlee?trk=abc",
        "linkedin.com/in/patlee/de",
        "https://www.linkedin.com/in/p%61tlee#top",
    ],
)
def test_one_profile(link: str) -> None:
    assert profile_key(link) == "linkedin.com/in/patlee"


def test_links_that_are_no_profile() -> None:
    for link in ("https://www.linkedin.com/company/acme", "https://acme.example/in/pat", "", "x"):
        assert profile_key(link) == ""
    assert link_key("https://www.acme.example/") == link_key("acme.example")
    assert link_key("https://acme.example/a") != link_key("https://acme.example/b")


@pytest.mark.parametrize("name", ["J. Smith", "Smith", "John Paul Smith", "smith john", "", "J S"])
def test_names_that_agree_with_john_smith(name: str) -> None:
    assert names_agree(name, "John Smith") == (name != "J S")
    assert names_agree("John Smith", name) == (name != "J S")


@pytest.mark.parametrize("name", ["Mary Smith", "John Jones", "Sales Team"])
def test_names_that_do_not(name: str) -> None:
    assert not names_agree(name, "John Smith")


@pytest.mark.parametrize(
    ("address", "one", "other", "same"),
    [
        ("john@b.example", "John Smith", "J. Smith", True),
        ("mjones@b.example", "Mary Smith", "Mary Jones", True),
        ("mary@b.example", "Mary Smith", "Mary Jones", True),
        ("bob.smith@b.example", "Bob Smith", "Robert Smith", True),
        ("taro@b.example", "Taro Yamada", "山田太郎", True),
        ("smiths@b.example", "John Smith", "Mary Smith", False),
        ("info@b.example", "John Smith", "Mary Jones", False),
        ("test@b.example", "John Smith", "John Jones", False),
        ("info@b.example", "", "Mary Jones", True),
    ],
)
def test_whose_a_mailbox_is(address: str, one: str, other: str, same: bool) -> None:
    assert mailbox_is_theirs(address, one, other) is same
    assert mailbox_is_theirs(address, other, one) is same


@given(st.text(max_size=40), st.text(max_size=40))
def test_comparing_anything_is_symmetric_and_never_raises(one: str, other: str) -> None:
    assert names_agree(one, one)
    assert names_agree(one, other) == names_agree(other, one)
    assert mailbox_is_theirs(one, one, other) == mailbox_is_theirs(one, other, one)
    assert folded(folded(one)) == folded(one)
    profile_key(one)
    link_key(one)


PIECES = st.sampled_from(
    ["Ann", "lee", " ", "  ", "\n", "\r", "\x1c", "'", "Dr.", "PhD", "é", "Ø", "½", "-", ","]
)
LINK_PIECES = st.sampled_from(
    ["https://", "www.", "uk.", "linkedin.com/in/", "LinkedIn.com/in/", "Pat-Lee", "pat", "/", "?x",
     "%C3%BC", "ü", "\u212a", "github.com/x", "\n", "\u2028", " "]
)  # fmt: skip


@given(st.lists(st.lists(PIECES, max_size=5).map("".join), max_size=5))
def test_names_compared_in_one_go_are_as_one_by_one(names: list[str]) -> None:
    assert list(name_keys(names)) == list(map(name_key, names))


@given(st.lists(st.lists(LINK_PIECES, max_size=6).map("".join), max_size=5))
def test_links_compared_in_one_go_are_as_one_by_one(links: list[str]) -> None:
    assert profile_keys(links) == list(map(profile_key, links))
