"""A journalist, whom everybody pitches to, between two deadlines."""

from __future__ import annotations

from datetime import date, datetime

from planner.domain.facts import FactKind, Origin
from planner.domain.meetings import TouchKind
from planner.domain.people import Attitude, Stage
from tests.ui.walks import acts
from tests.ui.walks.debriefing import Debriefing
from tests.ui.walks.preparing import Preparing
from tests.ui.walks.story import Story
from tests.ui.walks.teller import Teller

LEILA = "Leila Haddad"
PANEL = date(2026, 10, 8)


def tell(told: Teller) -> None:
    told.me()
    told.place("Ledger Row Coffee", "2 Ledger Row, Leeds")
    leila = told.person(
        LEILA, company="Yorkshire Ledger", role="Business reporter", city="Leeds",
        emails=("leila@ledger-news.example",), attitude=Attitude.PRESS, stage=Stage.KNOWN,
        connected_on=PANEL,
    )  # fmt: skip
    told.met(leila, "Small firms panel", PANEL)
    told.talked(
        leila, datetime(2026, 10, 15, 16, 0), "Rang me for one figure, stayed for ten minutes",
        minutes=15, place="Phone",
    )  # fmt: skip
    for kind, text in (
        (FactKind.DOES, "Covers small firms and building for the Ledger"),
        (FactKind.DISLIKE, "Press releases by the dozen"),
    ):
        told.fact(leila, kind, text, PANEL, Origin.TYPED)
    told.touch(
        leila, date(2026, 11, 6), TouchKind.MESSAGE, "Thanked me for the late-payment figure",
        theirs=True,
    )  # fmt: skip
    told.planned(
        leila, datetime(2026, 11, 27, 15, 0), minutes=45, place="Ledger Row Coffee",
        learn="What she is working on", give="What late payment looks like in real books",
    )  # fmt: skip


def prepare(user: Preparing) -> None:
    pass


TURNS = {
    "press-away-by": (acts.they(1), acts.note("Conference moved: has to be gone by 15:35")),
    "press-just-a-chat": (acts.they(0.5),),
    "goal": (
        acts.they(6),
        acts.note("Firms that fold with full order books"),
        acts.fact("Challenge", "Nobody who folded will talk on the record"),
        acts.me(2),
    ),
    "for_whom": (
        acts.they(3),
        acts.note("The wives of the men she writes about, usually by Sunday night"),
    ),
    "ideal_referral": (
        acts.they(3),
        acts.note("An insolvency practitioner who picks up"),
        acts.me(2),
    ),
    "understand": (acts.skip(),),
    "be-understood": (
        acts.table_mode(),
        acts.me(3),
        acts.they(2),
        acts.whole_page(),
    ),
    "press-talk-among-ourselves": (acts.me(3), acts.they(1)),
    "help": (
        acts.they(1),
        acts.promise("Ask Farah for a practitioner who picks up", "tomorrow"),
        acts.finish(),
    ),
}


def debrief(user: Debriefing) -> None:
    user.summary("Left at half past for the conference. Never once felt pitched to, she said")
    user.edit("goal", "Why firms fold with full order books")
    user.as_kind("for_whom", "Note")
    user.saw("enjoyed")
    user.read_note()


STORY = Story(
    name="a_journalist",
    title="A journalist",
    before="""
    Leila writes about small firms. She rang Nora once for a figure on late payment, and Nora had
    it the same hour. Everybody wants something of Leila; she has forty-five minutes before the
    evening conference, or so she thinks.
    """,
    who=LEILA,
    evening=datetime(2026, 11, 26, 19, 0),
    begins=datetime(2026, 11, 27, 15, 5),
    tell=tell,
    prepare=prepare,
    turns=TURNS,
    debrief=debrief,
)
