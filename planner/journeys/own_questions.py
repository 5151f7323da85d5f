"""The user's own guides and questions: written, altered, removed; favourites and left-out ones."""

from __future__ import annotations

from dataclasses import replace

from planner.domain.changes import Change
from planner.domain.guides import Guide, Prompt
from planner.domain.own_questions import (
    LONGEST,
    MOST_FOLLOW_UPS,
    PHASE_MINUTES,
    Liking,
    OwnGuide,
    OwnPrompt,
    own_guide,
    own_prompt,
)
from planner.domain.shortening import one_line, shorten
from planner.errors import PlannerError
from planner.storage.store import Store

BEGINNING = 6  # words of a text by which it is known again


def set_liking(store: Store, prompt_id: str, liking: Liking | None) -> Change:
    """Makes a question a favourite, leaves it out from now on, or neither any more."""
    with store.transaction() as work:
        store.marks.set(prompt_id, liking)
    return work.change


def add_prompt(store: Store, prompt: OwnPrompt, instead_of: str = "") -> tuple[Change, OwnPrompt]:
    """Keeps a question the user wrote; that of the id `instead_of` is left out from now on."""
    fresh = replace(_cleaned(prompt), id=0, key=_new_key(), removed=False)
    with store.transaction() as work:
        kept = store.own_prompts.add(fresh)
        if instead_of:
            store.marks.set(instead_of, Liking.LEFT_OUT)
    return work.change, kept


def edit_prompt(store: Store, prompt: OwnPrompt) -> Change:
    """Keeps a question of the user's with other words; its answers stay with it."""
    with store.transaction() as work:
        store.own_prompts.update(_cleaned(prompt))
    return work.change


def remove_prompt(store: Store, prompt_id: int) -> Change:
    """Takes a question of the user's out; one that was answered stays readable there."""
    with store.transaction() as work:
        _take_out(store, store.own_prompts.get(prompt_id))
    return work.change


def add_guide(
    store: Store, guide: OwnGuide, copied: Guide | None = None
) -> tuple[Change, OwnGuide]:
    """Keeps a new guide of the user's, with the questions of another as their own if so wished."""
    with store.transaction() as work:
        kept = store.own_guides.add(replace(_tidy(guide), id=0, key=_new_key()))
        phases = copied.phases if copied else ()
        store.own_prompts.add_many(
            replace(own_prompt(prompt, kept.key, phase.id), key=_new_key())
            for phase in phases
            for prompt in phase.prompts
        )
    return work.change, kept


def edit_guide(store: Store, guide: OwnGuide) -> Change:
    """Keeps a guide of the user's as it is now."""
    with store.transaction() as work:
        store.own_guides.update(_tidy(guide))
    return work.change


def remove_guide(store: Store, guide_id: int) -> Change:
    """Takes a guide of the user's out, with its questions; what was answered stays readable.

    Raises PlannerError while a 1-2-1 is under way with it.
    """
    with store.transaction() as work:
        guide = store.own_guides.get(guide_id)
        if any(talk.guide == guide.key for talk in store.conversations.unfinished()):
            raise PlannerError(
                f"A 1-2-1 with the guide “{guide.title}” is under way. Finish it and say how it "
                "went, then remove the guide."
            )
        for prompt in store.own_prompts.of_guide(guide.key):
            if not prompt.removed:
                _take_out(store, prompt)
        store.own_guides.remove(guide.id)
    return work.change


def draft_guide(copied: Guide | None = None) -> OwnGuide:
    """A guide to begin with: of the usual phases, or those of another."""
    return own_guide("", "", copied.about, copied.phases) if copied else OwnGuide()


def version_of(prompt: Prompt, guide: str, phase: str) -> OwnPrompt:
    """A question as the user's own, still to be altered and kept."""
    return replace(own_prompt(prompt, guide, phase), key="")


def _take_out(store: Store, prompt: OwnPrompt) -> None:
    """Out of every guide; inside a transaction."""
    store.marks.set(prompt.key, None)
    if store.answers.are_under(prompt.key):
        store.own_prompts.update(replace(prompt, removed=True))
    else:
        store.own_prompts.remove(prompt.id)


def _cleaned(prompt: OwnPrompt) -> OwnPrompt:
    """Each text as one line without blanks around it. Raises PlannerError without any words."""
    text = one_line(prompt.text)
    if not text:
        raise PlannerError("The question has no words yet. Write what you would ask.")
    follow_ups = tuple(filter(None, map(one_line, prompt.follow_ups)))
    if len(follow_ups) > MOST_FOLLOW_UPS:
        raise PlannerError(
            f"There are {len(follow_ups)} questions to go deeper. Keep the best "
            f"{MOST_FOLLOW_UPS}: more are not taken in at a glance."
        )
    if not prompt.stages or not prompt.audience:
        raise PlannerError("The question suits nobody. Tick for whom and at which stages it does.")
    cleaned = replace(
        prompt,
        text=text,
        principle=one_line(prompt.principle),
        why=one_line(prompt.why),
        dont=one_line(prompt.dont),
        follow_ups=follow_ups,
        read_back=one_line(prompt.read_back),
        topics=tuple(filter(None, (one_line(topic).casefold() for topic in prompt.topics))),
    )
    told = (cleaned.principle, cleaned.why, cleaned.dont, cleaned.read_back)
    _require_short(text, *told, *follow_ups)
    return cleaned


def _tidy(guide: OwnGuide) -> OwnGuide:
    """Raises PlannerError for a guide or a part of it without a name, or with no time at all."""
    title = one_line(guide.title)
    if not title:
        raise PlannerError("The guide has no name yet. Say what kind of 1-2-1 it is for.")
    titles = tuple(map(one_line, guide.titles))
    if not all(titles):
        raise PlannerError("A part of the guide has no name. Name each, as Arrive or Understand.")
    least, most = PHASE_MINUTES
    if not all(least <= minutes <= most for minutes in guide.lengths):
        raise PlannerError(f"Each part of a 1-2-1 takes {least} to {most} minutes of an hour.")
    about = one_line(guide.about)
    _require_short(title, about, *titles)
    return replace(guide, title=title, about=about, titles=titles)


def _require_short(*texts: str) -> None:
    """Raises PlannerError for one that would be refused where it is brought in from a file."""
    longest = max(texts, key=len)
    if len(longest) > LONGEST:
        raise PlannerError(
            f"“{shorten(longest, BEGINNING)}” has {len(longest):,} letters. Make it shorter: "
            f"{LONGEST} at the most, which is more than is said in one breath."
        )


def _new_key() -> str:
    """An id that no question or guide anywhere has (RFC 9562, 5.4: random)."""
    from uuid import uuid4  # here, because it asks the platform for more than start-up can spare

    return f"own-{uuid4().hex[:16]}"
