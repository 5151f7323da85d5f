"""What the library says of everybody, as the index wants it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from planner.domain.facts import Fact, FactKind
from planner.domain.groups import Attendance, Event, Group
from planner.domain.learning import LONGEST, SHORTEST
from planner.domain.me import Me
from planner.domain.meetings import UNTOLD_DAYS, CalledOff, State, Touch
from planner.domain.people import Fit, Person, Rhythm, Stage
from planner.domain.promises import Promise
from planner.domain.suggestions import (
    UNANSWERED,
    UNDATED_PROMISE_DAYS,
    UNKNOWN_DAYS,
    UNSETTLED_DAYS,
    Signals,
)
from planner.errors import LibraryDamaged
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person


def day(ago: int) -> date:
    return TODAY - timedelta(days=ago)


class Library:
    """Puts one person and what happened into a store, and reads their signals."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.me = Me()
        with store.transaction():
            self.person = store.people.add(a_person(stage=Stage.KNOWN))
            store.people.add(a_person("Somebody else"))

    def is_now(self, **fields: object) -> None:
        self.person = replace(self.person, **fields)  # type: ignore[arg-type]
        with self.store.transaction():
            self.store.people.update(self.person)

    def met(self, ago: int, state: State = State.HELD, **fields: object) -> None:
        starts = datetime.combine(day(ago), datetime.min.time()) + timedelta(hours=9)
        with self.store.transaction():
            self.store.meetings.add(a_meeting(self.person.id, starts, state=state, **fields))

    def touched(self, ago: int) -> None:
        with self.store.transaction():
            self.store.touches.add(Touch(person=self.person.id, day=day(ago)))

    def seen(self, ago: int | None, group: str = "Chamber", *, by: int = 0) -> None:
        store = self.store
        with store.transaction():
            where = store.groups.named(group) or store.groups.add(Group(name=group))
            when = None if ago is None else day(ago)
            event = store.events.add(Event(group=where.id, day=when))
            store.attendance.add(Attendance(event=event.id, person=by or self.person.id))

    def promised(self, **fields: object) -> None:
        promise = Promise(person=self.person.id, text="Tom", needs_meeting=True)
        with self.store.transaction():
            self.store.promises.add(replace(promise, **fields))  # type: ignore[arg-type]

    def signals(self) -> Signals:
        everybody = self.store.history.signals(self.me, TODAY)
        assert [of.person for of in everybody] == [p.id for p in self.store.people.all()]
        (alone,) = self.store.history.signals(self.me, TODAY, only=[self.person.id])
        assert alone == everybody[0]
        return alone


@pytest.fixture
def maya(store: Store) -> Library:
    return Library(store)


def test_an_empty_library_has_no_signals(store: Store) -> None:
    assert store.history.signals(Me(), TODAY) == []


def test_of_a_stranger_nothing_is_known(maya: Library) -> None:
    assert maya.signals() == Signals(maya.person.id, "Maya Okafor", Stage.KNOWN)


def test_the_last_contact_of_somebody_not_met_is_the_event_or_the_connection(
    maya: Library,
) -> None:
    maya.is_now(connected_on=day(100))
    assert (maya.signals().apart, maya.signals().shared) == (100, False)
    maya.seen(30)
    assert (maya.signals().apart, maya.signals().silent) == (30, 30)
    assert maya.signals().shared
    maya.touched(10)
    assert (maya.signals().apart, maya.signals().silent) == (30, 20)


def test_a_group_is_shared_when_the_user_goes_to_it(maya: Library) -> None:
    maya.seen(None)
    assert not maya.signals().shared, "nobody knows that the user was ever there"
    assert maya.store.history.memberships([maya.person.id]) == {}
    maya.seen(90, by=maya.person.id + 1)
    assert (maya.signals().apart, maya.signals().shared) == (UNKNOWN_DAYS, True)
    assert maya.store.history.memberships([maya.person.id]) == {maya.person.id: "Chamber"}


def test_an_event_still_to_come_is_a_shared_group_and_no_contact(maya: Library) -> None:
    maya.seen(-5)
    assert (maya.signals().apart, maya.signals().shared) == (UNKNOWN_DAYS, True)


