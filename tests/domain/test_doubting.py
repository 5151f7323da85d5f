"""New people of an import who look like somebody known: proposed, and joined when told so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.contacts.phone_numbers import phone_keys
from planner.contacts.spellings import spellings
from planner.domain.doubting import gains_of, with_doubts
from planner.domain.duplicates import Alike, Beside
from planner.domain.gained_photos import with_pictures
from planner.domain.merging import Card, Gained, ImportPlan, Reading, Verdict, plan_import
from planner.domain.people import Person

BOB = Person(
    id=7,
    name="Robert Okafor",
    company="Harbour & Co",
    emails=("robert@harbour.example",),
    phones=("0113 496 0000",),
)
ANA = Person(id=8, name="Ana Cho", company="Quay", city="Leeds")


def planned(
    *cards: Card,
    known: tuple[Person, ...] = (BOB, ANA),
    notes: dict[int, list[str]] | None = None,
    groups: dict[int, list[str]] | None = None,
) -> ImportPlan:
    key = phone_keys("GB")
    plan = plan_import([Reading("people.csv", "google", cards)], known, notes, groups, key)
    return with_doubts(plan, spellings(), key, notes, groups)


def figures(plan: ImportPlan) -> tuple[int, int, int]:
    (count,) = plan.files
    return count.new, count.changed, count.same


NICKNAMED = Card("row 2", "Bob Okafor", "Harbour", phones=("07700 900123",), note="Sails")
STRANGER = Card("row 3", "Priya Shah", "Harbour")


def test_somebody_new_who_looks_like_somebody_known_is_doubtful() -> None:
    plan = planned(NICKNAMED, STRANGER)
    (doubt,) = plan.doubts
    assert doubt.entry is plan.entries[0] and doubt.entry.verdict is Verdict.NEW
    assert doubt.like == BOB
    assert (doubt.reason.kind, doubt.reason.beside) == (Alike.NICKNAME, Beside.COMPANY)
    assert figures(plan) == (2, 0, 0)


def test_another_page_at_linkedin_is_a_doubt() -> None:
    known = replace(ANA, links=("https://www.linkedin.com/in/anacho",))
    card = Card("row 2", "Ana Cho", "Quay", links=("https://www.linkedin.com/in/ana-cho-2",))
    plan = planned(card, known=(BOB, known))
    assert [entry.verdict for entry in plan.entries] == [Verdict.NEW]
    assert [doubt.like for doubt in plan.doubts] == [known]


def test_who_was_said_to_be_the_same_keeps_what_the_file_calls_them() -> None:
    (entry,) = (plan := planned(NICKNAMED)).as_same(plan.doubts).entries
    (alias,) = entry.aliases
    assert (alias.person, alias.name, alias.company) == (BOB.id, "Bob Okafor", "Harbour")


def test_nobody_is_taken_for_another_unasked() -> None:
    assert [entry.verdict for entry in planned(NICKNAMED).entries] == [Verdict.NEW]


def test_without_known_people_there_is_no_doubt() -> None:
    assert not planned(NICKNAMED, known=()).doubts


def test_only_the_likeliest_of_the_known_is_named() -> None:
    other = Person(id=9, name="Rob Okafor", city="York")
    (doubt,) = planned(NICKNAMED, known=(other, BOB)).doubts
    assert doubt.like == BOB


def test_what_the_known_person_would_gain_is_told_before_it_is_decided() -> None:
    plan = planned(NICKNAMED, replace(NICKNAMED, phones=(), note=""), known=(BOB,))
    (doubt,) = plan.doubts
    assert [(gain.what, gain.now) for gain in gains_of(plan, doubt)] == [
        (Gained.PHONE, "07700 900123"),
        (Gained.NOTE, "Sails"),
    ]
    (told,) = plan.as_same([doubt]).entries
    assert told.gains == gains_of(plan, doubt)
    bare = planned(Card("row 2", "Bob Okafor", "Harbour"), known=(BOB,))
    assert gains_of(bare, bare.doubts[0]) == ()
    pictured = planned(Card("row 2", "Bob Okafor", "Harbour", photo=b"JPEG"), known=(BOB,))
    assert [g.what for g in gains_of(pictured, pictured.doubts[0])] == [Gained.PHOTO]


def test_taken_for_the_same_the_known_person_gains_what_is_new() -> None:
    plan = planned(NICKNAMED, STRANGER)
    same = plan.as_same(plan.doubts)
    joined, stranger = same.entries
    assert joined.verdict is Verdict.CHANGED and joined.known == BOB
    assert joined.person.id == BOB.id and joined.person.name == "Robert Okafor"
    assert joined.person.phones == ("0113 496 0000", "07700 900123")
    assert [(gain.what, gain.now) for gain in joined.gains] == [
        (Gained.PHONE, "07700 900123"),
        (Gained.NOTE, "Sails"),
    ]
    assert joined.notes == ("Sails",) and joined.cards == (NICKNAMED,)
    assert stranger.verdict is Verdict.NEW
    assert not same.doubts and figures(same) == (1, 1, 0)


def test_taken_for_the_same_with_nothing_to_gain_changes_nothing() -> None:
    plan = planned(Card("row 2", "Bob Okafor", "Harbour", phones=("+44 113 4960000",)))
    # The number alone would make them one, were it not for the name.
    same = plan.as_same(plan.doubts)
    assert [entry.verdict for entry in same.entries] == [Verdict.SAME]
    assert figures(same) == (0, 0, 1)


def test_what_is_noted_of_the_known_person_is_not_noted_again() -> None:
    card = Card("row 2", "Bob Okafor", "Harbour", note=" Sails", labels=("Chamber", "Rowing"))
    plan = planned(card, notes={7: ["Sails"]}, groups={7: ["chamber"]})
    (joined,) = plan.as_same(plan.doubts).entries
    assert joined.notes == () and joined.groups == ("Rowing",)


def test_several_cards_of_one_known_person_become_one_entry() -> None:
    by_mail = Card("row 2", "Robert Okafor", emails=("robert@harbour.example",), city="Hull")
    again = Card("row 4", "Robbie Okafor", "Harbour", links=("okafor.example",))
    plan = planned(by_mail, NICKNAMED, again)
    assert plan.entries[0].verdict is Verdict.CHANGED
    same = plan.as_same(plan.doubts)
    (joined,) = same.entries
    assert joined.cards == (by_mail, NICKNAMED, again)
    assert joined.person.city == "Hull"
    assert joined.person.phones == ("0113 496 0000", "07700 900123")
    assert joined.person.links == ("okafor.example",)
    assert figures(same) == (0, 3, 0)


def test_a_card_with_nothing_new_counts_as_such_beside_one_that_has() -> None:
    by_mail = Card("row 2", "Robert Okafor", emails=("robert@harbour.example",), city="Hull")
    plan = planned(by_mail, Card("row 3", "Bob Okafor", "Harbour"))
    assert figures(plan) == (1, 1, 0)
    assert figures(plan.as_same(plan.doubts)) == (0, 1, 1)


@pytest.mark.parametrize("first", [b"face", b""])
def test_a_picture_is_gained_and_counted_once(first: bytes) -> None:
    by_mail = Card("row 2", "Robert Okafor", emails=("robert@harbour.example",), photo=first)
    plan = with_pictures(planned(by_mail, Card("row 3", "Bob Okafor", "Harbour", photo=b"x")), ())
    (joined,) = (same := plan.as_same(plan.doubts)).entries
    assert [gain.what for gain in joined.gains] == [Gained.PHOTO]
    assert figures(same) == (0, 1, 1)


def test_taken_for_the_same_one_by_one_or_at_once_comes_to_the_same() -> None:
    again = Card("row 4", "Robbie Okafor", "Harbour", links=("okafor.example",))
    plan = planned(NICKNAMED, again)
    one_by_one = plan
    for doubt in plan.doubts:
        one_by_one = one_by_one.as_same([doubt])
    (at_once,) = plan.as_same(plan.doubts).entries
    (joined,) = one_by_one.entries
    assert joined.person.phones == at_once.person.phones
    assert joined.person.links == at_once.person.links
    assert figures(one_by_one) == figures(plan.as_same(plan.doubts)) == (0, 2, 0)


def test_a_note_or_group_of_two_cards_is_kept_once() -> None:
    by_mail = Card("row 2", "Robert Okafor", emails=("robert@harbour.example",), note="Sails")
    both = replace(by_mail, labels=("Chamber",))
    bob = Card("row 3", "Bob Okafor", "Harbour", note=" Sails", labels=("chamber",))
    plan = planned(both, bob)
    (joined,) = plan.as_same(plan.doubts).entries
    assert (joined.notes, joined.groups) == (("Sails",), ("Chamber",))


def test_the_likeliest_doubt_comes_first() -> None:
    ana = Card("row 2", "Ana Cho", city="Leeds", emails=("ana@home.example",))
    plan = planned(ana, NICKNAMED)
    assert [doubt.like for doubt in plan.doubts] == [BOB, ANA]


def test_a_first_name_that_many_known_at_a_company_have_means_none_of_them() -> None:
    lasts = ("Cho", "Shah", "Kane", "Berg", "Lund")
    anas = tuple(
        Person(id=n, name=f"Ana {last}", company="Quay") for n, last in enumerate(lasts, 1)
    )
    ana = Card("row 2", "Ana", "Quay")
    assert len(planned(ana, known=anas[:1]).doubts) == 1
    assert not planned(ana, known=anas).doubts


def test_in_a_crowd_whoever_is_called_most_alike_is_compared() -> None:
    crowd = [
        Person(id=n, name=f"Maria Ga{chr(97 + n % 20)}{chr(122 - n) * 4}", company="Sol")
        for n in range(1, 26)
    ]
    meant = Person(id=99, name="Maria Gazelle", company="Sol")
    plan = planned(Card("row 2", "Maria Gazells", "Sol"), known=(*crowd, meant))
    assert [doubt.like for doubt in plan.doubts] == [meant]


def test_some_may_be_the_same_and_others_new() -> None:
    plan = planned(NICKNAMED, Card("row 3", "Anna Choo", "Quay", city="Leeds"), STRANGER)
    bobs = [doubt for doubt in plan.doubts if doubt.like == BOB]
    same = plan.as_same(bobs)
    assert [entry.known for entry in same.entries] == [BOB, None, None]
    assert same.doubts == tuple(doubt for doubt in plan.doubts if doubt.like != BOB)


def test_those_said_to_be_two_are_remembered_as_such() -> None:
    plan = planned(NICKNAMED, STRANGER)
    told = plan.as_different(plan.doubts)
    assert not told.doubts and told.apart == plan.doubts
    assert told.entries == plan.entries


def test_who_is_left_out_of_the_import_is_no_doubt_either() -> None:
    plan = planned(NICKNAMED, STRANGER)
    assert not plan.keeping(plan.entries[1:]).doubts
    assert not plan.as_different(plan.doubts).keeping(plan.entries[1:]).apart
    assert plan.keeping(plan.entries[:1]).doubts == plan.doubts


def test_it_says_how_far_it_is_and_ends_when_told_to() -> None:
    plan = plan_import([Reading("people.csv", "google", (NICKNAMED, STRANGER))], (BOB, ANA))
    said: list[tuple[int, int]] = []
    with_doubts(plan, spellings(), str, progress=lambda done, of: said.append((done, of)))
    assert said[0] == (0, 4) and all(done <= of for done, of in said)

    def stop(done: int, of: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        with_doubts(plan, spellings(), str, progress=stop)


def test_a_doubt_of_another_plan_changes_nothing() -> None:
    plan = planned(NICKNAMED)
    left = plan.keeping(())
    assert left.as_same(plan.doubts).entries == ()
