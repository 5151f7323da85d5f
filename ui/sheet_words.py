"""The cheat-sheet's labels and sentences, in the user's language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.facts import FactKind
from planner.domain.sheet import Aim, Block, BlockKind, Item, LeftOut, Sheet
from ui.day_wording import zone_time

DOT = " · "
SENTENCE_ENDS = ".!?…"
# All facts are told as one number in what found no room, and so are promises either way.
SAID_AS = dict.fromkeys(BlockKind, BlockKind.NOTES) | {
    BlockKind.I_OWE: BlockKind.I_OWE,
    BlockKind.THEY_OWE: BlockKind.I_OWE,
    BlockKind.AIMS: BlockKind.AIMS,
    BlockKind.LAST_TIME: BlockKind.LAST_TIME,
}
CURRENT_MONTHS = 11  # a day at most so long ago is told without its year


def title(sheet: Sheet) -> str:
    """What the document is called, in a viewer's title bar and the printer's queue."""
    return _tr("1-2-1 with %1").replace("%1", sheet.name)


def label(block: Block, sheet: Sheet) -> str:
    """A block's heading, before it is set in capitals."""
    if block.kind is BlockKind.DOES:
        told = {item.kind for item in block.items}
        both = told >= {FactKind.DOES, FactKind.FOR_WHOM}
        if both:
            return _tr("Does · for whom")
        return _tr("Does") if FactKind.DOES in told else _tr("For whom")
    if block.kind is BlockKind.GOALS:
        told = {item.kind for item in block.items}
        if told == {FactKind.GOAL}:
            return _tr("Goals")
        return _tr("Challenges") if told == {FactKind.CHALLENGE} else _tr("Goals and challenges")
    if block.kind is BlockKind.AIMS:
        return DOT.join(_aim(item.kind) for item in block.items if isinstance(item.kind, Aim))
    if block.kind is BlockKind.THEY_OWE:
        return _tr("%1 owes me").replace("%1", sheet.first_name)
    if block.kind is BlockKind.LAST_TIME and block.day:
        return _tr("Last time") + DOT + long_day(block.day, sheet.made_on)
    return {
        BlockKind.IDEAL_REFERRAL: _tr("Ideal referral"),
        BlockKind.PROUD_OF: _tr("Proud of"),
        BlockKind.I_OWE: _tr("I owe"),
        BlockKind.LIKES: _tr("Likes"),
        BlockKind.KNOWS: _tr("Knows"),
        BlockKind.LAST_TIME: _tr("Last time"),
        BlockKind.NOTES: _tr("Also"),
    }[block.kind]


def text(block: Block) -> str:
    """What a block without boxes to tick says, as running text."""
    if block.kind is BlockKind.AIMS:
        return DOT.join(item.text for item in block.items)
    if block.kind is BlockKind.DOES:
        each = [
            _joined(item for item in block.items if item.kind is kind)
            for kind in (FactKind.DOES, FactKind.FOR_WHOM)
        ]
        return DOT.join(told for told in each if told)
    if block.kind is BlockKind.LAST_TIME and not block.items:
        return _tr("Nothing noted")
    if block.kind is BlockKind.LIKES:
        liked = [item for item in block.items if item.kind is not FactKind.DISLIKE]
        disliked = [item for item in block.items if item.kind is FactKind.DISLIKE]
        sentences = [_joined(liked)] if liked else []
        if disliked:
            sentences.append(_tr("Not keen on: %1").replace("%1", _joined(disliked)))
        return _sentences(sentences)
    return _sentences(item.text for item in block.items)


def owed(item: Item, today: date) -> str:
    """A promise with the day it is due."""
    if item.due is None:
        return item.text
    return f"{item.text} ({short_day(item.due, today)})"


