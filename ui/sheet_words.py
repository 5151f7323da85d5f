"""The cheat-sheet's labels and sentences, in the user's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.domain.dont_forget import Mention
from planner.domain.facts import FactKind
from planner.domain.sheet import Aim, Block, BlockKind, Item, LeftOut, Sheet, SheetQuestion
from ui.day_wording import zone_time
from ui.reading_direction import held_together
from ui.sheet_days import long_day, remembered, short_day, span

DOT = " · "
IN_TITLE = 3  # names; a printer's queue shows no more
SENTENCE_ENDS = ".!?…"
# All facts are told as one number in what found no room, and so are promises either way.
SAID_AS = dict.fromkeys(BlockKind, BlockKind.NOTES) | {
    BlockKind.I_OWE: BlockKind.I_OWE,
    BlockKind.THEY_OWE: BlockKind.I_OWE,
    BlockKind.AIMS: BlockKind.AIMS,
    BlockKind.LAST_TIME: BlockKind.LAST_TIME,
    BlockKind.DONT_FORGET: BlockKind.DONT_FORGET,
}


def title(sheet: Sheet, *others: Sheet) -> str:
    """What the document is called, in a viewer's title bar and the printer's queue."""
    if not others:
        return _tr("1-2-1 with %1").replace("%1", sheet.name)
    days = {one.starts.date() for one in (sheet, *others) if one.starts}
    if len(days) == 1 and all(one.starts for one in others):
        return _tr("1-2-1s on %1").replace("%1", short_day(days.pop(), sheet.made_on))
    names = [one.name for one in (sheet, *others)]
    told, more = ", ".join(names[:IN_TITLE]), len(names) - IN_TITLE
    if more > 0:
        return _tr("1-2-1s with %1 and %2 more").replace("%2", str(more)).replace("%1", told)
    return _tr("1-2-1s with %1").replace("%1", told)


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
        return DOT.join(aim_word(item.kind) for item in block.items if isinstance(item.kind, Aim))
    if block.kind is BlockKind.THEY_OWE:
        return _tr("%1 owes me").replace("%1", sheet.first_name)
    if block.kind is BlockKind.LAST_TIME and block.day:
        return _tr("Last time") + DOT + remembered(block.day, block.roughly, sheet.made_on)
    return {
        BlockKind.DONT_FORGET: _tr("Don't forget"),
        BlockKind.IDEAL_REFERRAL: _tr("Ideal referral"),
        BlockKind.PROUD_OF: _tr("Proud of"),
        BlockKind.I_OWE: _tr("I owe"),
        BlockKind.LIKES: _tr("Likes"),
        BlockKind.KNOWS: _tr("Knows"),
        BlockKind.LAST_TIME: _tr("Last time"),
        BlockKind.NOTES: _tr("Also"),
    }[block.kind]


def text(block: Block, sheet: Sheet) -> str:
    """What a block without boxes to tick says, as running text."""
    if block.kind is BlockKind.DONT_FORGET:
        return _apart(reminders(block, sheet))
    if block.kind is BlockKind.AIMS:
        return _apart(item.text for item in block.items)
    if block.kind is BlockKind.DOES:
        told = [
            _joined(item for item in block.items if item.kind is kind)
            for kind in (FactKind.DOES, FactKind.FOR_WHOM)
        ]
        return DOT.join(filter(None, told))
    if block.kind is BlockKind.LAST_TIME and not block.items:
        return "" if _no_room_for(BlockKind.LAST_TIME, sheet) else _tr("Nothing noted")
    if block.kind is BlockKind.LIKES:
        liked = [item for item in block.items if item.kind is not FactKind.DISLIKE]
        disliked = [item for item in block.items if item.kind is FactKind.DISLIKE]
        sentences = [_joined(liked)] if liked else []
        if disliked:
            sentences.append(_not_keen(disliked))
        return _sentences(sentences)
    if len(block.items) == 1:
        return block.items[0].text
    return _sentences(held_together(item.text) for item in block.items)


def owed(item: Item, today: date) -> str:
    """A promise with the day it is due."""
    if item.due is None:
        return item.text
    return f"{held_together(item.text)} ({short_day(item.due, today)})"


def when(sheet: Sheet) -> str:
    """Day and time of the 1-2-1, with its zone where that is not the user's own."""
    if sheet.starts is None or sheet.ends is None:
        return ""
    zone = zone_time(sheet.zone) if sheet.zone else ""
    return " ".join(filter(None, (span(sheet.starts, sheet.ends), zone)))