def test_an_online_network_is_no_shared_group(maya: Library) -> None:
    maya.seen(None, "LinkedIn")
    maya.seen(30, "LinkedIn", by=maya.person.id + 1)
    assert not maya.signals().shared
    assert maya.store.history.memberships([maya.person.id]) == {maya.person.id: "LinkedIn"}
    maya.seen(90, "Chamber", by=maya.person.id + 1)
    maya.seen(None, "Chamber")
    maya.seen(None, "Xing")
    assert maya.signals().shared
    assert maya.store.history.memberships([maya.person.id]) == {maya.person.id: "Chamber"}


def test_the_last_1_2_1_counts_and_later_touches_and_events_half(maya: Library) -> None:
    maya.is_now(connected_on=day(5))
    maya.met(60)
    maya.met(200)
    maya.touched(90)
    assert (maya.signals().apart, maya.signals().silent, maya.signals().meetings) == (60, 60, 2)
    maya.seen(20)
    assert (maya.signals().apart, maya.signals().silent) == (60, 40)
    maya.touched(10)
    assert (maya.signals().apart, maya.signals().silent) == (60, 35)


def test_invitations_and_what_became_of_them(maya: Library) -> None:
    for ago, state in ((300, State.HELD), (200, State.CANCELLED), (150, State.MISSED)):
        maya.met(ago, state)
    maya.met(-3, State.PROPOSED)
    found = maya.signals()
    assert (found.invited, found.accepted, found.meetings, found.planned) == (4, 1, 1, True)
    maya.met(-9, State.AGREED)
    assert (maya.signals().invited, maya.signals().accepted) == (5, 2)


@pytest.mark.parametrize(
    ("state", "days"), [(State.PROPOSED, UNSETTLED_DAYS), (State.AGREED, UNTOLD_DAYS)]
)
def test_a_planned_1_2_1_nobody_settled_hides_for_a_while(
    maya: Library, state: State, days: int
) -> None:
    """An agreed one much longer: it probably took place, and Today asks how it went."""
    for ago, planned in ((days + 1, False), (days, True), (0, True), (-30, True)):
        maya.met(ago, state)
        assert maya.signals().planned is planned


def test_an_invitation_nobody_answered_is_half_a_no(maya: Library) -> None:
    maya.met(UNSETTLED_DAYS, State.PROPOSED)
    assert (maya.signals().invited, maya.signals().accepted) == (1, 0)
    maya.met(UNSETTLED_DAYS + 1, State.PROPOSED)
    assert (maya.signals().invited, maya.signals().accepted) == (1 + UNANSWERED, 0)
    maya.met(60, State.AGREED)  # it was answered, though nobody noted how it went
    assert (maya.signals().invited, maya.signals().accepted) == (2 + UNANSWERED, 1)


@pytest.mark.parametrize(
    ("history", "rests"),
    [
        ([(10, State.CANCELLED)], 11),
        ([(10, State.MISSED)], 11),
        ([(30, State.MISSED), (10, State.CANCELLED)], 32),
        ([(30, State.MISSED), (20, State.HELD), (10, State.CANCELLED)], 11),
        ([(10, State.CANCELLED), (5, State.HELD)], 0),
        ([(22, State.CANCELLED)], 0),
    ],
)
def test_declined_and_missed_ones_rest(
    maya: Library, history: list[tuple[int, State]], rests: int
) -> None:
    for ago, state in history:
        maya.met(ago, state)
    assert maya.signals().rests == rests


def test_one_called_off_beforehand_rests_from_that_day(maya: Library) -> None:
    called_off = datetime.combine(day(4), datetime.min.time())
    maya.met(-20, State.CANCELLED, stamp=called_off)
    assert maya.signals().rests == 17


@pytest.mark.parametrize(
    ("by", "rests", "invited"), [(CalledOff.ME, 0, 0), (CalledOff.THEM, 11, 1)]
)
def test_one_the_user_called_off_is_no_decline_of_theirs(
    maya: Library, by: CalledOff, rests: int, invited: int
) -> None:
    """Neither a no nor a yes, and nobody rests for it; called off by them it is a no."""
    maya.met(10, State.CANCELLED, called_off=by)
    assert (maya.signals().rests, maya.signals().invited) == (rests, invited)
    assert maya.signals().accepted == 0


