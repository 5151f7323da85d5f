"""Which questions to take along, in the terminal."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from planner.domain.facts import Fact, FactKind
from planner.domain.meetings import Meeting, State
from planner.domain.people import Attitude, Person, Stage
from planner.domain.prompts import Why
from planner.domain.which_guide import GuideWhy
from planner.journeys.prepare_meeting import choose_guide
from planner.journeys.question_library import question_library
from planner.storage.store import Store
from tests.ui.terminals import Terminal

DAY = "2026-11-22"


@pytest.fixture
def terminal(library: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    with Store.open(library) as store, store.transaction():
        ana = store.people.add(Person(name="Ana Ferreira", stage=Stage.KNOWN))
        store.people.add(Person(name="Oliver Pemberton", attitude=Attitude.PRESS))
        store.facts.add(
            Fact(
                person=ana.id,
                kind=FactKind.GOAL,
                text="Second shop",
                noted_on=datetime(2026, 5, 14).date(),
            )
        )
        store.facts.add(Fact(person=ana.id, kind=FactKind.PRIVATE, text="Xylograph"))
        store.meetings.add(
            Meeting(person=ana.id, state=State.HELD, starts=datetime(2026, 5, 14, 9), uid="1@a")
        )
    return Terminal(library, capsys)


def test_the_phases_and_the_questions_with_their_reasons(terminal: Terminal) -> None:
    told = terminal.json("guide", "Ana", "--today", DAY)
    assert (told["name"], told["minutes"], told["guide"]) == ("Ana Ferreira", 60, "catch-up")
    assert told["reason"] == {
        "kind": "catch_up",
        "sentence": "You and Ana have sat down together before.",
    }
    assert [phase["minutes"] for phase in told["phases"]] == [15, 20, 10, 10, 5]
    prompts = [prompt for phase in told["phases"] for prompt in phase["prompts"]]
    (back,) = (prompt for prompt in prompts if prompt["id"] == "again-how-far")
    assert back["reason"] == {
        "kind": Why.RECALLS.value,
        "sentence": "You noted: “Second shop”, 14 May.",
    }
    assert all(prompt["reason"]["sentence"] and prompt["follow_ups"] for prompt in prompts)
    assert sum(prompt["deeper"] for prompt in prompts) <= 1


def test_the_same_for_people(terminal: Terminal) -> None:
    answer = terminal("guide", "Ana", "--minutes", "30", "--today", DAY)
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert lines[0] == "Ana Ferreira, 30 minutes: Catch-up"
    assert "     - You noted: “Second shop”, 14 May." in lines
    assert "Xylograph" not in answer.out
    assert len(lines) < len(terminal("guide", "Ana", "--today", DAY).out.splitlines())


def test_a_1_2_1_that_is_prepared_is_told_as_it_is_prepared(
    terminal: Terminal, library: Path
) -> None:
    with Store.open(library) as store:
        with store.transaction():
            person = next(one for one in store.people.all() if one.name.startswith("Ana"))
            starts = datetime(2026, 11, 24, 9)
            meeting = store.meetings.add(
                Meeting(person=person.id, state=State.AGREED, starts=starts, minutes=30, uid="2@a")
            )
        planned = terminal.json("guide", "Ana", "--today", DAY)
        assert (planned["meeting"], planned["prepared"]) == (meeting.id, False)
        assert (planned["minutes"], planned["guide"]) == (30, "catch-up")
        choose_guide(store, question_library(store), meeting.id, "train")
    told = terminal.json("guide", "Ana", "--today", DAY)
    assert (told["prepared"], told["guide"]) == (True, "train")
    assert told["reason"]["kind"] == "chosen"
    lines = terminal("guide", "Ana", "--today", DAY).out.splitlines()
    assert lines[1] == "For the 1-2-1 on 24 November, as it is prepared."
    afresh = terminal.json("guide", "Ana", "--minutes", "60", "--today", DAY)
    assert (afresh["meeting"], afresh["guide"]) == (None, "catch-up")


def test_kinds_of_reasons_are_spelt_alike_and_stand_in_the_readme() -> None:
    kinds = [kind.value for kind in (*Why, *GuideWhy)]
    assert all(re.fullmatch("[a-z_]+", kind) for kind in kinds)
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert not [kind for kind in kinds if f"`{kind}`" not in readme]


def test_somebody_of_the_press_gets_questions_of_their_own(terminal: Terminal) -> None:
    told = terminal.json("guide", "Oliver")
    assert told["guide"] == "press"
    assert told["reason"]["sentence"] == "Everybody pitches to Oliver. You won't."


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("Nobody",), 1),
        (("Ana", "--minutes", "9"), 2),
        (("Ana", "--minutes", "241"), 2),
        (("Ana", "--minutes", "half"), 2),
        ((), 2),
    ],
)
def test_what_cannot_be_told_is_said(
    terminal: Terminal, arguments: tuple[str, ...], code: int
) -> None:
    try:
        assert terminal("guide", *arguments).code == code
    except SystemExit as wrong:
        assert wrong.code == code
