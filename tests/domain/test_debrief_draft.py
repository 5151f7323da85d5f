"""A debrief's draft survives as text, and anything else is no draft."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.captures import Begun, Form
from planner.domain.debrief import Evidence, Passed
from planner.domain.debrief_draft import Again, Draft, FactDraft, draft_from, draft_text
from planner.domain.facts import Fact, FactKind
from planner.domain.meetings import TalkedMore
from planner.domain.people import Stage
from planner.domain.promises import Promise

TEXTS = st.text(max_size=40)
PROMISES = st.builds(Promise, mine=st.booleans(), text=TEXTS, due=st.one_of(st.none(), st.dates()))
DRAFTS = st.builds(
    Draft,
    summary=TEXTS,
    facts=st.dictionaries(
        TEXTS,
        st.builds(
            FactDraft,
            keep=st.booleans(),
            text=TEXTS,
            kind=st.one_of(st.none(), st.sampled_from(FactKind)),
        ),
        max_size=4,
    ),
    added=st.lists(st.builds(Fact, kind=st.sampled_from(FactKind), text=TEXTS), max_size=3).map(
        tuple
    ),
    promises=st.lists(PROMISES, max_size=3).map(tuple),
    settled=st.lists(st.integers(1, 10**9), max_size=3).map(tuple),
    evidence=st.lists(st.sampled_from(Evidence), max_size=3).map(tuple),
    stage=st.one_of(st.none(), st.sampled_from(Stage)),
    again=st.sampled_from(Again),
    again_on=TEXTS,
    plan=st.booleans(),
    talked=st.one_of(st.none(), st.sampled_from(TalkedMore)),
    unseen=st.lists(st.sampled_from(Evidence), max_size=3).map(tuple),
    passed=st.lists(
        st.builds(Passed, form=st.sampled_from(Form), mine=st.booleans(), what=TEXTS, why=TEXTS),
        max_size=3,
    ).map(tuple),
    begun=st.builds(
        Begun,
        open=st.one_of(st.none(), st.sampled_from(Form)),
        words=st.dictionaries(
            st.sampled_from(Form), st.dictionaries(TEXTS, TEXTS, max_size=2), max_size=2
        ),
    ),
    thanks=TEXTS,
    thanked=st.booleans(),
    when=TEXTS,
    place=TEXTS,
)


@settings(max_examples=60)
@given(DRAFTS)
def test_a_draft_comes_back_as_it_was(draft: Draft) -> None:
    assert draft_from(draft_text(draft)) == draft


def test_a_draft_of_an_older_version_is_not_lost() -> None:
    older = (
        '{"summary": "Half a", "facts": {"goal": [false, "A shop"]}, "added": [], "promises": [],'
        ' "settled": [], "evidence": [], "stage": null, "again": "6w", "again_on": ""}'
    )
    draft = draft_from(older)
    assert draft.summary == "Half a"
    assert draft.facts == {"goal": FactDraft(False, "A shop")}


@pytest.mark.parametrize(
    "text",
    ["", "{", "null", "[]", "{}", '{"summary": "x"}', draft_text(Draft()).replace("null", "9")],
)
def test_anything_else_is_an_empty_draft(text: str) -> None:
    assert draft_from(text) == Draft()
