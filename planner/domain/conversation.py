"""The running conversation: what was asked, noted and who talked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from planner.domain.guides import Guide, Prompt

QUESTIONS_IN_A_ROW = 3  # then offer something of your own (Sprecher et al. 2013)


class Step(StrEnum):
    """How far a conversation has come."""

    PREPARED = "prepared"  # the questions are chosen, nobody has talked yet
    TALKING = "talking"
    DEBRIEF = "debrief"
    DONE = "done"


class Speaker(StrEnum):
    NOBODY = ""
    ME = "me"
    THEM = "them"


@dataclass(frozen=True, slots=True)
class Conversation:
    """A guide being walked with one person in one meeting; enough to go on after a crash."""

    id: int = 0
    meeting: int = 0
    guide: str = ""
    script: tuple[str, ...] = ()  # prompt ids in the order chosen at the start
    at: int = 0  # index into `script`; len(script) when the last was answered
    step: Step = Step.TALKING
    started: datetime | None = None  # UTC, naive; None while it is only prepared
    elapsed: int = 0  # seconds the clock has run, pauses left out
    mine: int = 0  # seconds the user talked
    theirs: int = 0  # seconds the person talked
    speaker: Speaker = Speaker.NOBODY
    asked: tuple[str, ...] = ()  # prompt ids moved on from with "next": neither skipped nor left
    spent: tuple[int, ...] = ()  # seconds in each phase of the guide, in its order
    in_a_row: int = 0  # questions since the user last offered something of their own


@dataclass(frozen=True, slots=True)
class Answer:
    """What was noted under a prompt."""

    id: int = 0
    meeting: int = 0
    prompt: str = ""  # prompt id
    text: str = ""


def prepare(meeting: int, guide: Guide, script: Iterable[str]) -> Conversation:
    """A conversation whose questions are chosen, to be begun when the two sit together."""
    return Conversation(
        meeting=meeting,
        guide=guide.id,
        script=tuple(script),
        step=Step.PREPARED,
        spent=(0,) * len(guide.phases),
    )


def begin(meeting: int, guide: Guide, script: Iterable[str], now: datetime) -> Conversation:
    """A conversation at its first question; `now` is UTC, naive."""
    return begin_prepared(prepare(meeting, guide, script), now)


def begin_prepared(prepared: Conversation, now: datetime) -> Conversation:
    """A prepared conversation at its first question; `now` is UTC, naive."""
    return replace(prepared, step=Step.TALKING, started=now)


def fitted(conversation: Conversation, guide: Guide) -> Conversation:
    """The same with a guide that was changed meanwhile: prompts that are gone leave the script."""
    known = {prompt.id for prompt in guide.prompts}
    script = tuple(prompt for prompt in conversation.script if prompt in known)
    at = sum(prompt in known for prompt in conversation.script[: conversation.at])
    spent = (conversation.spent + (0,) * len(guide.phases))[: len(guide.phases)]
    return replace(conversation, script=script, at=at, spent=spent)


def current(conversation: Conversation, guide: Guide) -> Prompt | None:
    """The question on screen; None when the last one is behind."""
    if not 0 <= conversation.at < len(conversation.script):
        return None
    return guide.prompt(conversation.script[conversation.at])


def next_question(conversation: Conversation, guide: Guide) -> Conversation:
    """The question was asked; on to the next one that was not, or past the last.

    Going on from a question that had been asked before only leafs on by one.
    """
    prompt = current(conversation, guide)
    if prompt is None:
        return conversation
    if prompt.id in conversation.asked:
        return replace(conversation, at=conversation.at + 1)
    asked = (*conversation.asked, prompt.id)
    return replace(
        conversation,
        asked=asked,
        at=_ahead(conversation.script, conversation.at + 1, asked),
        in_a_row=0 if prompt.offers else conversation.in_a_row % QUESTIONS_IN_A_ROW + 1,
    )


def skip(conversation: Conversation) -> Conversation:
    """On to the next question without having asked this one."""
    if conversation.at >= len(conversation.script):
        return conversation
    ahead = _ahead(conversation.script, conversation.at + 1, conversation.asked)
    return replace(conversation, at=ahead)


def back(conversation: Conversation) -> Conversation:
    """The question before, to read or add to what was noted."""
    return replace(conversation, at=max(0, conversation.at - 1))


def jump(conversation: Conversation, guide: Guide, phase_id: str) -> Conversation:
    """To a phase: its first question not yet asked, else its first.

    Stays where it is when the script has no question of that phase.
    """
    places = [
        place
        for place, prompt in enumerate(conversation.script)
        if (index := guide.phase_index(prompt)) is not None and guide.phases[index].id == phase_id
    ]
    if not places:
        return conversation
    fresh = (p for p in places if conversation.script[p] not in conversation.asked)
    return replace(conversation, at=next(fresh, places[0]))


def offered(conversation: Conversation) -> Conversation:
    """The user has told something of their own: the count of questions starts again."""
    return replace(conversation, in_a_row=0)


def offer_something_of_yours(conversation: Conversation) -> bool:
    """Whether the hint stands: three questions in a row, and the user is not talking.

    It stands with one question; when that is asked too, the count begins anew.
    """
    return (
        conversation.step is Step.TALKING
        and conversation.in_a_row >= QUESTIONS_IN_A_ROW
        and conversation.speaker is not Speaker.ME
    )


def finish(conversation: Conversation) -> Conversation:
    """The talking is over; the debrief is next."""
    if conversation.step is not Step.TALKING:
        return conversation
    return replace(conversation, step=Step.DEBRIEF, speaker=Speaker.NOBODY)


def talk_on(conversation: Conversation) -> Conversation:
    """Back from the debrief to the talking: it was finished too soon."""
    if conversation.step is not Step.DEBRIEF:
        return conversation
    return replace(conversation, step=Step.TALKING)


def close(conversation: Conversation) -> Conversation:
    """The debrief is kept; nothing is left to do."""
    return replace(conversation, step=Step.DONE, speaker=Speaker.NOBODY)


def _ahead(script: tuple[str, ...], start: int, asked: tuple[str, ...]) -> int:
    """The first place from `start` whose question was not asked; len(script) when all were."""
    places = (place for place in range(start, len(script)) if script[place] not in asked)
    return next(places, len(script))
