"""Questions and guides given to others as a file, and those others gave brought in."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from planner.domain.changes import Change
from planner.domain.questions_brought import Brought, Shared, Verdict, plan_questions
from planner.errors import PlannerError
from planner.guides.shared import MOST, read_shared
from planner.guides.writer import questions_file
from planner.journeys.question_library import ours
from planner.storage.store import Store

ENDING = ".toml"  # of files of questions


def is_questions_file(path: Path) -> bool:
    """Whether a file given to the program is one of questions, by its name."""
    return path.suffix.lower() == ENDING


def file_of(store: Store, guides: Collection[str], prompts: Collection[str]) -> bytes:
    """A file with these guides and questions of the user's, by their ids.

    A guide brings all its questions; a question in a guide of the user's brings the guide's head.
    """
    own = store.own_guides.all()
    mine = {guide.key for guide in own}
    chosen = [
        prompt
        for prompt in store.own_prompts.all()
        if not prompt.removed and (prompt.key in prompts or prompt.guide in guides)
    ]
    heads = mine & ({prompt.guide for prompt in chosen} | set(guides))
    if not chosen and not heads:
        raise PlannerError("Nothing is chosen to share. Tick a guide or a question.")
    if len(chosen) > MOST:
        raise PlannerError(
            f"These are {len(chosen):,} questions, and no more than {MOST:,} fit into a file. "
            "Share some of them in a second one."
        )
    return questions_file([guide for guide in own if guide.key in heads], chosen)


def look_into(store: Store, files: Iterable[Path]) -> Brought:
    """What files of questions would bring; what cannot be read in them is in its problems."""
    shared: list[Shared] = [read_shared(path) for path in files]
    return plan_questions(shared, ours(), store.own_guides.all(), store.own_prompts.all())


def bring_in(store: Store, plan: Brought, chosen: Collection[str]) -> Change:
    """Keeps the guides and questions of a plan whose ids are chosen.

    One of the user's own gives way only where it is chosen; a guide comes along with the first
    of its questions.
    """
    prompts = [
        each.prompt
        for each in plan.prompts
        if each.prompt.key in chosen and each.verdict is not Verdict.SAME
    ]
    needed = {prompt.guide for prompt in prompts}
    with store.transaction() as work:
        for one in plan.guides:
            fresh = one.verdict is Verdict.NEW and one.guide.key in needed
            wished = one.verdict is not Verdict.SAME and one.guide.key in chosen
            if not fresh and not wished:
                continue
            if one.guide.id:
                store.own_guides.update(one.guide)
            else:
                store.own_guides.add(one.guide)
        store.own_prompts.update_many(prompt for prompt in prompts if prompt.id)
        store.own_prompts.add_many(prompt for prompt in prompts if not prompt.id)
    return work.change
