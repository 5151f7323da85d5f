"""Training each other to refer: there is trust, and neither knows whom the other would meet."""

from __future__ import annotations

from datetime import date, datetime

from planner.domain.facts import FactKind
from planner.domain.meetings import TalkedMore
from planner.domain.people import Stage
from planner.domain.referrals import Outcome
from tests.ui.walks import acts
from tests.ui.walks.debriefing import Debriefing
from tests.ui.walks.preparing import Preparing
from tests.ui.walks.story import Story
from tests.ui.walks.teller import Teller

FARAH = "Farah Siddiqui"
TALKS = (
    (datetime(2025, 2, 11, 9, 0), "Set up on her own after nine years at a big firm"),
    (datetime(2025, 9, 23, 9, 0), "Moved into the office above the bakery"),
    (datetime(2026, 4, 14, 9, 0), "Hired Tom; wants fewer, better clients"),
    (datetime(2026, 8, 4, 9, 0), "Tired after the summer; we laughed a lot"),
)
LAST = TALKS[-1][0].date()


def tell(told: Teller) -> None:
    told.me()
    told.place("Station Café", "Platform Court, Leeds")
    farah = told.person(
        FARAH, company="Siddiqui & Co", role="Chartered accountant", city="Leeds",
        emails=("farah@siddiqui-co.example",), stage=Stage.TRUSTED, connected_on=date(2024, 11, 5),
    )  # fmt: skip
    for starts, summary in TALKS:
        told.talked(
            farah, starts, summary, guide="catch-up", place="Station Café",
            noted={"again-when-to-stop": "", "again-since-then": ""},
            balance=(26, 27), more=TalkedMore.EVEN,
        )  # fmt: skip
    for kind, text, day in (
        (FactKind.DOES, "Year-end accounts and tax for owner-run firms", date(2025, 2, 11)),
        (FactKind.FOR_WHOM, "Owners with five to fifty staff", date(2025, 2, 11)),
        (FactKind.GOAL, "Fewer, better clients by the spring", date(2026, 4, 14)),
        (FactKind.INTEREST, "Sings alto in the town hall choir", date(2025, 9, 23)),
        (FactKind.NETWORK, "Two banks' business managers in Leeds", date(2025, 2, 11)),
        (FactKind.SKILL, "Explains tax so that one laughs", LAST),
        (FactKind.LIKE, "Strong tea, and starting on the dot", LAST),
    ):
        told.fact(farah, kind, text, day)
    told.referred(farah, "Dawson Roofing, payroll", date(2026, 5, 8), Outcome.WON, given=False)
    told.referred(farah, "Kane Lettings, accounts", date(2026, 6, 2), Outcome.PASSED, given=True)
    told.promised(farah, "Tell Farah how Dawson Roofing went", LAST, date(2026, 8, 31))
    told.person(
        "Tom Reyes", company="Reyes Lending", role="Lender", city="Leeds", stage=Stage.KNOWN
    )
    told.planned(
        farah, datetime(2026, 12, 1, 9, 0), minutes=90, place="Station Café",
        learn="Whom she would like to meet", ask="Builders who still bring carrier bags",
    )  # fmt: skip


def prepare(user: Preparing) -> None:
    pass


TURNS = {
    "train-both-get-a-turn": (acts.they(1), acts.note("Half ten sharp, both of us")),
    "network": (
        acts.they(4),
        acts.note("Me, to Dawson Roofing; before that nobody for months"),
        acts.me(4),
        acts.referral("Dawson Roofing's sister firm, scaffolding", theirs=True),
    ),
    "for_whom": (
        acts.they(4),
        acts.note("Still owners, but only those who open their own post"),
        acts.me(3),
    ),
    "ideal_referral": (
        acts.they(6),
        acts.note('"My accountant only rings in January"'),
        acts.me(4),
    ),
    "train-just-happened": (
        acts.they(5),
        acts.note("A first letter from the tax office, or a partner who wants out"),
    ),
    "train-spend-their-days": (
        acts.they(4),
        acts.note("The trade counter before seven, and the school gate"),
        acts.me(3),
    ),
    "accomplishment": (
        acts.they(4),
        acts.note("Kept a bakery open by finding four years of unclaimed allowances"),
    ),
    "challenge": (acts.another(),),
    "be-understood": (
        acts.me(6),
        acts.they(2),
    ),
    "train-empty-chair": (
        acts.they(4),
        acts.me(2),
    ),
    "help": (
        acts.they(3),
        acts.introduction("Tom Reyes", "Owners who are buying their partner out"),
        acts.introduction("Hassan Mirza", "Builders who bring carrier bags", theirs=True),
        acts.me(3),
    ),
    "train-be-my-neighbour": (
        acts.me(3),
        acts.they(2),
        acts.note('"She finds the money you didn\'t know you had" was the bit that worked'),
    ),
    "train-looking-for-one-thing": (
        acts.me(2),
        acts.ask("A builders' group that wants a talk on payroll", mine=True),
    ),
    "agree": (
        acts.they(2),
        acts.promise("Listen out for partners who want out, until we meet again"),
        acts.promise("Name two firms with carrier bags by 11 December", theirs=True),
    ),
    "train-compare-notes": (acts.they(1), acts.note("End of January")),
}


def debrief(user: Debriefing) -> None:
    user.summary("We can now each say the other's sentence. It took an hour and was fun")
    user.settle_promise("Tell Farah how Dawson Roofing went")
    user.talked("even")
    user.again("3m")
    user.promise("Thank Farah's baker for the table in the corner", "tomorrow")
    user.read_note()
    user.send_note()


STORY = Story(
    name="learning_to_refer",
    title="Training each other to refer",
    before="""
    Nora and Farah, bookkeeper and accountant, have met four times and trust each other. One
    referral came each way, rather by luck: neither could say whom the other would like to meet.
    They take an hour and a half for that.
    """,
    who=FARAH,
    evening=datetime(2026, 11, 30, 18, 40),
    begins=datetime(2026, 12, 1, 9, 2),
    tell=tell,
    prepare=prepare,
    turns=TURNS,
    debrief=debrief,
)
