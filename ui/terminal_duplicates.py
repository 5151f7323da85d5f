"""The terminal's way to see who may be in the library twice, and to say what becomes of them."""

from __future__ import annotations

from planner.domain.duplicates import Pair
from planner.domain.merging import Doubt, ImportPlan
from planner.errors import PlannerError
from ui.likeness_wording import sentence
from ui.terminal_call import Call
from ui.terminal_output import Told, columns, plain
from ui.terminal_rows import Row
from ui.terminal_subscribed import with_subscribed


def duplicates(call: Call) -> Told:
    from planner.journeys.merge_people import keep_apart, merge, possible_duplicates

    merged, apart = call.given.merge, call.given.apart
    with call.existing() as store:
        if merged or apart:
            journey = merge if merged else keep_apart
            first, second = (_named(store.people.names(), id) for id in merged or apart)
            journey(store, *(merged or apart))
        else:
            pairs = possible_duplicates(store)
        if merged:
            line = f"{plain(second)} is merged into {plain(first)}."
            told = Told({"person": merged[0], "merged": merged[1]}, (line,))
            return with_subscribed(call, store, told)
    if apart:
        line = f"{plain(first)} and {plain(second)} are not proposed again."
        return Told({"person": apart[0], "apart": apart[1]}, (line,))
    return Told(
        [_row(pair) for pair in pairs],
        tuple(_line(pair) for pair in pairs) or ("Nobody seems to be here twice.",),
    )


def doubts_by_file(plan: ImportPlan) -> list[list[Doubt]]:
    """The doubts of an import, each with the first file that speaks of its person."""
    first = {id(doubt.entry.card): doubt for doubt in plan.doubts}
    return [
        [first[id(card)] for card in count.reading.cards if id(card) in first]
        for count in plan.files
    ]


def doubt_row(doubt: Doubt) -> Row:
    """Somebody an import brings who may be known already."""
    return {
        "name": doubt.entry.person.name,
        "like": {"id": doubt.like.id, "name": doubt.like.name},
        "reason": _reason(doubt.reason.kind.value, sentence(doubt.reason)),
    }


def doubt_lines(plan: ImportPlan) -> list[str]:
    """How many new people look like somebody known, and who; nothing when nobody does."""
    if not plan.doubts:
        return []
    lines = [f"Perhaps known already, and taken for new: {len(plan.doubts)}"]
    for doubt in plan.doubts:
        like = f"{doubt.like.id} {doubt.like.name}"
        lines.append(f"  {columns(doubt.entry.person.name, like, sentence(doubt.reason))}")
    return lines


def _row(pair: Pair) -> Row:
    return {
        "person": pair.person.id,
        "name": pair.person.name,
        "other": pair.other.id,
        "other_name": pair.other.name,
        "reason": _reason(pair.likeness.kind.value, sentence(pair.likeness)),
    }


def _reason(kind: str, words: str) -> dict[str, str]:
    return {"kind": kind, "sentence": words}


def _line(pair: Pair) -> str:
    ids = f"{pair.person.id:>5} {pair.other.id:>5}"
    return f"{ids}  {columns(pair.person.name, pair.other.name, sentence(pair.likeness))}"


def _named(names: dict[int, str], id: int) -> str:
    if id not in names:
        raise PlannerError(f"There is nobody with the id {id}. The command people lists them all.")
    return names[id]
