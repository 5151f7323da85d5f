"""Questions go to others as a file and come in from one; nobody's own gives way unasked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from planner.domain.guides import FIRST
from planner.domain.own_questions import OwnGuide, OwnPrompt
from planner.domain.questions_brought import Brought, Verdict
from planner.errors import PlannerError
from planner.guides.library import own_folder
from planner.guides.shared import MOST, shared_in
from planner.journeys.own_questions import (
    add_guide,
    add_prompt,
    edit_guide,
    edit_prompt,
    remove_prompt,
)
from planner.journeys.question_library import ours, question_library
from planner.journeys.share_questions import bring_in, file_of, is_questions_file, look_into
from planner.storage.store import Store


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """Somebody else's library."""
    with Store.open(tmp_path / "other.visavis") as store:
        yield store


def saved(store: Store, folder: Path, *keys: str) -> Path:
    file = folder / "shared.toml"
    file.write_bytes(file_of(store, keys, keys))
    return file


def a_question(store: Store, guide: str = FIRST, text: str = "Mine?") -> OwnPrompt:
    return add_prompt(store, OwnPrompt(guide=guide, phase="help", text=text))[1]


def verdicts(plan: Brought) -> list[Verdict]:
    return [each.verdict for each in plan.prompts]


def everything(plan: Brought) -> set[str]:
    guides = {each.guide.key for each in plan.guides}
    return guides | {each.prompt.key for each in plan.prompts}


def test_a_guide_goes_with_its_questions_and_comes_in_once(
    store: Store, other: Store, tmp_path: Path
) -> None:
    _, guide = add_guide(other, OwnGuide(title="At a fair", about="At a stand"))
    mine = a_question(other, guide.key, "Seen anything good?")
    a_question(other, text="Not shared?")
    plan = look_into(store, [saved(other, tmp_path, guide.key)])
    assert not plan.problems and verdicts(plan) == [Verdict.NEW]
    change = bring_in(store, plan, everything(plan))
    there = question_library(store)
    assert [p.text for p in there.guide(guide.key).prompts] == ["Seen anything good?"]
    assert there.guide(guide.key).about == "At a stand"
    again = look_into(store, [tmp_path / "shared.toml"])
    assert verdicts(again) == [Verdict.SAME]
    assert [each.verdict for each in again.guides] == [Verdict.SAME]
    assert not bring_in(store, again, everything(again))
    assert store.own_prompts.with_key(mine.key) is not None
    store.revert(change)
    assert question_library(store) == ours()


def test_a_question_alone_brings_the_head_of_its_guide(
    store: Store, other: Store, tmp_path: Path
) -> None:
    _, guide = add_guide(other, OwnGuide(title="At a fair"))
    chosen = a_question(other, guide.key, "Seen anything good?")
    a_question(other, guide.key, "Not shared?")
    plan = look_into(store, [saved(other, tmp_path, chosen.key)])
    bring_in(store, plan, {chosen.key})
    assert [p.text for p in question_library(store).guide(guide.key).prompts] == [chosen.text]


def test_ones_own_words_stay_unless_the_others_are_chosen(
    store: Store, other: Store, tmp_path: Path
) -> None:
    theirs = a_question(other)
    plan = look_into(store, [saved(other, tmp_path, theirs.key)])
    bring_in(store, plan, {theirs.key})
    here = store.own_prompts.with_key(theirs.key)
    assert here is not None
    edit_prompt(store, replace(here, text="In my words?"))
    plan = look_into(store, [tmp_path / "shared.toml"])
    (only,) = plan.prompts
    assert only.verdict is Verdict.CHANGED
    assert only.mine is not None and only.mine.text == "In my words?"
    assert not bring_in(store, plan, ())
    change = bring_in(store, plan, {theirs.key})
    assert store.own_prompts.all() == [replace(here, text="Mine?")]
    store.revert(change)
    assert store.own_prompts.all() == [replace(here, text="In my words?")]


def test_one_that_was_removed_comes_in_anew(store: Store, tmp_path: Path) -> None:
    mine = a_question(store)
    file = saved(store, tmp_path, mine.key)
    remove_prompt(store, mine.id)
    plan = look_into(store, [file])
    assert verdicts(plan) == [Verdict.NEW]
    bring_in(store, plan, everything(plan))
    assert question_library(store).guide(FIRST).prompt(mine.key) is not None


