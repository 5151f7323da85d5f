"""Whatever is noted, no calendar file for others holds it: each private field has a mark in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.asks import Ask
from planner.domain.conversation import Answer
from planner.domain.facts import Fact, FactKind
from planner.domain.introductions import Introduction
from planner.domain.me import Me
from planner.domain.meetings import Meeting, State, Touch
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.journeys.calendar_files import calendar_file, choose_tasks, export_calendar
from planner.journeys.plan_meeting import cancel, plan, reschedule
from planner.journeys.subscribed_calendar import subscribed_calendar
from planner.storage.store import Store
from tests.calendar.lint import lint
from tests.calendar.raw import read

NOW = datetime(2026, 11, 22, 9, 30)
TUESDAY = datetime(2026, 11, 24, 8, 30)
HOUR = timedelta(hours=1)
MARK = "Xyl"  # in no word of ours, in English or elsewhere

# What others may read: names and addresses, when and where. New fields are private until here.
TOLD_OF_ME = {"name", "email", "zone"}
TOLD_OF_THEM = {"name", "emails", "zone"}
TOLD_OF_IT = {"place", "zone", "uid", "organizer", "invitation"}
NEEDS_A_WORD_OF_ITS_OWN = {"stage", "attitude", "fit", "rhythm", "state", "called_off", "holidays"}
SPOKEN = {  # what an invitation may begin with, said to the one it is about
    FactKind.INTEREST,
    FactKind.ACCOMPLISHMENT,
    FactKind.GOAL,
    FactKind.CHALLENGE,
}

around = st.text(
    st.sampled_from("ab ,;:\\\"'\n\r\t\u2028é🎉"),
    max_size=12,
)


def marks(kind: type, told: set[str], marked: Callable[[], str]) -> dict[str, str | tuple[str]]:
    """A marked text for each field of text that others have no business with."""
    left_out = told | NEEDS_A_WORD_OF_ITS_OWN
    texts = {each.name for each in fields(kind) if each.type == "str"} - left_out
    several = {each.name for each in fields(kind) if each.type == "tuple[str, ...]"} - left_out
    return {name: marked() for name in sorted(texts)} | {
        name: (marked(),) for name in sorted(several)
    }


def fill(store: Store, marked: Callable[[], str]) -> Person:
    """Somebody of whom all is known that can be, and another who is not to be spoken of."""
    day = NOW.date()
    me = Me(name="Sam Doyle", email="sam@doyle.example", zone="Europe/London")
    store.me.put(replace(me, **marks(Me, TOLD_OF_ME, marked)))  # type: ignore[arg-type]
    maya = Person(name="Maya Okafor", emails=("maya@harbour.example",))
    maya = store.people.add(replace(maya, **marks(Person, TOLD_OF_THEM, marked)))  # type: ignore[arg-type]
    other = store.people.add(Person(name=f"Tom {marked()}", emails=(f"tom@{MARK}.example",)))
    for person in (maya, other):
        hushed = [kind for kind in FactKind if person is other or kind not in SPOKEN]
        store.facts.add_many(Fact(person=person.id, kind=k, text=marked()) for k in hushed)
        store.touches.add(Touch(person=person.id, day=day, note=marked()))
        store.referrals.add(Referral(person=person.id, what=marked(), day=day))
        store.asks.add(Ask(person=person.id, text=marked(), came_of=marked(), made_on=day))
        store.promises.add(Promise(person=person.id, mine=False, text=marked(), made_on=day))
    store.introductions.add(
        Introduction(person=maya.id, other=other.id, why=marked(), note=marked(), asked_on=day)
    )
    held = Meeting(
        person=maya.id, state=State.HELD, starts=TUESDAY - timedelta(days=30), created=NOW,
        zone="Europe/London", uid=f"{maya.id}-held@visavis",
    )  # fmt: skip
    held = store.meetings.add(replace(held, **marks(Meeting, TOLD_OF_IT, marked)))  # type: ignore[arg-type]
    store.answers.add(Answer(meeting=held.id, prompt="goals", text=marked()))
    return maya


def for_others(store: Store, maya: Person, marked: Callable[[], str]) -> Iterator[bytes]:
    """Each file that leaves the house."""
    aims = (marked(), marked(), marked())
    _, meeting = plan(store, maya.id, TUESDAY, "Europe/London", 45, "The Wharf", *aims, None, NOW)
    yield calendar_file(store, meeting.id, NOW, True)[1]
    reschedule(store, meeting.id, TUESDAY + HOUR, NOW + HOUR)
    yield calendar_file(store, meeting.id, NOW + HOUR, True)[1]
    yield subscribed_calendar(store, NOW)
    yield export_calendar(store, NOW)
    cancel(store, meeting.id, NOW + 2 * HOUR)
    yield calendar_file(store, meeting.id, NOW + 2 * HOUR, True)[1]
    theirs = Meeting(
        person=maya.id, starts=TUESDAY, zone="Europe/London", organizer="maya@harbour.example",
        uid=f"{maya.id}@harbour.example", created=NOW, place="Harbour House", invitation=marked(),
    )  # fmt: skip
    with store.transaction():
        theirs = store.meetings.add(replace(theirs, **marks(Meeting, TOLD_OF_IT, marked)))  # type: ignore[arg-type]
    yield calendar_file(store, theirs.id, NOW, True)[1]
    reschedule(store, theirs.id, TUESDAY + HOUR, NOW)
    yield calendar_file(store, theirs.id, NOW, True)[1]
    yield subscribed_calendar(store, NOW)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(around, around, st.booleans(), st.booleans())
def test_no_file_for_others_holds_what_is_private(
    store: Store, before: str, after: str, sheet: bool, tasks: bool
) -> None:
    numbers = count()

    def marked() -> str:
        return f"{before}{MARK}{next(numbers)}{after}"

    with store.transaction():
        for person in store.people.all():
            store.people.remove(person.id)
        maya = fill(store, marked)
        store.me.put(replace(store.me.get(), sheet_in_calendar=sheet))
    choose_tasks(store, tasks)
    methods = []
    for data in for_others(store, maya, marked):
        assert lint(data) == []
        assert MARK.encode() not in data.replace(b"\r\n ", b"")
        methods.append(read(data).one("METHOD").value)
    assert methods == [
        *("REQUEST", "REQUEST", "PUBLISH", "PUBLISH", "CANCEL", "REPLY", "COUNTER", "PUBLISH")
    ]


def test_the_marks_are_there_to_be_found(store: Store) -> None:
    """The user's own entry holds some: the test above looks for what could have leaked."""
    numbers = count()
    with store.transaction():
        maya = fill(store, lambda: f"{MARK}{next(numbers)}")
        store.me.put(replace(store.me.get(), sheet_in_calendar=True))
    assert next(numbers) > 40
    aims = (f"{MARK} one", f"{MARK} two", f"{MARK} three")
    _, meeting = plan(store, maya.id, TUESDAY, "Europe/London", 45, "The Wharf", *aims, None, NOW)
    _, data = calendar_file(store, meeting.id, NOW, False)
    assert data.count(MARK.encode()) > 4
    kept = {fact.text for fact in store.facts.all() if fact.private}
    text = data.replace(b"\r\n ", b"").decode()
    assert kept and not [each for each in kept if f"{each}\\n" in f"{text}\\n"]


def test_a_promise_to_keep_is_a_task_only_of_ones_own(store: Store) -> None:
    numbers = count()
    with store.transaction():
        maya = fill(store, lambda: f"{MARK}{next(numbers)}")
        store.promises.add(Promise(person=maya.id, text="Send the list", due=date(2026, 12, 1)))
    choose_tasks(store, True)
    (task,) = read(subscribed_calendar(store, NOW)).parts("VTODO")
    assert task.one("SUMMARY").text == "Send the list (Maya Okafor)"
