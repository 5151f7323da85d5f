"""A first meeting: somebody met at a breakfast eleven days ago, and not talked to since."""

from __future__ import annotations

from datetime import date, datetime

from planner.domain.facts import FactKind, Origin
from planner.domain.meetings import TouchKind
from planner.domain.people import Stage
from tests.ui.walks import acts
from tests.ui.walks.debriefing import Debriefing
from tests.ui.walks.preparing import Preparing
from tests.ui.walks.story import Story
from tests.ui.walks.teller import Teller

INES = "Inês Carvalho"
BREAKFAST = date(2026, 11, 12)


def tell(told: Teller) -> None:
    told.me()
    told.place("The Wharf Coffee House", "12 Dock Lane, Leeds")
    ines = told.person(
        INES, company="Carvalho Garden Rooms", role="Owner", city="Leeds",
        emails=("ines@carvalho-rooms.example",), phones=("+44 113 496 0177",),
        stage=Stage.CONNECTED, connected_on=BREAKFAST,
    )  # fmt: skip
    told.met(ines, "Chamber Breakfast", BREAKFAST)
    told.fact(ines, FactKind.DOES, "Timber garden rooms", BREAKFAST, Origin.IMPORT)
    told.fact(
        ines, FactKind.NOTE, "Came straight from a site, in muddy boots", BREAKFAST, Origin.TYPED
    )
    told.touch(ines, date(2026, 11, 16), TouchKind.MESSAGE, "Yes to a coffee", theirs=True)
    rob = told.person(
        "Rob Kane", company="Kane Lettings", role="Letting agent", city="Leeds", stage=Stage.LIKED
    )
    told.fact(rob, FactKind.DOES, "Lets flats and small shop units", date(2026, 3, 2))
    told.planned(
        ines, datetime(2026, 11, 24, 10, 0), minutes=60, place="The Wharf Coffee House",
        learn="How she came to build garden rooms",
    )  # fmt: skip


def prepare(user: Preparing) -> None:
    user.news("Took on a second bookkeeper, Hana, on 2 November")


TURNS = {
    "first-until-when": (
        acts.they(1),
        acts.note("Until eleven, then a site visit in Otley"),
    ),
    "interest": (
        acts.they(2.5),
        acts.note("A garden room for a piano teacher: it has to be quiet inside and out"),
        acts.like("Climbs at the wall on Thursdays"),
    ),
    "does": (
        acts.they(5),
        acts.note("Learned from her uncle in Viana, came for one summer in 2011 and stayed"),
        acts.me(1.5),
    ),
    "for_whom": (
        acts.they(4),
        acts.note(
            "People who'll use the room every day; not those who want it for the photographs"
        ),
        acts.pause(2),
    ),
    "goal": (
        acts.they(5),
        acts.note("Six rooms instead of four, and Fridays for drawing"),
    ),
    "accomplishment": (
        acts.they(3),
        acts.offered(),
        acts.note("Built the library's reading hut in nine days"),
        acts.me(3),
    ),
    "skill": (acts.another(),),
    "be-understood": (
        acts.table_mode(),
        acts.me(7),
        acts.promise("Send the one-page VAT guide", "friday"),
        acts.they(2),
        acts.whole_page(),
    ),
    "ideal_referral": (
        acts.they(3),
        acts.note("Somebody who says they work from the kitchen table and can't any more"),
    ),
    "challenge": (
        acts.they(3),
        acts.note("VAT on timber frames; her cousin does the books at night"),
        acts.introduction("Rob Kane", "Gardens behind his flats that nobody uses"),
        acts.me(1),
    ),
    "help": (
        acts.they(2),
        acts.ask("Somewhere dry to keep timber until March"),
    ),
    "agree": (
        acts.they(1.5),
        acts.promise("Show Nora the reading hut, in two weeks", theirs=True),
    ),
}


def debrief(user: Debriefing) -> None:
    user.summary("Warm and exact. Lit up when she talked of the reading hut")
    user.edit("goal", "Six garden rooms next year instead of four, and Fridays for drawing")
    user.drop("challenge")
    user.as_kind("for_whom", "Likes")
    user.add_fact("Good at", "Drawing a room from two sentences")
    user.again("6w")
    user.read_note()
    user.send_note("P.S. Hana says hello to the piano teacher.")


STORY = Story(
    name="a_first_meeting",
    title="A first meeting",
    before="""
    Nora keeps the books of small building firms. She met Inês at a breakfast, in muddy boots.
    """,
    who=INES,
    evening=datetime(2026, 11, 23, 19, 30),
    begins=datetime(2026, 11, 24, 10, 0),
    tell=tell,
    prepare=prepare,
    turns=TURNS,
    debrief=debrief,
)
