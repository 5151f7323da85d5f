"""The table that leaves: safe in a spreadsheet, and our own reader has everybody back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.contacts import csv_file
from planner.contacts.contact import Contact
from planner.contacts.csv_writer import neutral, table
from planner.domain.facts import Fact, FactKind
from planner.domain.people import Fit, Person, Stage
from tests.contacts.exported import anything, believable, note_of

OBEYED = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def written(*contacts: Contact, private: bool = False) -> bytes:
    everybody = [contact.person for contact in contacts]
    return b"".join(table(contacts, everybody, private=private))


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@given(st.lists(believable(), min_size=1, max_size=4), st.booleans())
@settings(max_examples=100, deadline=None)
def test_everybody_comes_back_through_our_own_reader(
    contacts: list[Contact], private: bool
) -> None:
    reading = csv_file.read(written(*contacts, private=private), "people.csv")
    assert (reading.format, reading.refused, reading.remarks) == ("csv", (), ())
    assert len(reading.cards) == len(contacts)
    for contact, read in zip(contacts, reading.cards, strict=True):
        person = contact.person
        assert read.name == person.name
        assert (read.company, read.role, read.city) == (person.company, person.role, person.city)
        assert (read.emails, read.phones) == (person.emails, person.phones)
        assert (read.birthday, read.connected_on) == (person.birthday, person.connected_on)
        assert read.note == note_of(contact, private=private)


@given(st.lists(anything(), min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_no_cell_is_carried_out_and_no_text_makes_a_row(contacts: list[Contact]) -> None:
    data = written(*contacts, private=True)
    found = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert len(found) == len(contacts) + 1
    assert {len(row) for row in found} == {len(found[0])}
    assert not [cell for row in found for cell in row if cell.startswith(OBEYED)]


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+44 113", "'+44 113"),
        ("-", "'-"),
        ("@SUM", "'@SUM"),
        ("\uff1d1+1", "'\uff1d1+1"),  # the wide "=" of East Asian keyboards
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("'=1", "''=1"),  # so that the reader gives back the one that was there
        ("'t Hooft", "'t Hooft"),
        ("1+1", "1+1"),
        ("", ""),
    ],
)
def test_a_cell_is_made_harmless_and_nothing_else_is_touched(cell: str, safe: str) -> None:
    assert neutral(cell) == safe


@pytest.mark.parametrize("name", ["=1+1", "'=1+1", "''=x", "'t Hooft", "-", "+Plus", "\uff20home"])
def test_a_name_made_harmless_comes_back_as_it_was(name: str) -> None:
    (read,) = csv_file.read(written(Contact(Person(id=1, name=name))), "people.csv").cards
    assert read.name == name


def test_what_stands_in_a_row() -> None:
    maya = Person(
        id=1,
        name="Maya Okafor",
        company="Harbour & Co",
        emails=("a@b.example", "c@d.example"),
        phones=("+44 113 496 0000",),
        birthday="1980-01-22",
        stage=Stage.LIKED,
    )
    ben = Person(id=2, name="Ben")
    facts = (Fact(kind=FactKind.NOTE, text="Two\nlines"),)
    told = (Contact(maya, facts, ("BNI", "Chamber")), Contact(ben))
    first, second = rows(written(*told, private=True))
    assert list(first) == [
        *("Name", "Company", "Job Title", "City", "E-mail 1", "E-mail 2", "Phone 1", "Website 1"),
        *("Birthday", "Groups", "Notes", "Connected On", "Stage"),
    ]
    assert (first["E-mail 2"], first["Phone 1"]) == ("c@d.example", "'+44 113 496 0000")
    assert (first["Groups"], first["Notes"]) == ("BNI ::: Chamber", "Two\nlines")
    assert (first["Birthday"], first["Stage"]) == ("1980-01-22", "Liked")
    assert (second["Name"], second["E-mail 1"]) == ("Ben", "")


def test_what_is_private_and_what_the_user_thinks_of_somebody_stay() -> None:
    maya = Person(id=1, name="Maya", stage=Stage.TRUSTED, let_go=True, fit=Fit.LESS)
    facts = (Fact(kind=FactKind.PRIVATE, text="Gossips"), Fact(kind=FactKind.GOAL, text="A shop"))
    (row,) = rows(written(Contact(maya, facts)))
    assert "Stage" not in row
    assert set(filter(None, row.values())) == {"Maya", "Goal: A shop"}


@pytest.mark.parametrize("name", ["Lee, Pat", "Okafor, Maya"])
def test_a_name_with_a_comma_is_not_turned_round(name: str) -> None:
    (read,) = csv_file.read(written(Contact(Person(id=1, name=name))), "people.csv").cards
    assert read.name == name


def test_groups_come_back_whatever_they_are_called() -> None:
    groups = ("Rotary, Leeds", "BNI; North", "A | B")
    (read,) = csv_file.read(
        written(Contact(Person(id=1, name="Maya"), (), groups)), "people.csv"
    ).cards
    assert read.labels == groups


def test_excel_is_told_that_it_is_utf_8() -> None:
    assert written(Contact(Person(id=1, name="Zoë"))).startswith(b"\xef\xbb\xbfName,")