def test_a_question_in_a_part_that_only_their_guide_has_comes_in(
    store: Store, other: Store, tmp_path: Path
) -> None:
    _, guide = add_guide(other, OwnGuide(title="At a fair"))
    a_question(other, guide.key)
    plan = look_into(store, [saved(other, tmp_path, guide.key)])
    bring_in(store, plan, everything(plan))
    edit_guide(other, replace(guide, phases=("arrive", "queue", *guide.phases[2:])))
    add_prompt(other, OwnPrompt(guide=guide.key, phase="queue", text="Waiting long?"))
    plan = look_into(store, [saved(other, tmp_path, guide.key)])
    assert not plan.problems
    (fresh,) = plan.of(Verdict.NEW)
    bring_in(store, plan, {fresh.prompt.key})  # and not their guide
    mine = question_library(store).guide(guide.key)
    assert mine.phase_index(fresh.prompt.key) == 0
    bring_in(store, plan, everything(plan))
    assert question_library(store).guide(guide.key).phase_index(fresh.prompt.key) == 1


def test_an_id_is_that_of_a_guide_or_of_a_question(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    head = 'format = "visavis-questions"\nversion = 1\n'
    guide = '[[guides]]\nid = "x"\ntitle = "X"\n[[guides.phases]]\nid = "p"\ntitle = "P"\n'
    entry = 'minutes = 5\n[[prompts]]\nid = "x"\nguide = "x"\nphase = "p"\ntext = "Hm?"\n'
    file.write_text(head + guide + entry, encoding="utf-8")
    plan = look_into(store, [file])
    assert [each.guide.key for each in plan.guides] == ["x"] and not plan.prompts
    assert plan.problems == ("x.toml, prompt “x”, key “id”: another one has it already.",)


def test_the_programs_own_file_brings_nothing(store: Store) -> None:
    plan = look_into(store, sorted(own_folder().glob("*.toml")))
    assert not plan.problems and not plan.guides
    assert set(verdicts(plan)) == {Verdict.SAME}
    assert not bring_in(store, plan, everything(plan))


def test_the_programs_questions_in_other_words_come_in_beside_them(
    store: Store, tmp_path: Path
) -> None:
    theirs = ours().guide(FIRST).prompts[0]
    file = tmp_path / "first.toml"
    text = (own_folder() / "first.toml").read_text(encoding="utf-8")
    file.write_text(text.replace(theirs.text, "Other words?"), encoding="utf-8")
    plan = look_into(store, [file])
    (changed,) = plan.of(Verdict.NEW)
    bring_in(store, plan, everything(plan))
    there = question_library(store)
    assert there.prompt(theirs.id) == theirs
    beside = there.prompt(changed.prompt.key)
    assert beside is not None and beside.text == "Other words?"
    assert set(verdicts(look_into(store, [file]))) == {Verdict.SAME}


@pytest.mark.parametrize(
    "guide, phase, told",
    [
        ("moon", "help", "key “guide”: there is no guide “moon”."),
        (FIRST, "moon", "key “phase”: there is no phase “moon” in the guide"),
    ],
)
def test_what_has_no_place_here_is_named(
    store: Store, tmp_path: Path, guide: str, phase: str, told: str
) -> None:
    file = tmp_path / "x.toml"
    head = 'format = "visavis-questions"\nversion = 1\n'
    entry = '[[prompts]]\nid = "{}"\nguide = "{}"\nphase = "{}"\ntext = "Hm?"\n'
    file.write_text(
        head + entry.format("a", guide, phase) + entry.format("b", FIRST, "help"), encoding="utf-8"
    )
    plan = look_into(store, [file])
    assert [each.prompt.key for each in plan.prompts] == ["b"]
    assert len(plan.problems) == 1
    assert plan.problems[0].startswith("x.toml, prompt “a”, ") and told in plan.problems[0]


def test_nothing_chosen_is_no_file(store: Store) -> None:
    with pytest.raises(PlannerError, match="Nothing is chosen"):
        file_of(store, (), ())


def test_no_more_go_into_a_file_than_are_read_again(store: Store) -> None:
    with store.transaction():
        store.own_prompts.add_many(
            OwnPrompt(key=f"own-{number}", guide=FIRST, phase="help", text=f"{number}?")
            for number in range(MOST + 1)
        )
    keys = {f"own-{number}" for number in range(MOST)}
    assert len(shared_in(file_of(store, (), keys), "x.toml").prompts) == MOST
    with pytest.raises(PlannerError, match="2,001 questions"):
        file_of(store, (), keys | {f"own-{MOST}"})


def test_files_of_questions_are_known_by_their_names() -> None:
    assert is_questions_file(Path("From Maya.TOML"))
    assert not is_questions_file(Path("maya.vcf"))
