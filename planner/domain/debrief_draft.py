"""A debrief as far as it was written, kept as text until it is saved."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from planner.domain.debrief import Evidence
from planner.domain.facts import Fact, FactKind
from planner.domain.people import Stage
from planner.domain.promises import Promise


class Again(StrEnum):
    """When to meet again, as the debrief offers it."""

    NO_DATE = ""
    TWO_WEEKS = "2w"
    SIX_WEEKS = "6w"
    THREE_MONTHS = "3m"
    ON_A_DAY = "day"


@dataclass(frozen=True, slots=True)
class FactDraft:
    """What becomes of an answer offered as a fact."""

    keep: bool = True
    text: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the user has put into a debrief so far; `Draft()` for nothing yet."""

    summary: str = ""
    facts: Mapping[str, FactDraft] = field(default_factory=dict)  # by prompt id
    added: tuple[Fact, ...] = ()  # facts added here: their kind and words
    promises: tuple[Promise, ...] = ()  # added here: whose, what and by when
    settled: tuple[int, ...] = ()  # ids of promises from before that are kept now
    evidence: tuple[Evidence, ...] = ()
    stage: Stage | None = None  # chosen by hand; None follows what is proposed
    again: Again = Again.NO_DATE
    again_on: str = ""  # the words of a day, as typed


def draft_text(draft: Draft) -> str:
    """The draft as one line of text."""
    facts = {prompt: [fact.keep, fact.text] for prompt, fact in draft.facts.items()}
    promises = [
        [promise.mine, promise.text, promise.due.isoformat() if promise.due else ""]
        for promise in draft.promises
    ]
    return json.dumps(
        {
            "summary": draft.summary,
            "facts": facts,
            "added": [[fact.kind, fact.text] for fact in draft.added],
            "promises": promises,
            "settled": list(draft.settled),
            "evidence": list(draft.evidence),
            "stage": None if draft.stage is None else int(draft.stage),
            "again": draft.again,
            "again_on": draft.again_on,
        },
        ensure_ascii=False,
    )


def draft_from(text: str) -> Draft:
    """The draft that `draft_text` wrote; `Draft()` for anything that is not one."""
    try:
        told: dict[str, Any] = json.loads(text)
        return Draft(
            summary=str(told["summary"]),
            facts={
                str(prompt): FactDraft(bool(keep), str(words))
                for prompt, (keep, words) in told["facts"].items()
            },
            added=tuple(
                Fact(kind=FactKind(kind), text=str(words)) for kind, words in told["added"]
            ),
            promises=tuple(
                Promise(
                    mine=bool(mine), text=str(words), due=date.fromisoformat(due) if due else None
                )
                for mine, words, due in told["promises"]
            ),
            settled=tuple(int(promise) for promise in told["settled"]),
            evidence=tuple(Evidence(one) for one in told["evidence"]),
            stage=None if told["stage"] is None else Stage(told["stage"]),
            again=Again(told["again"]),
            again_on=str(told["again_on"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError):  # written by another version
        return Draft()
