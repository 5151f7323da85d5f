"""What bringing people in would do and did, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from planner.domain.merging import Gain, Gained, ImportPlan, Reading
from planner.domain.phones import Forms
from ui import day_wording, link_wording
from ui.bringing_in import Brought, Preview
from ui.import_choice import Part

FILES_TOLD = 5  # one by one; the others are counted together
LABELS_TOLD = 3  # by name
MOST_TELLING = (
    *(Gained.NAME, Gained.COMPANY, Gained.ROLE, Gained.EMAIL, Gained.PHONE, Gained.CITY),
    *(Gained.BIRTHDAY, Gained.CONNECTED_ON, Gained.GROUP, Gained.LINK, Gained.NOTE, Gained.PHOTO),
)
FORMATS = {
    "vcard": "vCard",
    "linkedin": "LinkedIn",
    "google": "Google",
    "outlook": "Outlook",
    "csv": "CSV",
}


def _tr(words: str, about: str | None = None) -> str:
    return QCoreApplication.translate("import", words, about)


def file_names(files: Sequence[Path]) -> str:
    """What is being read."""
    names = [file.name for file in files[:FILES_TOLD]]
    if len(files) > FILES_TOLD:
        names.append(_tr("and {count} more").format(count=f"{len(files) - FILES_TOLD:,}"))
    return ", ".join(names)


def about_columns(reading: Reading, number: int, of: int) -> str:
    """Why the columns of a file are to be looked over."""
    words = _tr("Check how {file} is read. It is remembered for every file with the same columns.")
    told = words.format(file=Path(reading.file).name)
    if of > 1:
        return _tr("File {number} of {of}. {words}").format(number=number, of=of, words=told)
    return told


def file_lines(preview: Preview) -> list[str]:
    """What each file is and holds, and what of it is left out as a whole."""
    plan = preview.choice.plan
    lines = [
        _tr("{file}: {format}, {count} found").format(
            file=Path(count.reading.file).name,
            format=FORMATS[count.reading.format],
            count=f"{count.found:,}",
        )
        if count.reading.format in FORMATS
        else _tr("{file}: {reason}").format(
            file=Path(count.reading.file).name,
            reason=" ".join(refusal.reason for refusal in count.reading.refused[:1])
            or _tr("not a contact file"),
        )
        for count in plan.files[:FILES_TOLD]
    ]
    if rest := plan.files[FILES_TOLD:]:
        found = sum(count.found for count in rest)
        more = _tr("and {count} files more, {found} found")
        lines.append(more.format(count=len(rest), found=f"{found:,}"))
    return lines + _beside(plan, preview.pictures)


def _beside(plan: ImportPlan, pictures: int) -> list[str]:
    lines = []
    if plan.in_several == 1:
        lines.append(_tr("1 person is in more than one file."))
    elif plan.in_several:
        words = _tr("{count} people are in more than one file.")
        lines.append(words.format(count=f"{plan.in_several:,}"))
    if pictures == 1:
        lines.append(_tr("One of them brings a picture."))
    elif pictures:
        lines.append(_tr("{count} of them bring a picture.").format(count=f"{pictures:,}"))
    if labels := len(plan.unused_labels):
        words = _tr("{count} labels are too many to be groups, and are left out: {first}…")
        first = ", ".join(plan.unused_labels[:LABELS_TOLD])
        lines.append(words.format(count=f"{labels:,}", first=first))
    return lines


def preview_title(preview: Preview) -> str:
    """What would happen, in a line."""
    choice = preview.choice
    new, changed, doubtful = map(choice.count, (Part.NEW, Part.CHANGED, Part.DOUBTFUL))
    told = []
    if new == 1:
        told.append(_tr("1 new") if changed or doubtful else _tr("1 new person"))
    elif new:
        words = _tr("{new} new") if changed or doubtful else _tr("{new} new people")
        told.append(words.format(new=f"{new:,}"))
    if changed == 1:
        told.append(_tr("1 gains something"))
    elif changed:
        told.append(_tr("{changed} gain something").format(changed=f"{changed:,}"))
    if doubtful:
        told.append(_tr("{doubtful} perhaps known").format(doubtful=f"{doubtful:,}"))
    if told:
        return ", ".join(told)
    if any(count.found for count in choice.plan.files):
        return _tr("You know everybody in here already")
    return _tr("Nobody could be read from this")


def gains_words(gains: Iterable[Gain], forms: Callable[[str], Forms]) -> str:
    """All that somebody known gains, the most telling first: "company Acme, role Buyer"."""
    ranked = sorted(gains, key=lambda gain: MOST_TELLING.index(gain.what))
    return " · ".join(gain_words(gain, forms) for gain in ranked)


def as_beginning(gains: Sequence[Gain], forms: Callable[[str], Forms]) -> str:
    """The same as a line of its own; an address keeps its small letter."""
    words = gains_words(gains, forms)
    first = min((gain.what for gain in gains), key=MOST_TELLING.index, default=Gained.LINK)
    if first in (Gained.EMAIL, Gained.LINK):
        return words
    return words[:1].upper() + words[1:]


def gain_words(gain: Gain, forms: Callable[[str], Forms]) -> str:
    """One thing somebody known gains: "company Acme → Beta", "maya@harbour.example"."""
    if gain.what is Gained.PHOTO:
        return _tr("a picture")
    words = {
        Gained.NAME: _tr("name {now}"),
        Gained.COMPANY: _tr("company {now}"),
        Gained.ROLE: _tr("role {now}"),
        Gained.CITY: _tr("city {now}"),
        Gained.EMAIL: _tr("{now}", "an e-mail address"),
        Gained.PHONE: _tr("phone {now}"),
        Gained.LINK: _tr("{now}", "an address in the web"),
        Gained.BIRTHDAY: _tr("birthday {now}"),
        Gained.CONNECTED_ON: _tr("connected {now}"),
        Gained.NOTE: _tr("note “{now}”"),
        Gained.GROUP: _tr("met at {now}"),
    }[gain.what]
    now = _as_read(gain.what, gain.now, forms)
    if gain.was:
        was = _as_read(gain.what, gain.was, forms)
        now = _tr("{was} → {now}").format(was=was, now=now)
    return words.format(now=now)


def _as_read(what: Gained, value: str, forms: Callable[[str], Forms]) -> str:
    """A value as people say it rather than as it is kept."""
    if what is Gained.PHONE:
        return forms(value).shown
    if what is Gained.LINK:
        return link_wording.link(value)
    if what is Gained.BIRTHDAY:
        return day_wording.birthday(value)
    if what is Gained.CONNECTED_ON:
        return day_wording.day(date.fromisoformat(value))
    if what is Gained.NOTE:
        return " ".join(value.split())
    return value


def what_will_happen(coming: tuple[int, int], offered: tuple[int, int], undecided: int = 0) -> str:
    """The main button's words: "Bring in 5 of 6, update 3".

    `undecided`: so many of those who come in as new look like somebody known.
    """
    if not any(offered):
        return _tr("Nothing to bring in")
    new, changed = (_told_of(some, of) for some, of in zip(coming, offered, strict=True))
    if undecided and coming[0]:
        words = _tr("{new} ({undecided} undecided)")
        new = words.format(new=new, undecided=f"{undecided:,}")
    if all(coming):
        words = _tr("Bring in {new}, update {changed}")
    elif coming[1] or not offered[0]:
        words = _tr("Update {changed}")
    else:
        words = _tr("Bring in {new}")
    return words.format(new=new, changed=changed)


def _told_of(some: int, of: int) -> str:
    if some == of:
        return f"{of:,}"
    return _tr("{some} of {of}").format(some=f"{some:,}", of=f"{of:,}")


def too_late(brought: Brought) -> str:
    """The same when it was called off and was done already."""
    if brought.new == 1:
        return _tr("It was too late to call it off: one person is in. Undo takes them out again")
    if brought.new:
        words = _tr(
            "It was too late to call it off: {count} people are in. Undo takes them out again"
        )
        return words.format(count=f"{brought.new:,}")
    words = _tr("It was too late to call it off. {brought}; Undo takes it back")
    return words.format(brought=brought_in(brought))


def more_came(files: Sequence[Path], *, already: bool = False) -> str:
    """That files were handed over while others are looked at."""
    names = file_names(files)
    if already:
        return _tr("In here already: {files}").format(files=names)
    if len(files) == 1:
        return _tr("One more file came: {files}").format(files=names)
    words = _tr("{count} more files came: {files}")
    return words.format(count=f"{len(files):,}", files=names)


def brought_in(brought: Brought) -> str:
    """What was done, as it is told with its Undo."""
    new, updated = brought.new, brought.updated
    if new == 1:
        label = _tr("One person brought in")
    elif new:
        label = _tr("{count} people brought in").format(count=f"{new:,}")
    elif updated == 1:
        label = _tr("One person updated")
    elif not updated:
        label = _tr("Remembered who is who")
    else:
        label = _tr("{count} people updated").format(count=f"{updated:,}")
    if new and updated:
        label = _tr("{brought}, {updated} updated").format(brought=label, updated=f"{updated:,}")
    if brought.damaged == 1:
        words = _tr("{brought}; one picture could not be read and was left out")
        label = words.format(brought=label)
    elif brought.damaged:
        words = _tr("{brought}; {count} pictures could not be read and were left out")
        label = words.format(brought=label, count=f"{brought.damaged:,}")
    return label
