"""Pictures brought in with people: kept small, given to whoever has none, undone with the rest."""

from __future__ import annotations

import base64
from datetime import date

import pytest

from planner.contacts import vcard
from planner.domain.merging import Gained, ImportPlan, Verdict
from planner.domain.people import Person
from planner.errors import PlannerError
from planner.journeys.import_contacts import apply_import, plan_import_of
from planner.journeys.keep_people import add_person, edit_person
from planner.journeys.keep_photo import photo_of
from planner.storage.store import Store
from tests.pictures import PINE, png

TODAY = date(2026, 11, 22)
FACE, OTHER = png(), png(colour=(200, 10, 10))
assert FACE != OTHER
assert PINE


def small(data: bytes) -> bytes:
    """Stands for the window's own, which needs Qt: what it is given is small already."""
    return data


def plan_of(store: Store, *cards: tuple[str, bytes]) -> ImportPlan:
    text = "".join(
        f"BEGIN:VCARD\nFN:{name}\nEMAIL:{name.split()[0].lower()}@x.example\n"
        + (f"PHOTO;ENCODING=b:{base64.b64encode(photo).decode()}\n" if photo else "")
        + "END:VCARD\n"
        for name, photo in cards
    )
    return plan_import_of(store, [vcard.read(text.encode(), "people.vcf")])


def counts(plan: ImportPlan) -> tuple[int, int, int]:
    (count,) = plan.files
    return count.new, count.changed, count.same


def test_new_people_come_with_their_pictures_and_go_with_them(store: Store) -> None:
    change = apply_import(
        store, plan_of(store, ("Ann Lee", FACE), ("Bo Ray", b"")), TODAY, small=small
    )
    ann, bo = store.people.by_name()
    assert (photo_of(store, ann.id), photo_of(store, bo.id)) == (FACE, b"")
    store.revert(change)
    assert (store.people.all(), store.photos.all()) == ([], [])


def test_the_same_file_again_changes_nothing(store: Store) -> None:
    apply_import(store, plan_of(store, ("Ann Lee", FACE)), TODAY, small=small)
    plan = plan_of(store, ("Ann Lee", FACE))
    assert counts(plan) == (0, 0, 1)
    assert not apply_import(store, plan, TODAY, small=small)


def test_somebody_known_gains_a_picture(store: Store) -> None:
    apply_import(store, plan_of(store, ("Ann Lee", b"")), TODAY, small=small)
    plan = plan_of(store, ("Ann Lee", FACE))
    assert counts(plan) == (0, 1, 0)
    (entry,) = plan.of(Verdict.CHANGED)
    assert [gain.what for gain in entry.gains] == [Gained.PHOTO]
    change = apply_import(store, plan, TODAY, small=small)
    (ann,) = store.people.all()
    assert photo_of(store, ann.id) == FACE
    store.revert(change)
    assert photo_of(store, ann.id) == b""


def test_somebody_with_a_picture_keeps_theirs(store: Store) -> None:
    apply_import(store, plan_of(store, ("Ann Lee", FACE)), TODAY, small=small)
    plan = plan_of(store, ("Ann Lee", OTHER))
    assert counts(plan) == (0, 0, 1)
    apply_import(store, plan, TODAY, small=small)
    assert [photo.data for photo in store.photos.all()] == [FACE]


def test_two_cards_of_one_person_give_one_picture(store: Store) -> None:
    plan = plan_of(store, ("Ann Lee", FACE), ("Ann Lee", OTHER))
    apply_import(store, plan, TODAY, small=small)
    assert [photo.data for photo in store.photos.all()] == [FACE]


def test_a_picture_that_cannot_be_read_gives_way_to_the_next(store: Store) -> None:
    plan = plan_of(store, ("Ann Lee", FACE), ("Ann Lee", OTHER))
    apply_import(store, plan, TODAY, small=lambda data: b"" if data == FACE else data)
    assert [photo.data for photo in store.photos.all()] == [OTHER]


def test_without_what_makes_them_small_none_are_kept(store: Store) -> None:
    apply_import(store, plan_of(store, ("Ann Lee", FACE)), TODAY)
    assert store.people.all()
    assert store.photos.all() == []


def test_a_stop_while_they_are_made_small_leaves_the_library_as_it_was(store: Store) -> None:
    def stopped(data: bytes) -> bytes:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apply_import(store, plan_of(store, ("Ann Lee", FACE)), TODAY, small=stopped)
    assert store.people.all() == []


def test_somebody_new_who_is_said_to_be_known_gives_them_the_picture(store: Store) -> None:
    add_person(store, Person(name="Ann Lee", emails=("ann@home.example",)))
    plan = plan_of(store, ("Ann Lee", FACE))
    assert [doubt.like.name for doubt in plan.doubts] == ["Ann Lee"]
    apply_import(store, plan.as_same(plan.doubts), TODAY, small=small)
    (ann,) = store.people.all()
    assert photo_of(store, ann.id) == FACE


def test_a_picture_is_kept_changed_and_taken_away_with_the_person(store: Store) -> None:
    _, ann = add_person(store, Person(name="Ann Lee"), FACE)
    assert photo_of(store, ann.id) == FACE
    edit_person(store, ann)
    assert photo_of(store, ann.id) == FACE
    change = edit_person(store, ann, OTHER)
    assert photo_of(store, ann.id) == OTHER
    store.revert(change)
    assert photo_of(store, ann.id) == FACE
    edit_person(store, ann, b"")
    assert store.photos.all() == []


@pytest.mark.parametrize("data", [b"no picture", FACE + bytes(70_000)])
def test_what_is_no_small_picture_is_refused(store: Store, data: bytes) -> None:
    with pytest.raises(PlannerError, match="no picture"):
        add_person(store, Person(name="Ann Lee"), data)
    assert store.people.all() == []
