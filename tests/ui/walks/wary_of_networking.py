"""Half an hour with somebody who dislikes networking, and comes all the same."""

from __future__ import annotations

from datetime import date, datetime

from planner.domain.facts import FactKind, Origin
from planner.domain.people import Attitude, Stage
from tests.ui.walks import acts
from tests.ui.walks.debriefing import Debriefing
from tests.ui.walks.preparing import Preparing
from tests.ui.walks.story import Story
from tests.ui.walks.teller import Teller

CALLUM = "Callum Reid"
OPEN_DAY = date(2026, 11, 5)


def tell(told: Teller) -> None:
    told.me()
    told.place("Canalside Canteen", "Wharf Street, Leeds")
    callum = told.person(
        CALLUM, company="Aire Builders' Merchants", role="Yard manager", city="Leeds",
        attitude=Attitude.DISLIKES, stage=Stage.CONNECTED, connected_on=OPEN_DAY,
    )  # fmt: skip
    told.met(callum, "Merchants' open day", OPEN_DAY)
    told.fact(
        callum, FactKind.DISLIKE, "Speed networking and elevator pitches", OPEN_DAY, Origin.TYPED
    )
    told.fact(
        callum, FactKind.NOTE, "Knows every builder's credit by heart", OPEN_DAY, Origin.TYPED
    )
    told.planned(
        callum, datetime(2026, 11, 25, 12, 30), minutes=30, place="Canalside Canteen",
        learn="What makes builders pay on time",
    )  # fmt: skip


def prepare(user: Preparing) -> None:
    pass


TURNS = {
    "easy-may-go-sooner": (acts.they(1), acts.note("One o'clock, no later")),
    "does": (
        acts.they(2),
        acts.note("A lorry of plasterboard and two drivers who don't speak"),
        acts.me(1),
    ),
    "like": (
        acts.they(4),
        acts.note('"Being decent". His first boss never asked for anything back'),
        acts.me(2),
    ),
    "interest": (
        acts.they(4),
        acts.note("A bee-keeper on the Harrogate train"),
        acts.like("Bees"),
        acts.me(2),
    ),
    "be-understood": (
        acts.me(2),
        acts.they(1),
    ),
    "help": (
        acts.they(3.5),
        acts.note("Why head office closes accounts without ringing first"),
        acts.dislike("Being rung before nine"),
    ),
    "agree": (
        acts.they(1),
        acts.promise("Find out how other merchants close accounts", "next-week"),
        acts.finish(),
    ),
}


def debrief(user: Debriefing) -> None:
    user.summary("Shy for five minutes, then bees. Ask about the hives in spring")
    user.drop("interest")
    user.stays_on("connected")
    user.again("3m")
    user.read_note()
    user.send_note()


STORY = Story(
    name="wary_of_networking",
    title="Somebody who dislikes networking",
    before="""
    Callum runs the yard of a builders' merchant. At their open day he told Nora what he thinks of
    speed networking, and said yes to half an hour over lunch because she did not try to sell him
    anything. He neither buys nor sells what she does.
    """,
    who=CALLUM,
    evening=datetime(2026, 11, 24, 21, 10),
    begins=datetime(2026, 11, 25, 12, 34),
    tell=tell,
    prepare=prepare,
    turns=TURNS,
    debrief=debrief,
)
