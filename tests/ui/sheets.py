"""Cheat-sheets for tests: a usual one and the extreme ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from planner.domain.cheatsheet import compose
from planner.domain.dont_forget import DontForget, Mention
from planner.domain.facts import Fact, FactKind
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.sheet import Sheet
from planner.domain.sheet_questions import Talk

TODAY = date(2026, 11, 22)
ZONE = "Europe/London"
SECRET = "Xylograph"  # a word of a private fact, found nowhere else

MAYA = Person(id=1, name="Maya Okafor", role="Independent mortgage adviser", company="Harbour & Co")
MEETING = Meeting(
    id=9,
    person=1,
    state=State.AGREED,
    starts=datetime(2026, 11, 24, 8, 30),
    zone=ZONE,
    minutes=45,
    place="The Wharf Coffee House, 12 Dock St",
    learn="How she finds first-time buyers",
    give="Tom",
    ask="who handles wills?",
)
LAST = replace(
    MEETING,
    id=3,
    state=State.HELD,
    starts=datetime(2026, 9, 3, 8, 30),
    summary="Launching a podcast; looking for Tom Reyes's kind of lender",
)
FACTS = (
    Fact(1, 1, FactKind.DOES, "Mortgages"),
    Fact(2, 1, FactKind.FOR_WHOM, "First-time buyers and the self-employed, Leeds"),
    Fact(3, 1, FactKind.IDEAL_REFERRAL, "An accountant with freelance clients"),
    Fact(4, 1, FactKind.INTEREST, "Half-marathons"),
    Fact(5, 1, FactKind.LIKE, "flat whites"),
    Fact(6, 1, FactKind.DISLIKE, "early calls"),
    Fact(7, 1, FactKind.PRIVATE, f"{SECRET}: does not keep her word"),
)
PROMISES = (
    Promise(1, 1, text="Introduction to Tom Reyes", due=date(2026, 11, 17)),
    Promise(2, 1, mine=False, text="The lender's number"),
)
TALKS = (
    Talk(
        "Understand first",
        20,
        (
            "How did the half-marathon go, and what is next?",
            "What has changed in your work since September?",
            "What would make this a good year?",
            "Who is the best client you have had, and why them?",
        ),
    ),
    Talk("Then be understood", 10, ("One client story that shows whom I help",)),
    Talk(
        "Help each other",
        10,
        (
            "Whom could I introduce you to this month?",
            "How will I recognise a good referral for you when I hear one?",
        ),
    ),
)


def usual() -> Sheet:
    return compose(MAYA, FACTS, PROMISES, MEETING, [LAST], [], TALKS, TODAY, ZONE)


def nothing_known() -> Sheet:
    return compose(Person(id=1, name="Kim"), [], [], None, [], [], [], TODAY)


def everything_known() -> Sheet:
    """Four hundred facts and forty promises, each long."""
    facts = [
        Fact(n, 1, kind, f"{SECRET if kind is FactKind.PRIVATE else kind} {n} " + "of much " * n)
        for n, kind in enumerate([kind for kind in FactKind for _ in range(31)], 1)
    ]
    promises = [
        Promise(n, 1, mine=n % 2 == 0, text=f"Promise {n} " + "and more " * n, due=TODAY)
        for n in range(1, 41)
    ]
    long = tuple(replace(talk, questions=("Who? " * 60,) * 9) for talk in TALKS)
    return compose(MAYA, facts, promises, MEETING, [LAST], [], long, TODAY, "Asia/Tokyo")


def endless_company() -> Sheet:
    person = Person(id=1, name="N" * 200, role="R" * 200, company="C" * 300)
    meeting = replace(MEETING, place="P" * 300, learn="L" * 300, give="G g " * 90)
    facts = [replace(fact, text="W" * 300) for fact in FACTS if not fact.private]
    return compose(person, facts, PROMISES, meeting, [LAST], [], TALKS, TODAY, ZONE)


FORGET_NOT = (
    DontForget(Mention.LAST, "Launching a podcast", date(2026, 9, 3)),
    DontForget(Mention.DISLIKE, "early calls", None, FactKind.DISLIKE),
    DontForget(Mention.BIRTHDAY, "", date(2026, 11, 25)),
    DontForget(Mention.PASSED_ON, "Kessler remortgage survey", date(2026, 10, 1)),
    DontForget(Mention.KEPT_BY_ME, "The introduction to Ana", date(2026, 10, 9)),
    DontForget(Mention.NEWS, "We moved to Leeds", date(2026, 11, 1)),
)


def not_to_be_forgotten() -> Sheet:
    """With a line over the whole page of what must not be forgotten."""
    return compose(
        MAYA, FACTS, PROMISES, MEETING, [LAST], [], TALKS, TODAY, ZONE, dont_forget=FORGET_NOT
    )


def every_script() -> Sheet:
    """A name, a place and facts of five scripts on one page, and several in one line."""
    names = list(SCRIPTS.values())
    kinds = (FactKind.DOES, FactKind.FOR_WHOM, FactKind.LIKE, FactKind.INTEREST, FactKind.GOAL)
    facts = [
        Fact(n, 1, kind, name) for n, (kind, name) in enumerate(zip(kinds, names, strict=True))
    ]
    person = replace(MAYA, name=" ".join(names[:2]), company=SCRIPTS["cjk"])
    meeting = replace(MEETING, place=SCRIPTS["arabic"], learn=SCRIPTS["cyrillic"])
    promise = Promise(1, 1, text=SCRIPTS["arabic"], due=date(2026, 11, 17))
    return compose(person, facts, [promise], meeting, [LAST], [], TALKS, TODAY, ZONE)


def in_script(name: str) -> Sheet:
    person = replace(MAYA, name=name)
    facts = [Fact(1, 1, FactKind.DOES, name), Fact(2, 1, FactKind.LIKE, name)]
    return compose(person, facts, [], MEETING, [LAST], [], TALKS, TODAY, ZONE)


SCRIPTS = {
    "latin": "Łukasz Žďárský-Ångström Nguyễn Ğ",
    "greek": "Ελένη Παπαδοπούλου",
    "cyrillic": "Юлія Ґалаґан Щербакова",
    "arabic": "فاطمة الزهراء",
    "cjk": "山田太郎 会议",
}
EXTREMES = {
    "usual": usual(),
    "nothing known": nothing_known(),
    "everything known": everything_known(),
    "endless company": endless_company(),
    "not to be forgotten": not_to_be_forgotten(),
    "every script": every_script(),
    **{script: in_script(name) for script, name in SCRIPTS.items()},
}
