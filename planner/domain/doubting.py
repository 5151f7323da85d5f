"""New people of an import who look like somebody known: found, and taken for them if told so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from planner.domain.finding_duplicates import Blocks, likest
from planner.domain.gaining import gains, with_card
from planner.domain.identity import folded
from planner.domain.joining import alias_of
from planner.domain.merging import (
    Card,
    Doubt,
    Entry,
    FileCount,
    Gain,
    Gained,
    ImportPlan,
    Verdict,
)
from planner.domain.name_likeness import Spellings
from planner.domain.people import Person
from planner.domain.person_likeness import Judging
from planner.domain.traits import traits_of

_BETWEEN_WORDS = 32  # people between two words on how far it is; about 2 ms


def with_doubts(
    plan: ImportPlan,
    spellings: Spellings,
    phone_key: Callable[[str], str],
    notes: Mapping[int, Collection[str]] | None = None,
    groups: Mapping[int, Collection[str]] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ImportPlan:
    """The plan with its doubts; `notes` and `groups` as in plan_import.

    `progress` hears how far it is, every few milliseconds; it may raise, which ends the search.
    """
    new = plan.of(Verdict.NEW)
    if not new or not plan.basis:
        return replace(plan, phone_key=phone_key)
    of = len(plan.basis) + len(new)
    blocks = Blocks(spellings)
    for number, person in enumerate(plan.basis):
        if progress is not None and not number % _BETWEEN_WORDS:
            progress(number, of)
        blocks.enter(traits_of(person, phone_key))
    judging = Judging(spellings, blocks.sharing)
    doubts: list[Doubt] = []
    for number, entry in enumerate(new, start=len(plan.basis)):
        if progress is not None and not number % _BETWEEN_WORDS:
            progress(number, of)
        found = likest(blocks, judging, traits_of(entry.person, phone_key))
        if found is None:
            continue
        like, reason = found
        texts = {text.strip() for text in (notes or {}).get(like.id, ())}
        known = {folded(name) for name in (groups or {}).get(like.id, ())}
        doubts.append(
            Doubt(
                entry,
                like,
                reason,
                tuple(note for note in entry.notes if note.strip() not in texts),
                tuple(group for group in entry.groups if folded(group) not in known),
            )
        )
    doubts.sort(key=lambda doubt: -doubt.reason.strength)
    return replace(plan, doubts=tuple(doubts), phone_key=phone_key)


def gains_of(plan: ImportPlan, doubt: Doubt) -> tuple[Gain, ...]:
    """What the known person would gain if the two were the same."""
    gained = _joined(None, doubt, plan.phone_key).gains
    picture = any(card.photo for card in doubt.entry.cards) and doubt.like.id not in plan.pictured
    return (*gained, Gain(Gained.PHOTO, "")) if picture else gained


def taken_for_known(plan: ImportPlan, doubts: Sequence[Doubt]) -> ImportPlan:
    """The plan with the entries of these doubts made what the known people gain.

    Somebody known whom the import speaks of already, or who is meant by several doubts, has one
    entry with all of it.
    """
    meant = {id(doubt.entry): doubt for doubt in doubts}
    places = {e.known.id: at for at, e in enumerate(plan.entries) if e.known is not None}
    entries: list[Entry | None] = list(plan.entries)
    taken: dict[int, Verdict] = {}  # by the entry's id(): what its first card is instead of new
    for at, entry in enumerate(plan.entries):
        doubt = meant.get(id(entry))
        if doubt is None or entry.verdict is not Verdict.NEW:
            continue
        entries[at] = None
        place = places.setdefault(doubt.like.id, at)
        so_far = entries[place]
        made = _joined(so_far, doubt, plan.phone_key)
        entries[place] = made
        nothing = made.gains == (so_far.gains if so_far else ())
        taken[id(entry)] = Verdict.SAME if nothing else Verdict.CHANGED
    kept = tuple(entry for entry in entries if entry is not None)
    return replace(
        plan,
        entries=kept,
        files=_counted_again(plan, taken),
        doubts=tuple(doubt for doubt in plan.doubts if id(doubt.entry) not in taken),
        apart=tuple(doubt for doubt in plan.apart if id(doubt.entry) not in taken),
    )


def _joined(so_far: Entry | None, doubt: Doubt, phone_key: Callable[[str], str]) -> Entry:
    """What the known person gains from the doubtful entry, beside what they gain already."""
    like, new = doubt.like, doubt.entry
    base = so_far or Entry((), Verdict.SAME, like, like)
    person = with_card(base.person, _as_card(new.person), phone_key, _nobodys, news=False)
    texts = {text.strip() for text in base.notes}
    names = {folded(group) for group in base.groups}
    notes = base.notes + tuple(n for n in doubt.notes if n.strip() not in texts)
    groups = base.groups + tuple(g for g in doubt.groups if folded(g) not in names)
    photo = (gain for gain in base.gains if gain.what is Gained.PHOTO)
    gained = (*gains(like, person, notes, groups), *photo)
    verdict = Verdict.CHANGED if gained else Verdict.SAME
    called = {(alias.name, alias.company): alias for alias in base.aliases}
    for card in new.cards:
        if alias := alias_of(person, card.name, card.company):
            called.setdefault((alias.name, alias.company), alias)
    cards, aliases = base.cards + new.cards, tuple(called.values())
    return Entry(cards, verdict, person, like, gained, notes, groups, aliases)


def _as_card(person: Person) -> Card:
    return Card(
        "",
        name=person.name,
        company=person.company,
        role=person.role,
        city=person.city,
        emails=person.emails,
        phones=person.phones,
        links=person.links,
        birthday=person.birthday,
        connected_on=person.connected_on,
    )


def _nobodys(kind: str, key: str) -> bool:
    """No address is somebody else's: the user said whose it is."""
    return False


def _counted_again(plan: ImportPlan, taken: Mapping[int, Verdict]) -> tuple[FileCount, ...]:
    """The files' figures, with each first card of those taken no longer new."""
    firsts = {id(entry.card): taken[id(entry)] for entry in plan.entries if id(entry) in taken}
    counts: list[FileCount] = []
    for count in plan.files:
        moved = [firsts[id(card)] for card in count.reading.cards if id(card) in firsts]
        changed = moved.count(Verdict.CHANGED)
        counts.append(
            replace(
                count,
                new=count.new - len(moved),
                changed=count.changed + changed,
                same=count.same + len(moved) - changed,
            )
        )
    return tuple(counts)
