"""People and what is known of them, any that the program can keep, for what it writes."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from planner.contacts.contact import Contact
from planner.contacts.text import one_line, paragraphs
from planner.domain.fact_note import as_note
from planner.domain.facts import Fact, FactKind
from planner.domain.people import Person, Stage
from tests.pictures import png

# Letters that mean something in the files, besides any others.
_LETTERS = st.one_of(
    st.sampled_from(",;:\\\"'=+-@ \t\n\r\u2028|/.()&"),
    st.characters(exclude_categories=["Cs"]),
)
TEXTS = st.text(_LETTERS, max_size=30)
LONG_TEXTS = st.text(_LETTERS, max_size=200)
WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)
NAMES = (
    st.lists(WORDS, min_size=1, max_size=4)
    .map(" ".join)
    .filter(lambda name: one_line(name) == name)
)
MAIL = st.from_regex(
    r"[a-z0-9]([a-z0-9.+_-]{0,10}[a-z0-9])?@[a-z]{1,9}\.[a-z]{2,3}", fullmatch=True
)
PHONES = st.from_regex(r"(\+[1-9][0-9]{1,2}|0)[ -]?\(?[0-9]{3,4}\)?[ -]?[0-9]{4,8}", fullmatch=True)
BIRTHDAYS = st.one_of(
    st.just(""),
    st.dates(date(1900, 1, 1)).map(date.isoformat),
    st.sampled_from(["--02-29", "--01-22"]),
)
FACTS = st.builds(Fact, kind=st.sampled_from(FactKind), text=LONG_TEXTS)


def _apart(values: list[str]) -> tuple[str, ...]:
    return tuple({value.casefold(): value for value in values}.values())


def believable() -> st.SearchStrategy[Contact]:
    """People as they are, with punctuation where people have it."""
    person = st.builds(
        Person,
        id=st.integers(1, 2**40),
        name=NAMES.filter(lambda name: not name.isdigit()),  # a number alone counts the rows
        company=st.one_of(NAMES, st.sampled_from(["", "Berg, Söhne; & Co", "=1+1", "@home", "\\"])),
        role=st.one_of(NAMES, st.sampled_from(["", "VP, Engineering", "-", "+1"])),
        city=st.one_of(NAMES, st.sampled_from(["", "São Paulo", "Ho; Chi, Minh"])),
        emails=st.lists(MAIL, max_size=3).map(_apart),
        phones=st.lists(
            PHONES, max_size=3, unique_by=lambda text: "".join(filter(str.isdigit, text))
        ).map(tuple),
        birthday=BIRTHDAYS,
        stage=st.sampled_from(Stage),
        connected_on=st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1))),
    )
    return st.builds(
        Contact,
        person,
        st.lists(FACTS, max_size=3).map(tuple),
        st.lists(NAMES, max_size=2, unique_by=str.casefold).map(tuple),
        st.sampled_from([b"", png(), png(60, 60)]),
    )


def anything() -> st.SearchStrategy[Contact]:
    """People whose every text may hold anything: a file must stay one card, or row, a person."""
    texts = st.lists(TEXTS, max_size=3).map(tuple)
    person = st.builds(
        Person,
        id=st.integers(1, 2**40),
        name=TEXTS,
        company=TEXTS,
        role=TEXTS,
        city=TEXTS,
        emails=texts,
        phones=texts,
        links=texts,
        birthday=BIRTHDAYS,
    )
    return st.builds(Contact, person, st.lists(FACTS, max_size=3).map(tuple), texts)


def note_of(contact: Contact, *, private: bool) -> str:
    """The note as it comes back."""
    return paragraphs(as_note(contact.facts, private=private))
