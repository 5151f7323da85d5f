"""People at every stage, what is known of each and what was said last time: for whom to choose."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from planner.domain.callbacks import LastTalk
from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.guides import CATCH_UP, DISLIKES, FIRST, PRESS, TRAIN
from planner.domain.meetings import Touch
from planner.domain.people import Attitude, Person, Stage
from planner.domain.promises import Promise
from planner.domain.which_guide import Past

TODAY = date(2026, 11, 22)
CONNECTED, KNOWN, LIKED, TRUSTED, REFERS = Stage


NOBODY_YET = Past()


@dataclass(frozen=True)
class Somebody:
    """A person, and all that the choice of questions goes by."""

    person: Person
    facts: tuple[Fact, ...] = ()
    past: Past = NOBODY_YET
    last: LastTalk | None = None
    asked: dict[str, int] = field(default_factory=dict)
    minutes: int = 60
    favourites: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()


def known(days_ago: int | None, origin: Origin = Origin.MEETING, **told: str) -> tuple[Fact, ...]:
    """Facts by their kind, all noted that many days ago."""
    day = None if days_ago is None else TODAY - timedelta(days=days_ago)
    return tuple(Fact(0, 0, FactKind(kind), text, origin, day) for kind, text in told.items())


def last(days_ago: int, **said: object) -> LastTalk:
    return LastTalk(True, TODAY - timedelta(days=days_ago), **said)  # type: ignore[arg-type]


def past(held: int, days_ago: int, *guides: str) -> Past:
    return Past(held, TODAY - timedelta(days=days_ago), guides or ("",) * held)


def promised(text: str, days_ago: int, *, mine: bool = True) -> Promise:
    return Promise(mine=mine, text=text, made_on=TODAY - timedelta(days=days_ago))


def the(name: str, stage: Stage, attitude: Attitude = Attitude.OPEN, **more: object) -> Somebody:
    person = Person(name=name, stage=stage, attitude=attitude)
    return replace(Somebody(person), **more)  # type: ignore[arg-type]


EVERYTHING = {
    "does": "Accounts for landlords and tradespeople",
    "for_whom": "Sole traders about to become a company",
    "ideal_referral": "A joiner who has just taken on his third man",
    "goal": "A fourth day a week for the charity",
    "challenge": "January, every year",
    "interest": "Bell ringing",
    "network": "Most letting agents in Bradford",
}

_TOLD = (
    # -- hardly known
    the("Ana Ferreira", CONNECTED),
    the(
        "Jonas Lindqvist",
        CONNECTED,
        facts=known(
            9, Origin.TYPED, does="Staircases in oak and ash", interest="Cold-water swimming"
        ),
        last=LastTalk(promises=(promised("List of two architects", 9, mine=False),)),
    ),
    the(
        "Hannah Weiss",
        CONNECTED,
        facts=known(20, Origin.IMPORT, does="Translator for courts", goal="Less travelling"),
        minutes=30,
    ),
    the("Ines Duarte", CONNECTED, Attitude.DISLIKES, facts=known(30, dislike="Small talk")),
    the(
        "Wei Lin Zhang",
        CONNECTED,
        Attitude.EMPLOYED,
        facts=known(None, does="Keeps a fleet of forty on time", skill="Timetables"),
    ),
    the(
        "Oliver Pemberton",
        CONNECTED,
        Attitude.PRESS,
        facts=known(None, interest="Brass bands", dislike="Press releases"),
    ),
    # -- known
    the(
        "Maya Okafor",
        KNOWN,
        facts=known(
            80,
            does="Mortgages for first-time buyers",
            for_whom="Buyers in Leeds and Wakefield",
            ideal_referral="An accountant with freelance clients",
            goal="Launch a podcast by spring",
            dislike="Early calls",
            private="Not to be rushed",
        ),
        past=past(2, 80),
        last=last(
            80,
            summary="Wants to start a podcast; needs a lender who understands the self-employed.",
            promises=(promised("Introduce Maya to Tom Reyes", 80),),
        ),
    ),
    the(
        "Rob Kane",
        KNOWN,
        facts=known(13, does="Lets flats and small shop units", dislike="Long e-mails"),
        past=past(1, 13, FIRST),
        last=last(
            13,
            summary="Three empty shop units. Would rather let to somebody local.",
            noted=((FactKind.GOAL, "To let all three before Christmas"),),
            left_over=frozenset({"again-learning", "first-come-to-you-for"}),
        ),
        asked={"first-their-story": 1, "first-good-year": 1, "first-circles": 1},
    ),
    the(
        "Lena Vogt",
        KNOWN,
        facts=known(60, goal="To work abroad for a year"),
        past=past(3, 60, CATCH_UP, CATCH_UP, FIRST),
        last=last(60),
        asked={
            "again-how-far": 1,
            "again-thoughts": 1,
            "again-learning": 2,
            "again-real-help": 3,
            "again-off-your-plate": 1,
            "again-best-news": 9,
        },
    ),
    the(
        "Yuki Tanaka",
        KNOWN,
        facts=known(40, **EVERYTHING),
        past=past(2, 40, CATCH_UP, FIRST),
        last=last(40),
    ),
    the(
        "Elif Demir",
        KNOWN,
        facts=known(400, **EVERYTHING),
        past=past(1, 400, FIRST),
        last=last(400, summary="Was about to move house."),
    ),
    the(
        "Tariq Aziz",
        KNOWN,
        Attitude.DISLIKES,
        facts=known(50, skill="Old boilers", goal="An apprentice who stays"),
        past=past(1, 50, DISLIKES),
        last=last(50),
    ),
    # -- liked
    the(
        "Grace Mensah",
        LIKED,
        facts=known(
            47,
            does="Raises money for a hospice",
            goal="Sixty firms that each give a day",
            challenge="Finding volunteers on weekdays",
            like="Handwritten notes",
        ),
        past=past(3, 47),
        last=last(47, summary="The summer walk raised twice what was hoped for."),
        favourites=frozenset({"again-changed-your-mind", "again-went-wrong"}),
        left_out=frozenset({"again-ten-more"}),
    ),
    the(
        "Daniel Cho",
        LIKED,
        Attitude.DISLIKES,
        facts=known(
            61,
            does="Keeps eleven hospital buildings dry",
            skill="Finding damp before it shows",
            dislike="Networking events and business cards",
        ),
        past=past(2, 61),
        last=last(61, summary="Showed me the damp log."),
    ),
    the("Amara Diallo", LIKED, facts=known(None, interest="Kora music", does="Midwife")),
    the(
        "Tom Reyes",
        LIKED,
        facts=known(90, interest="Fell running", accomplishment="First marathon under four hours"),
        past=past(1, 90),
        last=last(90),
        minutes=30,
    ),
    the(
        "Nadia Rahman",
        LIKED,
        Attitude.PRESS,
        facts=known(
            100, goal="A series on empty high streets", dislike="Pitches", interest="Chess"
        ),
        past=past(3, 100, PRESS, PRESS, PRESS),
        last=last(100),
    ),
    the(
        "Marco Bellini",
        LIKED,
        Attitude.EMPLOYED,
        facts=known(70, does="Buys parts for trams", challenge="Two suppliers gone in a year"),
        past=past(3, 70),
        last=last(70),
    ),
    the(
        "Ingrid Halvorsen",
        LIKED,
        facts=known(
            800,
            does="Barn conversions",
            goal="A studio of her own",
            interest="Cross-country skiing",
            challenge="A builder who never rang back",
            dislike="Talking about builders",
        ),
        past=past(3, 760),
        last=last(800, summary="Two barns for next year, if the bank agrees."),
    ),
    # -- trusted
    the(
        "Priya Shah",
        TRUSTED,
        facts=known(
            112,
            does="Property disputes",
            for_whom="Small landlords",
            ideal_referral="A managing agent tired of chasing arrears",
            interest="Choir, and the fells at weekends",
            private="Money is tight after the move",
        ),
        past=past(4, 112),
        last=last(112, summary="Two new solicitors. Money is tight after the move."),
    ),
    the(
        "Femi Adeyemi",
        TRUSTED,
        facts=known(58, does="IT for small offices", like="Walking meetings"),
        past=past(2, 58, TRAIN, CATCH_UP),
        last=last(58, promises=(promised("Ask the dentist about the server", 58),)),
    ),
    the(
        "Declan Murphy",
        TRUSTED,
        facts=known(500, **EVERYTHING),
        past=past(5, 90),
        last=last(90),
        minutes=45,
    ),
    the(
        "Siobhan Kearney",
        TRUSTED,
        facts=known(900, network="Everybody at the port", accomplishment="Ran the ferry appeal"),
        past=past(6, 730),
        last=last(730),
        minutes=90,
    ),
    # -- refers
    the(
        "Charlotte Ashworth",
        REFERS,
        facts=known(
            27,
            does="Runs forty breakfasts a year",
            goal="A hundred people in January",
            network="Half of the city centre",
        ),
        past=past(2, 27),
        last=last(27),
        minutes=90,
    ),
    the(
        "Zainab Hussain",
        REFERS,
        facts=known(34, **EVERYTHING),
        past=past(9, 34, CATCH_UP),
        last=last(34, summary="Passed two landlords to me over lunch."),
    ),
    the(
        "Gareth Prosser",
        REFERS,
        Attitude.DISLIKES,
        facts=known(200, interest="Male voice choir"),
        past=past(7, 200),
        last=last(200),
    ),
    # -- heard of since, and touchy about what questions are made of
    the(
        "Farid Nasser",
        LIKED,
        facts=known(
            75, challenge="Planning permission", like="Half-marathons", dislike="Being introduced"
        ),
        past=past(2, 11),
        last=last(
            75,
            summary="The permission may take till spring.",
            heard=Touch(day=TODAY - timedelta(days=11), note="His daughter was ill"),
        ),
    ),
)
PEOPLE = tuple(
    replace(one, person=replace(one.person, id=id)) for id, one in enumerate(_TOLD, start=1)
)
