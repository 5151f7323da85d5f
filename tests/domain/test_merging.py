"""Cards against known people: who is new, who gains what, who is the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.duplicates import Alias
from planner.domain.merging import (
    Card,
    Gain,
    Gained,
    ImportPlan,
    Reading,
    Refusal,
    Verdict,
    plan_import,
)
from planner.domain.people import Person

PROFILE = "https://www.linkedin.com/in/mayaok"
MAYA = Person(
    id=7,
    name="Maya Okafor",
    company="Harbour & Co",
    role="Adviser",
    emails=("maya@harbour.example",),
    phones=("0113 496 0000",),
    links=(PROFILE,),
)


def a_reading(*cards: Card, format: str = "google", file: str = "people.csv") -> Reading:
    return Reading(file, format, cards)


def a_card(**said: object) -> Card:
    return Card("row 2", **said)  # type: ignore[arg-type]


def verdicts(plan: ImportPlan) -> list[Verdict]:
    return [entry.verdict for entry in plan.entries]


def gains_of(*cards: Card, known: Person = MAYA, format: str = "google") -> tuple[Gain, ...]:
    (entry,) = plan_import([a_reading(*cards, format=format)], [known]).entries
    assert entry.known == known and entry.person.id == known.id
    return entry.gains


def kept(plan: ImportPlan, known: tuple[Person, ...] = ()) -> list[Person]:
    """The library after the import."""
    people = {person.id: person for person in known}
    number = max(people, default=0)
    for entry in plan.entries:
        if entry.verdict is Verdict.NEW:
            number += 1
            people[number] = replace(entry.person, id=number)
        elif entry.verdict is Verdict.CHANGED:
            people[entry.person.id] = entry.person
    return list(people.values())


# Who it is


@pytest.mark.parametrize(
    "card",
    [
        a_card(name="Maya Okafor-Hill", emails=("MAYA@harbour.example",)),
        a_card(emails=("maya@harbour.example",)),
        a_card(name="M. Okafor", phones=("(0113) 496-0000",)),
        a_card(name="Maya Okafor-Hill", links=("linkedin.com/in/MayaOk/?x=1",)),
        a_card(name="MAYA  OKAFOR", company="Harbour & Co Ltd."),
        a_card(name="Maya Okafor", company="Harbour & Co", emails=("maya@home.example",)),
        a_card(name="Maya Okafor"),
        a_card(name="Okafor", phones=("0113 496 0000",)),
    ],
    ids=["e-mail", "bare", "phone", "profile", "name, company", "other e-mail", "name", "part"],
)
def test_found_again(card: Card) -> None:
    (entry,) = plan_import([a_reading(card)], [MAYA]).entries
    assert entry.known is MAYA and entry.person.id == MAYA.id


@pytest.mark.parametrize(
    "card",
    [
        a_card(name="Maya Okafor", emails=("maya@else.example",)),
        a_card(name="Maya Okafor", phones=("020 7946 0000",)),
        a_card(name="Maya Okafor", company="Else & Co"),
        a_card(name="Ben Okafor", phones=("0113 496 0000",)),  # the family's number
        a_card(name="Ben Kane", company="Harbour & Co"),
        a_card(name="Ben Kane", links=(PROFILE,)),  # copied by mistake
    ],
    ids=["e-mail", "phone", "company", "shared phone", "same company", "shared link"],
)
def test_somebody_else(card: Card) -> None:
    (entry,) = plan_import([a_reading(card)], [MAYA]).entries
    assert entry.verdict is Verdict.NEW and entry.known is None and entry.person.id == 0


def test_a_name_alone_is_nobody_in_particular_when_two_are_called_so() -> None:
    other = Person(id=8, name="Maya Okafor", emails=("other@b.example",))
    plan = plan_import([a_reading(a_card(name="Maya Okafor", city="Leeds"))], [MAYA, other])
    assert verdicts(plan) == [Verdict.NEW]
    assert verdicts(plan_import([a_reading(a_card(name="Maya Okafor"))], [MAYA, other])) == [
        Verdict.SAME
    ]


def test_an_address_decides_before_a_number_and_joins_nobody() -> None:
    ben = Person(id=8, name="Ben Okafor", phones=("020 7946 0000",), emails=("ben@b.example",))
    emails = ("maya@harbour.example", "ben@b.example")
    card = a_card(name="Okafor", emails=emails, phones=("020 7946 0000",), city="Leeds")
    (entry,) = plan_import([a_reading(card)], [ben, MAYA]).entries
    assert entry.known is MAYA
    assert entry.person.emails == MAYA.emails  # the other address stays Ben's


def test_people_behind_one_mailbox_stay_several() -> None:
    cards = [a_card(name=name, emails=("info@b.example",)) for name in ("Ann Lee", "Bo Ray")]
    plan = plan_import([a_reading(*cards)])
    assert verdicts(plan) == [Verdict.NEW, Verdict.NEW]
    again = plan_import([a_reading(*cards)], kept(plan))
    assert verdicts(again) == [Verdict.SAME, Verdict.SAME]


def test_namesakes_at_one_company_stay_two() -> None:
    linked = [
        a_card(name="Wei Zhang", company="Acme", links=(f"https://linkedin.com/in/wei{n}",))
        for n in (1, 2)
    ]
    plan = plan_import([a_reading(*linked, format="linkedin")])
    assert verdicts(plan) == [Verdict.NEW, Verdict.NEW]
    again = plan_import([a_reading(*linked, format="linkedin")], kept(plan))
    assert verdicts(again) == [Verdict.SAME, Verdict.SAME]


def test_two_pages_at_linkedin_are_two_people_unless_the_user_says_else() -> None:
    card = a_card(name="Maya Okafor", company="Harbour & Co", links=("linkedin.com/in/maya-new",))
    (entry,) = plan_import([a_reading(card, format="linkedin")], [MAYA]).entries
    assert (entry.verdict, entry.known) == (Verdict.NEW, None)


def test_a_page_elsewhere_does_not_make_two_of_one() -> None:
    card = a_card(name="Maya Okafor", company="Harbour & Co", links=("github.com/mayaok",))
    assert gains_of(card) == (Gain(Gained.LINK, "github.com/mayaok"),)


def told(card: Card, **said: object) -> ImportPlan:
    return plan_import([a_reading(card, format="linkedin")], [MAYA], **said)  # type: ignore[arg-type]


def test_a_job_the_user_said_is_not_changed_back() -> None:
    card = a_card(name="Maya Okafor", company="Beta", role="Head", links=(PROFILE,))
    assert verdicts(told(card)) == [Verdict.CHANGED]
    assert verdicts(told(card, settled={MAYA.id})) == [Verdict.SAME]


def test_blanks_of_a_job_the_user_said_are_filled() -> None:
    maya = replace(MAYA, role="")
    card = a_card(name="Maya Okafor", company=MAYA.company, role="Head", links=(PROFILE,))
    (entry,) = plan_import([a_reading(card, format="linkedin")], [maya], settled={7}).entries
    assert entry.gains == (Gain(Gained.ROLE, "Head"),)


def test_an_older_export_takes_no_job_back() -> None:
    known = replace(MAYA, connected_on=date(2024, 8, 3))
    card = a_card(name="Maya Okafor", company="Old", role="Clerk", links=(PROFILE,))
    for day, verdict in ((2, Verdict.SAME), (3, Verdict.CHANGED)):
        other = a_card(name="Ben Kane", company="B", connected_on=date(2024, 8, day))
        plan = plan_import([a_reading(card, other, format="linkedin")], [known])
        assert verdicts(plan)[0] is verdict
        older = [remark.reason for _, remark in plan.remarks if "older export" in remark.reason]
        assert len(older) == (verdict is Verdict.SAME)


def test_of_two_exports_brought_in_together_the_newer_says_the_job() -> None:
    newer = a_card(
        name="Ann Lee", company="New", links=("linkedin.com/in/al",), connected_on=date(2025, 1, 2)
    )
    older = replace(newer, company="Old", connected_on=date(2025, 1, 1))
    readings = [a_reading(card, format="linkedin") for card in (newer, older)]
    (entry,) = plan_import(readings).entries
    assert entry.person.company == "New"


def test_sample_people_make_no_export_older() -> None:
    sample = Person(id=9, name="Zoe", connected_on=date(2030, 1, 1), sample=True)
    card = a_card(name="Ben Kane", connected_on=date(2024, 8, 2))
    assert not plan_import([a_reading(card, format="linkedin")], [sample]).remarks


FRANCOIS = Person(id=8, name="François O'Brien", company="Quay", phones=("0113 496 0001",))
MISSPELLED = Card("row 1", "Francoise O'rBien", "Quay Ltd & Sons", phones=("0113 496 0001",))


def known_as(*aliases: Alias) -> ImportPlan:
    return plan_import([a_reading(MISSPELLED)], [MAYA, FRANCOIS], aliases=aliases)


def test_another_name_somebody_goes_by_is_theirs() -> None:
    assert verdicts(known_as()) == [Verdict.NEW]
    alias = Alias(1, 8, MISSPELLED.name, MISSPELLED.company)
    (entry,) = known_as(alias).entries
    assert (entry.verdict, entry.known) == (Verdict.SAME, FRANCOIS)
    (entry,) = known_as(replace(alias, company="")).entries  # by the number they share
    assert (entry.verdict, entry.known) == (Verdict.SAME, FRANCOIS)


def test_another_name_with_its_company_is_enough() -> None:
    alias = Alias(1, 8, MISSPELLED.name, MISSPELLED.company)
    card = a_card(name=MISSPELLED.name, company=MISSPELLED.company, emails=("f@quay.example",))
    (entry,) = plan_import([a_reading(card)], [MAYA, FRANCOIS], aliases=[alias]).entries
    assert entry.gains == (Gain(Gained.EMAIL, "f@quay.example"),)


def test_another_name_alone_decides_as_any_name_alone() -> None:
    alias = Alias(1, 8, MISSPELLED.name)
    for company, verdict in (("", Verdict.SAME), ("Elsewhere", Verdict.NEW)):
        card = a_card(name=MISSPELLED.name, company=company)
        plan = plan_import([a_reading(card)], [MAYA, FRANCOIS], aliases=[alias])
        assert verdicts(plan) == [verdict]
    namesake = Person(id=10, name=MISSPELLED.name, company="Far")
    card = a_card(name=MISSPELLED.name, city="Leeds")
    plan = plan_import([a_reading(card)], [FRANCOIS, namesake], aliases=[alias])
    assert verdicts(plan) == [Verdict.NEW]


def test_people_in_several_files_are_counted() -> None:
    ann, bo = a_card(name="Ann Lee", company="A"), a_card(name="Bo Ray", company="B")
    assert plan_import([a_reading(ann, ann, bo)]).in_several == 0
    assert plan_import([a_reading(ann, bo), a_reading(ann), a_reading(ann)]).in_several == 1


def test_a_phone_key_of_ones_own() -> None:
    card = a_card(name="Maya", phones=("+44 113 496 0000",))
    plan = plan_import([a_reading(card)], [MAYA], phone_key=lambda phone: phone[-4:])
    assert verdicts(plan) == [Verdict.SAME]


# What they gain


def test_blanks_are_filled_and_addresses_added() -> None:
    known = Person(id=7, name="Maya Okafor", emails=("maya@harbour.example",))
    card = a_card(
        name="Maya Okafor",
        company="Harbour & Co",
        role="Adviser",
        city="Leeds",
        emails=("maya@harbour.example", "maya@home.example"),
        phones=("0113 496 0000",),
        links=(PROFILE,),
        birthday="1980-01-22",
        connected_on=date(2024, 8, 3),
        note="Met at the breakfast",
        labels=("Breakfast",),
    )
    assert gains_of(card, known=known) == (
        Gain(Gained.COMPANY, "Harbour & Co"),
        Gain(Gained.ROLE, "Adviser"),
        Gain(Gained.CITY, "Leeds"),
        Gain(Gained.EMAIL, "maya@home.example"),
        Gain(Gained.PHONE, "0113 496 0000"),
        Gain(Gained.LINK, PROFILE),
        Gain(Gained.BIRTHDAY, "1980-01-22"),
        Gain(Gained.CONNECTED_ON, "2024-08-03"),
        Gain(Gained.NOTE, "Met at the breakfast"),
        Gain(Gained.GROUP, "Breakfast"),
    )


def test_what_is_known_is_never_overwritten() -> None:
    known = replace(MAYA, city="Leeds", birthday="1980-01-22", connected_on=date(2020, 1, 1))
    card = a_card(
        name="Maya Hill",
        company="Else & Co",
        role="Boss",
        city="York",
        emails=("maya@harbour.example",),
        birthday="1981-02-23",
        connected_on=date(2024, 8, 3),
    )
    assert gains_of(card, known=known) == ()


def test_the_role_at_another_company_is_not_taken() -> None:
    known = replace(MAYA, role="")
    card = a_card(emails=MAYA.emails, company="Else & Co", role="Boss")
    assert gains_of(card, known=known) == ()
    card = a_card(emails=MAYA.emails, company="harbour & co", role="Boss")
    assert gains_of(card, known=known) == (Gain(Gained.ROLE, "Boss"),)


def test_linkedin_tells_news_of_a_job() -> None:
    moved = a_card(name="Maya Okafor", company="Else & Co", role="Boss", links=(PROFILE,))
    assert gains_of(moved, format="linkedin") == (
        Gain(Gained.COMPANY, "Else & Co", "Harbour & Co"),
        Gain(Gained.ROLE, "Boss", "Adviser"),
    )
    risen = a_card(name="Maya Okafor", company="Harbour & Co.", role="Boss", links=(PROFILE,))
    assert gains_of(risen, format="linkedin") == (Gain(Gained.ROLE, "Boss", "Adviser"),)
    assert gains_of(moved, format="google") == ()
    silent = a_card(name="Maya Okafor", links=(PROFILE,))
    assert gains_of(silent, format="linkedin") == ()


def test_a_year_completes_a_birthday() -> None:
    known = replace(MAYA, birthday="--01-22")
    card = a_card(emails=MAYA.emails, birthday="1980-01-22")
    assert gains_of(card, known=known) == (Gain(Gained.BIRTHDAY, "1980-01-22", "--01-22"),)
    assert gains_of(card, known=replace(MAYA, birthday="1980-01-22")) == ()


def test_somebody_without_a_name_gets_it_later() -> None:
    bare = a_reading(a_card(emails=("a@b.example",)))
    (person,) = kept(plan_import([bare]))
    assert person.name == "a@b.example"
    named = a_card(name="Ann Lee", emails=("a@b.example",))
    assert gains_of(named, known=person) == (Gain(Gained.NAME, "Ann Lee", "a@b.example"),)
    assert verdicts(plan_import([bare], [person])) == [Verdict.SAME]


def test_notes_and_groups_known_already_are_no_gain() -> None:
    card = a_card(emails=MAYA.emails, note="Likes rye\n", labels=("Rowing", "Chess"))
    plan = plan_import([a_reading(card)], [MAYA], notes={7: ["Likes rye"]}, groups={7: ["rowing "]})
    assert plan.entries[0].gains == (Gain(Gained.GROUP, "Chess"),)


def test_labels_without_number_are_no_groups() -> None:
    cards = [
        a_card(name=f"P{n}", emails=(f"{n}@b.example",), labels=(f"Street {n}", "Rowing"))
        for n in range(150)
    ]
    plan = plan_import([a_reading(*cards)])
    assert {group for entry in plan.entries for group in entry.groups} == {"Rowing"}
    assert len(plan.unused_labels) == 150


# The plan as a whole


def test_cards_of_one_person_in_two_files_are_one_entry() -> None:
    first = a_reading(
        a_card(name="Ann Lee", emails=("ann@b.example",)),
        a_card(name="Ann Lee", emails=("ann@b.example",), phones=("020 7946 0000",)),
        file="one",
    )
    second = a_reading(
        a_card(name="A. Lee", phones=("020 7946 0000",), city="Leeds"),
        a_card(name="Maya Okafor", emails=MAYA.emails, city="York"),
        a_card(emails=MAYA.emails),
        file="two",
    )
    refused = replace(second, refused=(Refusal("row 9", "no name"),))
    plan = plan_import([first, refused], [MAYA])
    ann, maya = plan.entries
    assert ann.verdict is Verdict.NEW and len(ann.cards) == 3
    assert (ann.person.city, ann.person.phones) == ("Leeds", ("020 7946 0000",))
    assert maya.verdict is Verdict.CHANGED
    one, two = plan.files
    assert (one.found, one.new, one.changed, one.same) == (2, 1, 0, 1)
    assert (two.found, two.new, two.changed, two.same) == (3, 0, 1, 2)
    assert plan.refused == (("two", Refusal("row 9", "no name")),)


def test_thousands_with_one_address_are_planned_all_the_same() -> None:
    cards = [a_card(name=f"{n}p Lee{n}", emails=("all@b.example",)) for n in range(5_000)]
    plan = plan_import([a_reading(*cards)])
    assert plan.files[0].new == 5_000
    again = plan_import([a_reading(*cards)], kept(plan))
    assert (again.files[0].new, again.files[0].changed) == (0, 0)


texts = st.sampled_from(["", "Ann Lee", "A. Lee", "Bo Ray", "Lee", "Ann"])
companies = st.sampled_from(["", "Acme", "B & Co"])
cards = (
    st.builds(
        Card,
        where=st.just("row 2"),
        name=texts,
        company=companies,
        role=st.sampled_from(["", "Boss", "Clerk"]),
        emails=st.lists(
            st.sampled_from(["ann@x.example", "info@x.example", "l@x.example"]), max_size=2
        ),
        phones=st.lists(st.sampled_from(["020 7946 0000", "020 7946 0001"]), max_size=1),
        links=st.lists(st.sampled_from(["linkedin.com/in/a", "linkedin.com/in/b"]), max_size=1),
        birthday=st.sampled_from(["", "1980-01-22", "--01-22", "--02-23"]),
        note=st.sampled_from(["", "likes rye"]),
        labels=st.sampled_from([(), ("Rowing",)]),
    )
    .map(
        lambda card: replace(
            card,
            emails=tuple(dict.fromkeys(card.emails)),
            phones=tuple(card.phones),
            links=tuple(card.links),
        )
    )
    .filter(lambda card: any((card.name, card.company, card.emails, card.phones, card.links)))
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(cards, max_size=6), min_size=1, max_size=3))
def test_the_same_files_again_change_nothing(files: list[list[Card]]) -> None:
    readings = [a_reading(*found) for found in files]
    plan = plan_import(readings)
    assert sum(count.new for count in plan.files) == len(plan.entries)
    for count in plan.files:
        assert count.new + count.changed + count.same == count.found
    people = kept(plan)
    notes = {n: entry.notes for n, entry in enumerate(plan.entries, 1)}
    groups = {n: entry.groups for n, entry in enumerate(plan.entries, 1)}
    again = plan_import(readings, people, notes, groups)
    assert set(verdicts(again)) <= {Verdict.SAME}


@settings(max_examples=150, deadline=None)
@given(st.lists(cards, max_size=6), st.lists(cards, max_size=6))
def test_nobody_known_loses_anything(first: list[Card], second: list[Card]) -> None:
    people = kept(plan_import([a_reading(*first)]))
    after = {p.id: p for p in kept(plan_import([a_reading(*second)], people), tuple(people))}
    for person in people:
        now = after[person.id]
        assert set(person.emails) <= set(now.emails)
        assert set(person.phones) <= set(now.phones)
        assert set(person.links) <= set(now.links)
        assert person.company in ("", now.company)
        assert person.role in ("", now.role)
