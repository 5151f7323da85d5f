"""Contact cards that leave: strictly vCard 4.0, and our own reader has everybody back."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.contacts import vcard
from planner.contacts.contact import Contact
from planner.contacts.vcard_writer import card, cards
from planner.domain.facts import Fact, FactKind
from planner.domain.people import Fit, Person, Stage
from tests.contacts.exported import anything, believable, note_of
from tests.contacts.vcard_lint import StrictCard, strict_cards
from tests.pictures import png

LIBRARY = UUID("0a9cbd23-7ec1-4bd4-9d1b-4e21b3a0b1a7")
NOW = datetime(2026, 11, 22, 9, 30)


def written(
    person: Person, *facts: Fact, groups: tuple[str, ...] = (), private: bool = False
) -> StrictCard:
    (only,) = strict_cards(card(Contact(person, facts, groups), LIBRARY, NOW, private=private))
    return only


@given(st.lists(believable(), max_size=4), st.booleans())
@settings(max_examples=100, deadline=None)
def test_everybody_comes_back_through_our_own_reader(
    contacts: list[Contact], private: bool
) -> None:
    data = b"".join(cards(contacts, LIBRARY, NOW, private=private))
    if contacts:
        assert len(strict_cards(data)) == len(contacts)
    reading = vcard.read(data, "people.vcf")
    assert not contacts or (reading.refused, reading.remarks) == ((), ())
    assert len(reading.cards) == len(contacts)
    for contact, read in zip(contacts, reading.cards, strict=True):
        person = contact.person
        assert read.name == person.name
        assert (read.company, read.role, read.city) == (person.company, person.role, person.city)
        assert (read.emails, read.phones) == (person.emails, person.phones)
        assert (read.birthday, read.photo) == (person.birthday, contact.photo)
        assert (read.connected_on, read.labels) == (person.connected_on, contact.groups)
        assert read.note == note_of(contact, private=private)


@given(st.lists(anything(), min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_no_text_breaks_out_of_its_property(contacts: list[Contact]) -> None:
    data = b"".join(cards(contacts, LIBRARY, NOW, private=True))
    read = strict_cards(data)
    reading = vcard.read(data, "people.vcf")
    # Whoever is called ";" and nothing else is nobody to our reader, which says so.
    assert len(read) == len(contacts) == len(reading.cards) + len(reading.refused)
    assert all(not contact.person.name.strip(" ;") for contact in contacts) or reading.cards
    for contact, one in zip(contacts, read, strict=True):
        assert len(one.properties.get("EMAIL", ())) <= len(contact.person.emails)
        assert len(one.properties.get("TEL", ())) <= len(contact.person.phones)
        assert len(one.properties.get("NOTE", ())) <= 1


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("HTTPS://berg.example", "https://berg.example"),
        ("A:", "https://A:"),
        ("berg.example", "https://berg.example"),
        ("mailto:anna@berg.example", "mailto:anna@berg.example"),
    ],
)
def test_an_address_is_written_with_its_scheme(link: str, told: str) -> None:
    assert written(Person(id=1, name="Anna", links=(link,))).texts("URL") == [told]


def test_a_line_break_in_a_name_or_address_adds_no_property() -> None:
    told = written(
        Person(
            id=1,
            name="Maya\r\nEMAIL:evil@x.example\nOkafor\u2028TEL:1",
            emails=("maya@a.example\nEMAIL:evil@x.example",),
            city="Leeds\x85END:VCARD",
        ),
        groups=("BNI\nX-EVIL:1",),
    )
    assert told.texts("FN") == ["Maya EMAIL:evil@x.example Okafor TEL:1"]
    assert told.texts("EMAIL") == ["maya@a.example EMAIL:evil@x.example"]
    assert told.pieces("CATEGORIES") == ["BNI X-EVIL:1"]
    assert "TEL" not in told.properties and "X-EVIL" not in told.properties


def test_what_stands_on_a_card() -> None:
    told = written(
        Person(
            id=3,
            name="Dr. Anna Maria van der Berg",
            company="Berg; Söhne, Co",
            role="CEO",
            city="Leeds",
            emails=("a@b.example", "c@d.example"),
            phones=("+4917012345678", "+44 113 496 0000", "0113 4960000"),
            links=("linkedin.com/in/anna", "https://berg.example/ä b"),
            birthday="--01-22",
            stage=Stage.TRUSTED,
            connected_on=date(2024, 8, 3),
        ),
        Fact(kind=FactKind.GOAL, text="A second shop"),
        Fact(kind=FactKind.INTEREST, text="Sailing"),
        Fact(kind=FactKind.SKILL, text="Law, English"),
        groups=("Chamber, Leeds", "BNI"),
        private=True,
    )
    assert told.parts("N") == ["van der Berg", "Anna", "Maria", "Dr.", ""]
    assert told.texts("ORG") == ["Berg; Söhne, Co"]
    assert told.texts("EMAIL") == ["a@b.example", "c@d.example"]
    assert told.properties["TEL"] == [
        ({"VALUE": "uri", "PREF": "1"}, "tel:+4917012345678"),
        ({"VALUE": "text"}, "+44 113 496 0000"),
        ({"VALUE": "text"}, "0113 4960000"),
    ]
    assert [value for _, value in told.properties["URL"]] == [
        "https://linkedin.com/in/anna",
        "https://berg.example/%C3%A4%20b",
    ]
    assert told.parts("ADR") == ["", "", "", "Leeds", "", "", ""]
    assert told.properties["BDAY"] == [({}, "--0122")]
    assert told.pieces("CATEGORIES") == ["Chamber, Leeds", "BNI"]
    assert told.texts("NOTE") == ["Goal: A second shop\nInterest: Sailing\nSkill: Law, English"]
    assert (told.texts("INTEREST"), told.texts("EXPERTISE")) == (["Sailing"], ["Law, English"])
    assert told.texts("X-VISAVIS-STAGE") == ["trusted"]


def test_what_is_private_and_what_the_user_thinks_of_somebody_stay() -> None:
    told = written(
        Person(id=1, name="Maya", stage=Stage.TRUSTED, let_go=True, fit=Fit.LESS),
        Fact(kind=FactKind.PRIVATE, text="Gossips"),
        Fact(kind=FactKind.GOAL, text="A shop"),
    )
    assert told.properties.keys() == {"VERSION", "PRODID", "UID", "REV", "FN", "N", "NOTE"}
    assert told.texts("NOTE") == ["Goal: A shop"]


def test_a_uid_stays_and_is_no_other_persons() -> None:
    def uid(id: int, library: UUID = LIBRARY) -> str:
        (one,) = strict_cards(
            card(Contact(Person(id=id, name="Maya")), library, NOW, private=False)
        )
        return one.properties["UID"][0][1]

    assert uid(1) == uid(1)
    assert len({uid(1), uid(2), uid(1, UUID(int=1))}) == 3


@pytest.mark.parametrize("person", [Person(id=1, emails=("a@b.example",)), Person(id=1)])
def test_whoever_has_no_name_still_has_a_card(person: Person) -> None:
    assert written(person).texts("FN") == [person.emails[0] if person.emails else "?"]


def test_a_picture_lies_in_the_card() -> None:
    maya = Contact(Person(id=1, name="Maya"), photo=png())
    (one,) = strict_cards(card(maya, LIBRARY, NOW, private=False))
    assert one.properties["PHOTO"][0][1].startswith("data:image/png;base64,")
