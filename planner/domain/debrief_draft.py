"""A debrief as far as it was written, kept as text until it is saved."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from planner.domain.captures import Begun, Form, begun_from, begun_text
from planner.domain.debrief import Evidence, Passed
from planner.domain.facts import Fact, FactKind
from planner.domain.meetings import TalkedMore
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
    kind: FactKind | None = None  # another than its question asks for


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
    plan: bool = False  # the next 1-2-1 is planned right after
    talked: TalkedMore | None = None  # None follows the clock
    unseen: tuple[Evidence, ...] = ()  # what speaks for itself, and was unticked
    passed: tuple[Passed, ...] = ()
    begun: Begun = field(default_factory=Begun)  # what stands in the small forms
    thanks: str = ""  # the note, where it was edited; "" follows what is drafted
    thanked: bool = False
    when: str = ""  # the words of a past 1-2-1's day, as typed
    place: str = ""


def draft_text(draft: Draft) -> str:
    """The draft as one line of text."""
    facts = {prompt: [fact.keep, fact.text, fact.kind] for prompt, fact in draft.facts.items()}
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
            "plan": draft.plan,
            "talked": draft.talked,
            "unseen": list(draft.unseen),
            "passed": [[one.form, one.mine, one.what, one.why] for one in draft.passed],
            "begun": begun_text(draft.begun) if draft.begun else "",
            "thanks": draft.thanks,
            "thanked": draft.thanked,
            "when": draft.when,
            "place": draft.place,
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
                str(prompt): FactDraft(
                    bool(keep), str(words), FactKind(kind[0]) if kind and kind[0] else None
                )
                for prompt, (keep, words, *kind) in told["facts"].items()
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
            **_since(told),
        )
    except (ValueError, TypeError, KeyError, AttributeError):  # written by another version
        return Draft()


def _since(told: dict[str, Any]) -> dict[str, Any]:
    """What drafts hold that an older version did not write yet."""
    talked = told.get("talked")
    return {
        "plan": bool(told.get("plan")),
        "talked": None if talked is None else TalkedMore(talked),
        "unseen": tuple(Evidence(one) for one in told.get("unseen", ())),
        "passed": tuple(
            Passed(Form(form), bool(mine), str(what), str(why))
            for form, mine, what, why in told.get("passed", ())
        ),
        "begun": begun_from(str(told.get("begun", ""))),
        "thanks": str(told.get("thanks", "")),
        "thanked": bool(told.get("thanked")),
        "when": str(told.get("when", "")),
        "place": str(told.get("place", "")),
    }