def test_not_now_and_never(maya: Library) -> None:
    maya.is_now(rests_until=day(-7))
    assert (maya.signals().rests, maya.signals().let_go) == (7, False)
    maya.is_now(rests_until=TODAY)
    assert maya.signals().rests == 0
    maya.is_now(rests_until=None, let_go=True)
    assert (maya.signals().rests, maya.signals().let_go) == (0, True)


@pytest.mark.parametrize(
    ("rhythm", "pace"), [(Rhythm.OFTEN, SHORTEST), (Rhythm.USUAL, 1.0), (Rhythm.SELDOM, LONGEST)]
)
def test_how_long_the_two_can_go_without_a_word(maya: Library, rhythm: Rhythm, pace: float) -> None:
    maya.is_now(rhythm=rhythm)
    assert maya.signals() == Signals(maya.person.id, "Maya Okafor", Stage.KNOWN, pace=pace)


def test_the_most_pressing_promise_that_a_1_2_1_would_keep(maya: Library) -> None:
    maya.promised(due=day(-1), needs_meeting=False)
    maya.promised(due=day(-1), done_on=TODAY)
    assert maya.signals().promise is None
    maya.promised()
    assert maya.signals().promise == UNDATED_PROMISE_DAYS
    maya.promised(due=day(-10), made_on=day(40))
    assert maya.signals().promise == 10
    maya.promised(due=day(5), made_on=day(40))
    assert maya.signals().promise == -5
    maya.met(40)
    assert maya.signals().promise == -5, "it was made at that 1-2-1"
    maya.met(3)
    assert maya.signals().promise == UNDATED_PROMISE_DAYS, "the dated ones were kept by it"


def test_fit_looks_at_the_person_and_at_what_they_do_and_know(maya: Library) -> None:
    maya.me = Me(wanted=("architects", "Café owners"))
    assert maya.signals().fit == pytest.approx(0.4)
    with maya.store.transaction():
        fact = Fact(person=maya.person.id, kind=FactKind.LIKE, text="Architects")
        fact = maya.store.facts.add(fact)
        assert maya.signals().fit == pytest.approx(0.4)
        maya.store.facts.update(replace(fact, kind=FactKind.NETWORK))
    assert maya.signals().fit == pytest.approx(0.8)
    maya.is_now(role="Cafe owner")
    assert maya.signals().fit == pytest.approx(0.9)
    maya.is_now(fit=Fit.LESS)
    assert maya.signals().fit == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("city", "online", "reachable"),
    [
        ("leeds", False, True),
        ("", False, True),
        ("Bradford", False, True),
        ("London", False, False),
        ("London", True, True),
    ],
)
def test_who_lives_elsewhere_is_reached_online_alone(
    maya: Library, city: str, online: bool, reachable: bool
) -> None:
    maya.me = Me(city="Leeds", meets_online=online)
    maya.is_now(city=city)
    assert maya.signals().reachable is reachable


def test_what_belongs_to_others_is_not_mixed_in(store: Store) -> None:
    with store.transaction():
        people = store.people.add_many(Person(name=name) for name in ("Ana", "Ben", "Cleo"))
        store.touches.add(Touch(person=people[1].id, day=day(2)))
    silent = {of.name: of.silent for of in store.history.signals(Me(), TODAY)}
    assert silent == {"Ana": UNKNOWN_DAYS, "Ben": (UNKNOWN_DAYS + 2) / 2, "Cleo": UNKNOWN_DAYS}


def test_a_library_that_broke_meanwhile_is_said_to_be_damaged(library: Path) -> None:
    with Store.open(library) as store, store.transaction():
        store.people.add_many(Person(name=f"P{n}", company="Harbour") for n in range(2000))
    content = bytearray(library.read_bytes())
    for at in range(len(content) // 4096 // 2 * 4096, len(content), 4096):
        content[at : at + 8] = b"\xff" * 8
    library.write_bytes(content)
    with Store.open(library) as store, pytest.raises(LibraryDamaged):
        store.history.signals(Me(), TODAY)
