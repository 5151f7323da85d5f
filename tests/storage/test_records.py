"""Every kind of record comes back from the file as it was put there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.conversation import Answer, Conversation
from planner.domain.facts import Fact
from planner.domain.groups import Attendance, Event, Group
from planner.domain.me import Hours, Me
from planner.domain.meetings import Meeting, Place, Touch
from planner.domain.own_questions import Mark, OwnGuide, OwnPrompt
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.errors import NotFound, PlannerError
from planner.storage.store import Store
from planner.storage.tables import every_table

RECORD_KINDS: dict[str, type[Any]] = {
    "people": Person,
    "facts": Fact,
    "groups": Group,
    "events": Event,
    "attendance": Attendance,
    "touches": Touch,
    "places": Place,
    "meetings": Meeting,
    "conversations": Conversation,
    "answers": Answer,
    "promises": Promise,
    "referrals": Referral,
    "own_guides": OwnGuide,
    "own_prompts": OwnPrompt,
    "marks": Mark,
}
REFERENCES = {"id", "person", "meeting", "event", "group"}

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(datetime(1900, 1, 1), datetime(2999, 1, 1)),
    NoneType: st.none(),
    Hours: st.builds(Hours, st.times(), st.times()),
}


def any_value(hint: Any) -> st.SearchStrategy[Any]:
    """Values of an annotated type, as far as records have such fields."""
    if get_origin(hint) is tuple:
        return st.lists(any_value(get_args(hint)[0]), max_size=4).map(tuple)
    if get_origin(hint) is frozenset:
        return st.frozensets(any_value(get_args(hint)[0]))
    if get_origin(hint) is UnionType:
        return st.one_of(*map(any_value, get_args(hint)))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return VALUES[hint]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that already holds one of each that others can belong to, all with id 1."""
    with Store.open(tmp_path_factory.mktemp("kept") / "library.visavis") as store:
        with store.transaction():
            store.people.add(Person(name="Maya"))
            store.groups.add(Group(name="Chamber"))
            store.events.add(Event(group=1))
            store.meetings.add(Meeting(person=1))
        yield store


def any_record(kind: str) -> st.SearchStrategy[Any]:
    record = RECORD_KINDS[kind]
    drawn = {name: any_value(hint) for name, hint in get_type_hints(record).items()}
    drawn |= {name: st.just(0 if name == "id" else 1) for name in REFERENCES & drawn.keys()}
    if kind == "meetings":
        drawn["zone"] = st.sampled_from(["UTC", "Europe/London", "Asia/Kathmandu"])
    return st.builds(record, **drawn)


ANY_ME = st.builds(Me, **{name: any_value(hint) for name, hint in get_type_hints(Me).items()})


@pytest.mark.parametrize("kind", RECORD_KINDS)
@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_record_comes_back_as_it_was_put(kind: str, data: st.DataObject, kept: Store) -> None:
    repository = getattr(kept, kind)
    first, then = data.draw(st.tuples(any_record(kind), any_record(kind)))
    with kept.transaction():
        record = repository.add(first)
    assert record == replace(first, id=record.id)
    assert repository.get(record.id) == record
    with kept.transaction():
        repository.update(replace(then, id=record.id))
    assert repository.get(record.id) == replace(then, id=record.id)


@given(me=ANY_ME)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_about_me_comes_back_as_it_was_put(me: Me, kept: Store) -> None:
    with kept.transaction():
        kept.me.put(me)
    assert kept.me.get() == me


def test_a_new_library_knows_nothing_of_the_user(store: Store) -> None:
    assert store.me.get() == Me()


@given(name=TEXTS, values=st.lists(TEXTS, min_size=1, max_size=3))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_setting_holds_what_was_put_last(name: str, values: list[str], kept: Store) -> None:
    for value in values:
        with kept.transaction():
            kept.settings.put(name, value)
    assert kept.settings.get(name, "unset") == values[-1]


def test_a_setting_never_put_has_the_default(store: Store) -> None:
    assert store.settings.get("sheet.paper", "a4") == "a4"
    assert store.settings.get("sheet.paper") == ""


def test_each_table_has_the_fields_of_its_record() -> None:
    records = {"me": Me} | {kind.__name__.lower(): kind for kind in RECORD_KINDS.values()}
    for table in every_table():
        record = records.get(table.__name__.lower())
        if record is not None:
            names = [field.name for field in fields(record) if field.name != "id"]
            assert list(table._meta.fields)[1:][: len(names)] == names


def test_many_are_kept_in_their_order_with_ids_of_their_own(store: Store) -> None:
    with store.transaction():
        people = store.people.add_many(Person(name=f"P{n}") for n in range(1200))
    assert [person.id for person in people] == list(range(1, 1201))
    assert store.people.all() == people
    assert store.people.count() == 1200


def test_ids_are_never_used_again(store: Store) -> None:
    with store.transaction():
        first, last = store.people.add_many([Person(name="A"), Person(name="B")])
    with store.transaction():
        store.people.remove(last.id)
    with store.transaction():
        assert store.people.add(Person(name="C")).id == last.id + 1
    with store.transaction() as adding:
        gone = store.people.add(Person(name="D"))
    store.revert(adding.change)
    with store.transaction():
        assert store.people.add(Person(name="E")).id > gone.id > first.id


def test_a_record_that_is_not_there_is_said_so(store: Store) -> None:
    assert store.people.find(7) is None
    assert store.people.find(10**30) is None
    assert store.people.find(-1) is None
    with pytest.raises(NotFound, match="This person is not in the library any more"):
        store.people.get(7)
    with store.transaction():
        with pytest.raises(NotFound):
            store.people.update(Person(id=7, name="Maya"))
        with pytest.raises(NotFound):
            store.people.remove(7)
        with pytest.raises(NotFound):
            store.facts.add(Fact(person=7, text="Sails"))
        with pytest.raises(NotFound):
            store.facts.add_many([Fact(person=7, text="Sails"), Fact(person=8, text="Cooks")])
    assert store.facts.all() == []


def test_of_many_with_one_refused_none_is_kept(store: Store) -> None:
    with store.transaction() as work:
        maya = store.people.add(Person(name="Maya"))
        with pytest.raises(NotFound):
            store.facts.add_many([Fact(person=maya.id, text="Sails"), Fact(person=99, text="?")])
    assert store.facts.all() == []
    assert len(work.change.edits) == 1


def test_half_a_character_is_refused_in_words(store: Store) -> None:
    with pytest.raises(PlannerError, match="half of a character"), store.transaction():
        store.people.add(Person(name="Maya \ud800"))
    assert store.people.all() == []


def test_a_moment_with_an_offset_is_our_mistake(store: Store) -> None:
    with store.transaction():
        maya = store.people.add(Person(name="Maya"))
        with pytest.raises(ValueError, match="UTC without an offset"):
            store.meetings.add(Meeting(person=maya.id, created=datetime.now(UTC)))
        with pytest.raises(ValueError, match="zone beside it"):
            store.meetings.add(Meeting(person=maya.id, starts=datetime(2026, 1, 1, tzinfo=UTC)))


def test_a_record_with_an_id_is_not_new(store: Store) -> None:
    with store.transaction(), pytest.raises(ValueError, match="no id yet"):
        store.people.add(Person(id=3, name="Maya"))


def test_the_day_of_a_touch_is_kept_as_iso_text(store: Store) -> None:
    with store.transaction() as work:
        maya = store.people.add(Person(name="Maya"))
        store.touches.add(Touch(person=maya.id, day=date(2026, 11, 22)))
    after = work.change.edits[-1].after
    assert after is not None and after[1:3] == (maya.id, "2026-11-22")
