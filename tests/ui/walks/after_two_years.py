"""After two years' silence: somebody who moved away, and a promise that was never kept."""

from __future__ import annotations

from datetime import date, datetime

from planner.domain.facts import FactKind
from planner.domain.meetings import TouchKind
from planner.domain.people import Stage
from tests.ui.walks import acts
from tests.ui.walks.debriefing import Debriefing
from tests.ui.walks.preparing import Preparing
from tests.ui.walks.story import Story
from tests.ui.walks.teller import Teller

GRETA = "Greta Vogel"
THEN = datetime(2024, 10, 8, 17, 0)
HUSHED = ("operation",)


def tell(told: Teller) -> None:
    told.me()
    told.place("Video call", "https://meet.example/nora-whitlock", online=True)
    greta = told.person(
        GRETA, company="Vogel Bautenschutz", role="Managing director", city="Hamburg",
        emails=("greta@vogel-bau.example",), stage=Stage.LIKED, zone="Europe/Berlin",
        connected_on=date(2023, 5, 2),
    )  # fmt: skip
    talk = told.talked(
        greta, THEN, "Leaving for Hamburg to take over her father's firm", minutes=60,
        place="Foundry Tea Rooms", guide="catch-up",
        noted={
            "again-when-to-stop": "",
            "again-two-years": "Her father's firm, without her father looking over her shoulder",
        },
    )  # fmt: skip
    for kind, text in (
        (FactKind.DOES, "Keeps old brick buildings dry"),
        (FactKind.GOAL, "Take over her father's firm in Hamburg"),
        (FactKind.INTEREST, "Rows before work"),
        (FactKind.LIKE, "Letters on paper"),
        (FactKind.DISLIKE, "Long excuses"),
        (FactKind.PRIVATE, "Her father's operation; she told me in tears"),
    ):
        told.fact(greta, kind, text, THEN.date())
    told.promised(
        greta, "Send Greta the list of English trade magazines", THEN.date(), date(2024, 10, 31),
        meeting=talk,
    )  # fmt: skip
    told.touch(greta, date(2024, 12, 20), TouchKind.MESSAGE, "A card from Hamburg", theirs=True)
    told.news("Took on a second bookkeeper, Hana", date(2026, 11, 2))
    told.planned(
        greta, datetime(2026, 12, 3, 17, 0), minutes=45, place="Video call", zone="Europe/Berlin",
        learn="How Hamburg turned out",
    )  # fmt: skip


def prepare(user: Preparing) -> None:
    pass


TURNS = {
    "silence-no-rush": (acts.they(1), acts.note("Quarter to six, her daughter's choir")),
    "goal": (
        acts.they(7),
        acts.note("It's hers since March; eleven people, and a kiln nobody wanted"),
        acts.like("The harbour at six in the morning"),
        acts.me(2),
    ),
    "for_whom": (
        acts.they(4),
        acts.note("Parishes now, more than owners: churches with wet cellars"),
        acts.me(2),
    ),
    "accomplishment": (
        acts.they(3),
        acts.note("The dry crypt of St Jacob's, after four winters"),
        acts.me(3),
    ),
    "challenge": (
        acts.they(3),
        acts.note("Brick dust rules that differ in every state"),
    ),
    "be-understood": (acts.me(4), acts.they(1)),
    "network": (
        acts.they(2),
        acts.note("Old Mr Hartley, and the tea rooms"),
        acts.me(1),
    ),
    "agree": (
        acts.they(2),
        acts.promise("Write Greta a letter on paper", "in-2-weeks"),
        acts.promise("Send a picture of the crypt", theirs=True),
    ),
    "silence-not-that-long-again": (acts.they(1), acts.note("Every change of season, fixed now")),
}


def debrief(user: Debriefing) -> None:
    user.summary("As if it had been last month. Nobody apologised, and nobody had to")
    user.settle_promise("Send Greta the list of English trade magazines")
    user.drop("network")
    user.again("3m")
    user.read_note()
    user.send_note()


STORY = Story(
    name="after_two_years",
    title="After two years' silence",
    before="""
    Greta went to Hamburg two years ago to take over her father's firm. A card came that Christmas,
    Nora never answered, and a list she had promised was never sent. Now they have forty-five
    minutes by video, five o'clock on Greta's clock.
    """,
    who=GRETA,
    evening=datetime(2026, 12, 2, 20, 30),
    begins=datetime(2026, 12, 3, 16, 0),
    tell=tell,
    prepare=prepare,
    turns=TURNS,
    debrief=debrief,
    hushed=HUSHED,
)
