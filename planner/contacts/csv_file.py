"""A CSV file of contacts -> cards: LinkedIn, Google, Outlook, or any with a telling header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import PurePath

from planner.contacts.csv_cards import CardMaker
from planner.contacts.csv_cells import emails, links, looks_like_phone, plain
from planner.contacts.csv_headers import readable
from planner.contacts.csv_rows import (
    Header,
    Row,
    find_header,
    likeliest_delimiter,
    lines_of,
    rows_after,
    stated_delimiter,
)
from planner.contacts.csv_strangers import stranger
from planner.contacts.csv_vocabulary import Column
from planner.contacts.text import decode, one_line
from planner.domain.identity import profile_key
from planner.domain.merging import Card, Reading, Refusal

# More rows than anybody knows people; a file beyond it is hostile or no list of contacts.
MOST_MEGABYTES = 100
MOST_ROWS = 250_000
MOST_LINES = 5_000_000  # each costs memory, however short
_SAMPLE = 50  # rows looked at where the header alone does not tell what a column holds
_MOST_ALIKE = 0.6  # the part of a column's cells that must look alike to tell its kind
_HEADERS_SHOWN = 8

_NAMES = frozenset({Column.FULL, Column.NAME, Column.FIRST, Column.LAST, Column.FILED_AS})
_TELLING = frozenset({Column.EMAIL, Column.PHONE, Column.FULL, Column.CONNECTED})
_AMBIGUOUS = frozenset({"contact", "contacto", "contato", "contatto", "kontakt"})
_OUTLOOK_BESIDE_MAIL = frozenset(
    {
        "job title",
        "business phone",
        "home phone",
        "business street",
        "mobile phone",
        "e mail 2 address",
        "e mail display name",
        "given yomi",
        "weitere vornamen",
        "telefon geschaftlich",
        "telephone bureau",
        "deuxieme prenom",
        "categories",
        "kategorien",
    }
)
_OUTLOOK_MAIL = frozenset(
    {"e mail address", "e mail adresse", "adresse de messagerie", "e mail 2 address"}
)


def read(data: bytes, file: str) -> Reading:
    """The cards of a CSV file, and every row that could not be taken with the reason.

    Never raises: a file that holds no contacts at all comes back with one refusal for the whole.
    """
    if len(data) > MOST_MEGABYTES * 1_000_000:
        return _refused(file, f"It is larger than {MOST_MEGABYTES} MB; export fewer at a time.")
    text = decode(data)
    if max(text.count("\n"), text.count("\r")) > MOST_LINES:
        return _refused(file, f"It has more than {MOST_LINES:,} lines; no list of contacts has.")
    lines = lines_of(text)
    if not any(line.strip() for line in lines):
        return _refused(file, "The file is empty.")
    header = find_header(lines)
    why = stranger(file, header.names if header else _first_row(lines))
    if why:
        return _refused(file, why)
    if header is not None:
        rows = rows_after(lines, header.line + 1, header.delimiter)
        sample = list(islice(rows, _SAMPLE))
        columns = _seen_in_rows(header, sample)
        if _tells_people(columns):
            kind = _format(header, columns, sample, file)
            maker = CardMaker(columns, header.names, kind, sample)
            return _reading(file, kind, maker, chain(sample, rows), len(header.names))
    bare = _without_header(lines, file)
    return bare or _refused(file, _not_understood(header.names if header else _first_row(lines)))


def _refused(file: str, reason: str, kind: str = "") -> Reading:
    return Reading(file, kind, refused=(Refusal("", reason),))


def _reading(file: str, kind: str, maker: CardMaker, rows: Iterator[Row], width: int) -> Reading:
    cards: list[Card] = []
    refused: list[Refusal] = []
    mended = False  # the row before had quotes that do not match
    for row in rows:
        if len(cards) + len(refused) >= MOST_ROWS:
            reason = f"Only the first {MOST_ROWS:,} rows were read; split the file for the rest."
            refused.append(Refusal(f"row {row.number} and after", reason))
            break
        if not row.cells or (kind != "linkedin" and not any(map(str.strip, row.cells))):
            continue
        made = _torn(row, width, mended) or maker.card(row)
        mended = row.broken
        if isinstance(made, Card):
            cards.append(made)
        else:
            refused.append(Refusal(f"row {row.number}", made))
    if not cards and not refused:
        return _refused(file, "It names its columns but lists nobody below them.", kind)
    return Reading(file, kind, tuple(cards), tuple(refused), tuple(maker.remarks))


def _torn(row: Row, width: int, after_torn: bool) -> str:
    """Why a row cannot be read since its quotation marks do not match, "" when it can."""
    if row.broken and len(row.cells) != width:
        return "A quotation mark is opened and never closed, so its cells cannot be told apart."
    if after_torn and len(row.cells) < width / 2:
        return "It belongs to the row before, whose quotation marks do not match."
    return ""


def _seen_in_rows(header: Header, sample: Sequence[Row]) -> tuple[Column | None, ...]:
    """The columns, where need be told by what stands in them."""
    columns = list(header.columns)
    for place, column in enumerate(columns):
        unsure = column is Column.FULL and readable(header.names[place]) in _AMBIGUOUS
        if column is None or unsure:
            found = _kind_of([row.cells[place] for row in sample if place < len(row.cells)], unsure)
            columns[place] = found or column
    return tuple(columns)


def _kind_of(cells: Sequence[str], or_phone: bool) -> Column | None:
    filled = [cell for cell in cells if cell.strip()]
    enough = max(1.0, len(filled) * _MOST_ALIKE)
    if sum(bool(emails(cell)) for cell in filled) >= enough:
        return Column.EMAIL
    if or_phone and sum(looks_like_phone(cell) for cell in filled) >= enough:
        return Column.PHONE
    if sum(any(map(profile_key, links(cell))) for cell in filled) >= enough:
        return Column.LINK
    return None


def _tells_people(columns: Sequence[Column | None]) -> bool:
    """Whether a file with these columns lists people and not, say, products."""
    known = {column for column in columns if column is not None}
    if known & _TELLING or {Column.FIRST, Column.LAST} <= known:
        return True
    if not known & _NAMES:
        return False
    rest = known - _NAMES - {Column.BESIDE}
    if known & {Column.FIRST, Column.LAST} or rest & {Column.COMPANY, Column.ROLE, Column.BIRTHDAY}:
        return True
    return None not in columns and Column.BESIDE not in known and rest != {Column.LINK}


def _format(
    header: Header, columns: Sequence[Column | None], sample: Sequence[Row], file: str
) -> str:
    """Which program wrote the file: "linkedin", "google", "outlook", else "csv"."""
    names = {readable(name) for name in header.names}
    known = set(columns)
    if known & {Column.FIRST, Column.FULL, Column.NAME} and Column.CONNECTED in known:
        return "linkedin"
    called = PurePath(file).name.casefold()
    if called.startswith("connections") and {Column.FIRST, Column.LAST, Column.COMPANY} <= known:
        return "linkedin"
    if any(name.startswith(("e mail 1 ", "phone 1 ")) for name in names) or (
        "group membership" in names or {"file as", "labels"} <= names
    ):
        return "google"
    return "outlook" if names & _OUTLOOK_MAIL and names & _OUTLOOK_BESIDE_MAIL else "csv"


def _without_header(lines: Sequence[str], file: str) -> Reading | None:
    """A list without header whose first row shows an e-mail address or a phone number."""
    delimiter = likeliest_delimiter(lines)
    rows = rows_after(lines, 1 if stated_delimiter(lines) else 0, delimiter)
    sample = [row for row in islice(rows, _SAMPLE) if row.cells]
    if not sample or not any(emails(c) or looks_like_phone(c) for c in sample[0].cells):
        return None
    width = max(len(row.cells) for row in sample)
    columns: list[Column | None] = []
    for place in range(width):
        cells = [row.cells[place] for row in sample if place < len(row.cells)]
        columns.append(_kind_of(cells, or_phone=True))
    if Column.EMAIL not in columns and Column.PHONE not in columns:
        return None
    _name_columns(columns, sample)
    maker = CardMaker(columns, ("",) * width, "csv", sample)
    return _reading(file, "csv", maker, chain(sample, rows), width)


def _name_columns(columns: list[Column | None], sample: Sequence[Row]) -> None:
    """Takes the first column of words for the name; two of one word each for first and last."""
    worded = [place for place, column in enumerate(columns) if column is None]
    worded = [place for place in worded if any(_is_words(row, place) for row in sample)]
    first, second = (*worded, -1, -1)[:2]
    halves = [
        row.cells[place]
        for row in sample
        for place in (first, second)
        if -1 < place < len(row.cells)
    ]
    if second == first + 1 and all(len(plain(half).split()) <= 1 for half in halves):
        columns[first], columns[second] = Column.FIRST, Column.LAST
    elif worded:
        columns[first] = Column.NAME


def _is_words(row: Row, place: int) -> bool:
    return place < len(row.cells) and any(c.isalpha() for c in row.cells[place])


def _first_row(lines: Sequence[str]) -> Sequence[str]:
    first = next((line for line in lines if line.strip()), "")[:2000]
    return [cell.strip().strip('"') for cell in first.split(likeliest_delimiter(lines))]


def _not_understood(names: Sequence[str]) -> str:
    shown = [f"“{one_line(name)[:30]}”" for name in names if name.strip()][:_HEADERS_SHOWN]
    more = " and more" if len(names) > _HEADERS_SHOWN else ""
    return (
        f"No contacts were found: its columns are {', '.join(shown) or 'without names'}{more}. "
        "Name the columns in the first row, for example First Name, Last Name, E-mail, Phone, "
        "Company, Job Title, and try again."
    )
