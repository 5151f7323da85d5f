"""How well somebody fits: the user's own word on it, and asking for one, seldom."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from planner.domain.changes import FIT_ASKED, Change, Kind, setting_about
from planner.domain.facts import FactKind
from planner.domain.fit_question import (
    A_WEEK,
    bar,
    best_to_ask,
    may_ask,
    may_come_again,
)
from planner.domain.meetings import Meeting
from planner.domain.online_networks import is_online_network
from planner.domain.people import Fit, Person
from planner.domain.ranking import within_reach
from planner.domain.shortening import shorten
from planner.domain.suggestions import Signals
from planner.errors import PlannerError
from planner.journeys.last_import import brought_in
from planner.journeys.suggest_people import AT_MOST
from planner.storage.store import Store

NEVER = "never"  # besides the values of Fit: not to be suggested at all
SOMEWHAT = "somewhat"  # the answer that leaves the fit to About me
SKIPPED = "skipped"
_ASKED = "asked"  # in sight on Today, and not answered yet
_ASKED_AFTER = "asked after {meeting}"  # the same in the debrief of a 1-2-1, by its id
_DAYS = "fit asked on"  # the setting: days with whom was asked about, "2026-11-22 12, ..."
_SWITCH = "ask who fits"  # the setting: "no" where the user wants no such questions
_FACT_WORDS = 16  # of a longer note
_TELLING = (FactKind.DOES, FactKind.FOR_WHOM)


@dataclass(frozen=True, slots=True)
class FitQuestion:
    """Whom to ask about, and what reminds of them."""

    person: Person
    does: str = ""  # a note on what they do
    met_at: str = ""  # where they were last met, where nothing is noted of that
    day: date | None = None  # where it is today's one question
    meeting: int = 0  # the 1-2-1 it is asked after, by its id; 0 for none


def say_fit(store: Store, person_id: int, word: str) -> Change:
    """Keeps the user's word on somebody: "more", "" (as About me says), "less" or "never".

    Any other than "never" ends a "never". Whoever was spoken of is not asked about any more.
    """
    if word != NEVER and word not in set(Fit):
        raise PlannerError(f"There is no fit “{word}”. Choose more, less or never.")
    with store.transaction() as work:
        person = store.people.get(person_id)
        if word == NEVER:
            person = replace(person, let_go=True, rests_until=None)
        else:
            put_off = 0 if person.let_go else person.put_off
            person = replace(person, let_go=False, put_off=put_off, fit=Fit(word))
        store.people.update(person)
        _settle(store, person_id, word or SOMEWHAT)
    return work.change


def answer_fit(store: Store, person_id: int, word: str) -> Change:
    """Keeps an answer: "more", "less", SOMEWHAT or SKIPPED; nobody is asked about twice."""
    if word not in (Fit.MORE, Fit.LESS, SOMEWHAT, SKIPPED):
        raise PlannerError(f"There is no answer “{word}”. Choose more, somewhat or less.")
    with store.transaction() as work:
        if word in (Fit.MORE, Fit.LESS):
            store.people.update(replace(store.people.get(person_id), fit=Fit(word)))
        _settle(store, person_id, word)
    return work.change


def question_today(store: Store, today: date) -> FitQuestion | None:
    """Today's one question, about whom the answer changes most; mostly there is none.

    Those of an import of the last few days come first.
    """
    if not asks(store):
        return None
    asked_on = _asked_on(store)
    if today in asked_on:
        return question_about(store, asked_on[today], today)
    if not may_ask(asked_on, today):
        return None
    hopeful = _hopeful(store, today)
    new = _just_brought_in(store, hopeful, today)
    chosen = best_to_ask(hopeful, AT_MOST, _asked(store), new)
    return _question(store, chosen, today) if chosen else None


def question_about(store: Store, person_id: int, today: date) -> FitQuestion | None:
    """Today's question, if it is about this person."""
    if _asked_on(store).get(today) != person_id or not open_question(store, person_id):
        return None
    return _question(store, person_id, today)


def may_ask_after(store: Store, meeting: Meeting) -> bool:
    """Whether it is worth finding out what to ask after a 1-2-1; quick, unlike `question_after`.

    Whoever was spoken of is not asked about, one word of the user's is enough; nor whoever was
    asked about after another 1-2-1, to no answer.
    """
    if not open_question(store, meeting.person):
        return False
    return _state(store, meeting.person) in (_ASKED, _ASKED_AFTER.format(meeting=meeting.id))