def when(sheet: Sheet) -> str:
    """Day and time of the 1-2-1, with its zone where that is not the user's own."""
    if sheet.starts is None or sheet.ends is None:
        return ""
    day = sheet.starts
    parts = [
        f"{_weekday(day.weekday())} {day.day} {_month(day.month)} {day.year}, "
        f"{day:%H:%M} – {sheet.ends:%H:%M}"
    ]
    return " ".join([*parts, zone_time(sheet.zone) if sheet.zone else ""]).rstrip()


def agreed(sheet: Sheet) -> tuple[str, str, str]:
    """What the three boxes at the end of the page are for."""
    return (
        _tr("I will"),
        _tr("%1 will").replace("%1", sheet.first_name),
        _tr("We meet again"),
    )


def agreed_label() -> str:
    return _tr("We agreed")


def left_out(things: Iterable[LeftOut]) -> str:
    """What found no room, or nothing when all did."""
    counts: dict[BlockKind | None, int] = {}
    for thing in things:
        kind = SAID_AS[thing.kind] if thing.kind else None
        counts[kind] = counts.get(kind, 0) + thing.count
    told = [f"{count} {_things(kind, count)}" for kind, count in counts.items() if count]
    return _tr("No room for: %1").replace("%1", ", ".join(told)) if told else ""


def short_day(day: date, today: date) -> str:
    """ "17 Nov", with the year where it is not obvious."""
    return f"{day.day} {_month(day.month)}" + _year(day, today)


def long_day(day: date, today: date) -> str:
    """ "3 September", with the year where it is not obvious."""
    return f"{day.day} {_long_month(day.month)}" + _year(day, today)


def _year(day: date, today: date) -> str:
    apart = abs((today.year - day.year) * 12 + today.month - day.month)
    return "" if apart <= CURRENT_MONTHS else f" {day.year}"


def _joined(items: Iterable[Item]) -> str:
    return ", ".join(item.text.rstrip(" .,;") for item in items)


def _sentences(texts: Iterable[str]) -> str:
    """Texts one after the other, each but the last closed by a full stop if by nothing else."""
    told = [text for text in texts if text]
    closed = [line if line[-1] in SENTENCE_ENDS else f"{line}." for line in told[:-1]]
    return " ".join([*closed, *told[-1:]])


def _aim(aim: Aim) -> str:
    return {Aim.LEARN: _tr("Learn"), Aim.GIVE: _tr("Give"), Aim.ASK: _tr("Ask")}[aim]


def _things(kind: BlockKind | None, count: int) -> str:
    one = count == 1
    match kind:
        case None:
            return _tr("question") if one else _tr("questions")
        case BlockKind.I_OWE:
            return _tr("promise") if one else _tr("promises")
        case BlockKind.AIMS:
            return _tr("aim") if one else _tr("aims")
        case BlockKind.LAST_TIME:
            return _tr("note of last time") if one else _tr("notes of last time")
        case _:
            return _tr("fact") if one else _tr("facts")


def _weekday(number: int) -> str:
    """Monday is 0."""
    return (
        _tr("Mon"), _tr("Tue"), _tr("Wed"), _tr("Thu"), _tr("Fri"), _tr("Sat"), _tr("Sun"),
    )[number]  # fmt: skip


def _month(number: int) -> str:
    return (
        _tr("Jan"), _tr("Feb"), _tr("Mar"), _tr("Apr"), _tr("May"), _tr("Jun"),
        _tr("Jul"), _tr("Aug"), _tr("Sep"), _tr("Oct"), _tr("Nov"), _tr("Dec"),
    )[number - 1]  # fmt: skip


def _long_month(number: int) -> str:
    return (
        _tr("January"), _tr("February"), _tr("March"), _tr("April"), _tr("May"), _tr("June"),
        _tr("July"), _tr("August"), _tr("September"), _tr("October"), _tr("November"),
        _tr("December"),
    )[number - 1]  # fmt: skip


def _tr(source: str) -> str:
    return QCoreApplication.translate("Sheet", source)