def told(question: SheetQuestion) -> str:
    """What a question comes back to, quoted; "" for none."""
    return _tr("“%1”").replace("%1", question.told) if question.told else ""


def agreed(sheet: Sheet) -> tuple[str, str, str]:
    """What the three boxes at the end of the page are for."""
    return (
        _tr("I will"),
        _tr("%1 will").replace("%1", sheet.first_name),
        _tr("We meet again"),
    )


def agreed_label() -> str:
    return _tr("We agreed")


def aims_label() -> str:
    return _tr("What it is for")


def notes_label() -> str:
    return _tr("Notes")


def left_out(things: Iterable[LeftOut]) -> str:
    """What found no room, or nothing when all did."""
    counts: dict[BlockKind | None, int] = {}
    for thing in things:
        kind = SAID_AS[thing.kind] if thing.kind else None
        counts[kind] = counts.get(kind, 0) + thing.count
    told = [f"{count} {_things(kind, count)}" for kind, count in counts.items() if count]
    return _tr("No room for: %1").replace("%1", ", ".join(told)) if told else ""


def reminders(block: Block, sheet: Sheet) -> Iterator[str]:
    """What must not be forgotten, a few words each; dislikes in one breath."""
    if disliked := [item for item in block.items if item.kind is Mention.DISLIKE]:
        yield _not_keen(disliked)
    for item in block.items:
        text = held_together(item.text.rstrip(" .,;"))
        match item.kind:
            case Mention.DISLIKE:
                continue
            case Mention.BIRTHDAY if item.due:
                yield _tr("Birthday on %1").replace("%1", long_day(item.due, sheet.made_on))
            case Mention.PASSED_ON:
                thanks = _tr("Thank %1 for passing on: %2")
                yield thanks.replace("%1", sheet.first_name).replace("%2", text)
            case Mention.KEPT_BY_THEM:
                thanks = _tr("Thank %1 for: %2")
                yield thanks.replace("%1", sheet.first_name).replace("%2", text)
            case Mention.KEPT_BY_ME:
                yield _tr("I kept: %1").replace("%1", text)
            case Mention.NEWS:
                yield _tr("News of mine: %1").replace("%1", text)
            case _:
                yield text


def _no_room_for(kind: BlockKind, sheet: Sheet) -> bool:
    return any(thing.kind is kind and thing.count for thing in sheet.left_out)


def _not_keen(disliked: Sequence[Item]) -> str:
    items = ", ".join(held_together(item.text.rstrip(" .,;")) for item in disliked)
    return _tr("Not keen on: %1").replace("%1", items)


def _apart(texts: Iterable[str]) -> str:
    """Texts with dots between them, each in its own reading direction."""
    told = list(texts)
    return told[0] if len(told) == 1 else DOT.join(map(held_together, told))


def _joined(items: Iterable[Item]) -> str:
    told = [item.text.rstrip(" .,;") for item in items]
    return told[0] if len(told) == 1 else ", ".join(map(held_together, told))


def _sentences(texts: Iterable[str]) -> str:
    """Texts one after the other, each but the last closed by a full stop if by nothing else."""
    told = [text for text in texts if text]
    closed = [line if line[-1] in SENTENCE_ENDS else f"{line}." for line in told[:-1]]
    return " ".join([*closed, *told[-1:]])


def aim_word(aim: Aim) -> str:
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
        case BlockKind.DONT_FORGET:
            return _tr("reminder") if one else _tr("reminders")
        case BlockKind.LAST_TIME:
            return _tr("note of last time") if one else _tr("notes of last time")
        case _:
            return _tr("fact") if one else _tr("facts")


def _tr(source: str) -> str:
    return QCoreApplication.translate("Sheet", source)