def question_after(store: Store, meeting: Meeting, today: date) -> FitQuestion | None:
    """What to ask about somebody just met 1-2-1; None where it would not bring them back anyway."""
    if not may_ask_after(store, meeting):
        return None
    person_id = meeting.person
    (signals,) = store.history.signals(store.me.get(), today, [person_id])
    others = [of for of in _hopeful(store, today) if of.person != person_id]
    to_pass = bar(others, AT_MOST)
    if to_pass is None or not may_come_again(signals, to_pass):
        return None
    return replace(_question(store, person_id), meeting=meeting.id)


def open_question(store: Store, person_id: int) -> bool:
    """Whether an answer about somebody is still wanted."""
    person = store.people.find(person_id)
    if person is None or person.let_go or person.fit is not Fit.UNSAID or not asks(store):
        return False
    return _state(store, person_id).startswith(_ASKED)


def note_asked(store: Store, person_id: int, today: date) -> Change:
    """Remembers that today's question is in sight; what was said meanwhile stays said."""
    asked_on = _asked_on(store)
    with store.transaction() as work:
        if asked_on.get(today) != person_id and open_question(store, person_id):
            lately = {day: who for day, who in asked_on.items() if today - A_WEEK < day < today}
            days = (f"{day} {who}" for day, who in {**lately, today: person_id}.items())
            store.settings.put(_DAYS, ", ".join(days))
            _settle(store, person_id, _ASKED)
    return work.change


def note_asked_after(store: Store, person_id: int, meeting_id: int) -> Change:
    """Remembers that the question after a 1-2-1 is in sight: after the next it is not asked."""
    with store.transaction() as work:
        if open_question(store, person_id):
            _settle(store, person_id, _ASKED_AFTER.format(meeting=meeting_id))
    return work.change


def asks(store: Store) -> bool:
    """Whether the user may be asked who fits."""
    return store.settings.get(_SWITCH) != "no"


def choose_asking(store: Store, wanted: bool) -> Change:
    """Turns the questions on or off."""
    with store.transaction() as work:
        store.settings.put(_SWITCH, "yes" if wanted else "no")
    return work.change


def _hopeful(store: Store, today: date) -> list[Signals]:
    """Those who could be among the first, did they fit, with their fit."""
    me, history = store.me.get(), store.history
    everybody = history.unjudged(me, today)
    return history.judged(me, within_reach(everybody, AT_MOST + 1, partial(history.fits, me)))


def _just_brought_in(store: Store, people: Collection[Signals], today: date) -> set[int]:
    brought = brought_in(store)
    if brought is None or not today - A_WEEK < brought[0] <= today:
        return set()
    _, came = brought
    return {of.person for of in people if came(of.person)}


def _question(store: Store, person_id: int, day: date | None = None) -> FitQuestion:
    facts = sorted(
        (fact for fact in store.facts.of_person(person_id) if fact.kind in _TELLING),
        key=lambda fact: _TELLING.index(fact.kind),
    )
    does = shorten(facts[0].text, _FACT_WORDS) if facts else ""
    met = [
        event
        for event in ([] if facts else store.attendance.met_at(person_id))
        if event.day or is_online_network(event.label)  # a label in an address book tells nothing
    ]
    return FitQuestion(store.people.get(person_id), does, met[0].label if met else "", day)


def _state(store: Store, person_id: int) -> str:
    """What came of asking about somebody; _ASKED where nobody asked yet."""
    return store.settings.get(setting_about(FIT_ASKED, Kind.PERSON, person_id), _ASKED)


def _settle(store: Store, person_id: int, state: str) -> None:
    store.settings.put(setting_about(FIT_ASKED, Kind.PERSON, person_id), state)


def _asked(store: Store) -> set[int]:
    """Everybody who was asked about, or spoken of, before."""
    start = setting_about(FIT_ASKED, Kind.PERSON, 0)[:-1]
    names = (name.removeprefix(start) for name in store.settings.beginning(start))
    return {int(id) for id in names if id.isdecimal()}


def _asked_on(store: Store) -> dict[date, int]:
    """About whom was asked on which of the last days."""
    asked: dict[date, int] = {}
    for entry in filter(None, store.settings.get(_DAYS).split(", ")):
        try:
            day, who = entry.split()
            asked[date.fromisoformat(day)] = int(who)
        except ValueError:
            continue  # an export that was edited by hand
    return asked
