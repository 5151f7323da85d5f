"""A catch-up: somebody liked, with a promise that is late and a thing better not mentioned."""

from __future__ import annotations

from datetime import date, datetime

from planner.domain.facts import FactKind
from planner.domain.meetings import TalkedMore, TouchKind
from planner.domain.people import Stage
from planner.domain.referrals import Outcome
from tests.ui.walks import acts
from tests.ui.walks.debriefing import Debriefing
from tests.ui.walks.preparing import Preparing
from tests.ui.walks.story import Story
from tests.ui.walks.teller import Teller

PIOTR = "Piotr Zieliński"
SPRING, SUMMER = datetime(2026, 3, 18, 8, 30), datetime(2026, 8, 26, 8, 30)
THEN = SUMMER.date()
HUSHED = ("divorce",)


def tell(told: Teller) -> None:
    told.me()
    told.place("Foundry Tea Rooms", "4 Foundry Yard, Leeds")
    piotr = told.person(
        PIOTR, company="Zieliński Joinery", role="Master joiner", city="Leeds",
        emails=("piotr@zielinski-joinery.example",), stage=Stage.LIKED,
        connected_on=date(2026, 1, 15),
    )  # fmt: skip
    told.met(piotr, "Chamber Breakfast", date(2026, 1, 15))
    told.talked(
        piotr, SPRING, "Proud of the library staircase; does his own books on Sundays",
        guide="first", place="Foundry Tea Rooms",
        noted={
            "first-until-when": "", "first-their-story": "Apprenticed in Gdańsk, then ships",
            "first-quietly-pleased": "The oak staircase in the library",
        },
    )  # fmt: skip
    summer = told.talked(
        piotr, SUMMER, "Was about to take on his first apprentice",
        guide="catch-up", place="Foundry Tea Rooms",
        noted={
            "again-when-to-stop": "", "again-since-then": "",
            "again-three-months": "Take on an apprentice before winter",
        },
        unasked=("skill", "again-circles-now"),
        balance=(34, 20), more=TalkedMore.ME,
    )  # fmt: skip
    for kind, text, day in (
        (FactKind.DOES, "Staircases, doors and fitted libraries", SPRING.date()),
        (FactKind.FOR_WHOM, "Architects, and people doing up old houses", SPRING.date()),
        (FactKind.ACCOMPLISHMENT, "The oak staircase in the library", SPRING.date()),
        (FactKind.INTEREST, "Restores a wooden dinghy with his daughter Zosia", THEN),
        (FactKind.GOAL, "Take on an apprentice before winter", THEN),
        (FactKind.CHALLENGE, "Quotes eat his evenings", THEN),
        (FactKind.DISLIKE, "Being called Peter", SPRING.date()),
        (FactKind.PRIVATE, "In the middle of a divorce; do not mention the house", THEN),
    ):
        told.fact(piotr, kind, text, day)
    told.promised(piotr, "Send the apprentice wage table", THEN, date(2026, 9, 4), meeting=summer)
    told.promised(
        piotr, "Lend me his moisture meter", THEN, None, mine=False, meeting=summer,
        done=date(2026, 9, 10),
    )  # fmt: skip
    told.referred(
        piotr, "Hartley & Daughter, kitchens", date(2026, 10, 2), Outcome.PASSED, given=False
    )
    told.touch(
        piotr, date(2026, 10, 20), TouchKind.CALL, "Rang about the dinghy's new mast", theirs=True
    )
    grace = told.person(
        "Grace Adeyemi", company="Adeyemi Training", role="Apprenticeship assessor",
        city="Bradford", stage=Stage.LIKED,
    )  # fmt: skip
    told.fact(grace, FactKind.DOES, "Assesses apprentices in joinery and carpentry", SPRING.date())
    told.fact(grace, FactKind.NETWORK, "Every college with a joinery workshop in Yorkshire", THEN)
    told.news("Took on a second bookkeeper, Hana", date(2026, 11, 2))
    told.planned(
        piotr, datetime(2026, 11, 26, 8, 30), minutes=60, place="Foundry Tea Rooms",
        learn="Whether the apprentice came", ask="Who looks after his van insurance",
    )  # fmt: skip


def prepare(user: Preparing) -> None:
    user.another(2)


TURNS = {
    "again-when-to-stop": (
        acts.they(1),
        acts.note("Half nine, the glazier comes"),
    ),
    "goal": (
        acts.they(5),
        acts.note("She started in September: Wiktoria, nineteen, steady hands"),
        acts.me(2),
    ),
    "interest": (
        acts.they(4),
        acts.note("Launched in October, with Zosia at the tiller"),
        acts.back_and_add(", one of them spiral"),
    ),
    "for_whom": (
        acts.they(3),
        acts.note("Two architects who let him into the drawing stage"),
        acts.me(2),
    ),
    "skill": (
        acts.they(3),
        acts.note("To say no on the phone; Wiktoria listens in"),
        acts.like("Sea shanties, badly sung"),
        acts.take_back_last(),
    ),
    "accomplishment": (
        acts.they(3),
        acts.note("Two more staircases came of it, both oak"),
    ),
    "help": (acts.skip(),),
    "network": (
        acts.they(3),
        acts.note("The bursar of the music college"),
    ),
    "be-understood": (acts.me(6),),
    "again-how-do-you-tell-it": (
        acts.they(2),
        acts.me(2),
    ),
    "challenge": (
        acts.they(4),
        acts.note("Quotes: an hour each, four a week, and half come to nothing"),
        acts.promise("Send the quote template tomorrow"),
        acts.introduction("Grace Adeyemi", "Wiktoria's assessment in June"),
        acts.me(2),
    ),
    "ideal_referral": (
        acts.they(4),
        acts.note("An architect with a listed building and patience"),
        acts.referral("The Hendersons in Adel, a library"),
        acts.ask("Van insurance that knows what a joiner carries", mine=True),
    ),
    "agree": (
        acts.they(1),
        acts.promise(
            "Bring the apprentice wage sheet back with his corrections", "next-week", theirs=True
        ),
    ),
    "again-next-date": (
        acts.they(1),
        acts.note("February, at the boat"),
    ),
}


def debrief(user: Debriefing) -> None:
    user.summary("Easy from the first minute. Wiktoria is the news of the year")
    user.settle_promise("Send the apprentice wage table")
    user.saw("confided")
    user.again_on("2 February")
    user.read_note()


STORY = Story(
    name="a_catch_up",
    title="A catch-up",
    before="""
    Nora and Piotr have sat down twice, and get on. In August she promised him a wage table and
    forgot. He passed a kitchen firm on to her since. She knows more of his year than she may say.
    """,
    who=PIOTR,
    evening=datetime(2026, 11, 25, 20, 5),
    begins=datetime(2026, 11, 26, 8, 30),
    tell=tell,
    prepare=prepare,
    turns=TURNS,
    debrief=debrief,
    hushed=HUSHED,
)
