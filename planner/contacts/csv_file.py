"""A CSV file of contacts -> cards: LinkedIn, Google, Outlook, or any with a telling header."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import PurePath
from types import MappingProxyType

from planner.contacts.csv_address_list import one_a_line
from planner.contacts.csv_bare import any_table, list_of_names, without_header
from planner.contacts.csv_cards import CardMaker
from planner.contacts.csv_cells import looks_like_name, plain
from planner.contacts.csv_headers import readable
from planner.contacts.csv_layouts import NAMES, Layout, below_header
from planner.contacts.csv_linkedin import PlainRows
from planner.contacts.csv_quotes import DELIMITERS, unwrapped
from planner.contacts.csv_rows import (
    Row,
    find_header,
    likeliest_delimiter,
    lines_of,
    names_again,
    rows_after,
)
from planner.contacts.csv_strangers import stranger
from planner.contacts.csv_tables import columns_told, table_of
from planner.contacts.csv_vocabulary import Column
from planner.contacts.csv_writer import wrote
from planner.contacts.progress import Progress, unseen
from planner.contacts.text import decode, decoded_once, one_line
from planner.domain.column_mapping import TELL_WHO, Meaning
from planner.domain.identity import word_set
from planner.domain.merging import Card, Reading, Refusal

# More rows than anybody knows people; a file beyond it is hostile or no list of contacts.
MOST_MEGABYTES = 100
MOST_ROWS = 150_000
MOST_CELLS = 10_000_000  # in one line
MOST_LINES = 5_000_000  # each costs memory, however short
_TOGETHER = 50  # rows looked at in one go; all of them one by one when one is odd
_ROWS_A_STEP = 250  # rows between two words of progress, a few milliseconds
_HEADERS_SHOWN = 8
_NEARLY_ALL = 0.8
_NOBODY_TOLD = (
    "No column was said to hold a name, e-mail address, phone number, company or link, so its "
    "rows describe nobody. Say for one column at least who it names."
)

_TELLING = frozenset({Column.EMAIL, Column.PHONE, Column.FULL, Column.CONNECTED})
_OF_PEOPLE = word_set(
    "member members attendee attendees participant participants guest guests rsvp salutation "
    "gender sex age "
    "anrede civilite teilnehmer mitglied invitee speaker"
)
# Beside what names things with capital letters, too: places, films, goods.
_OF_THINGS = word_set(
    "price preis prix sku product produkt produit stock quantity menge latitude longitude lat lng "
    "lon population capital isbn genre album song track film movie species brand currency"
)
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


def read(
    data: bytes,
    file: str,
    mappings: Mapping[str, Sequence[Meaning]] = MappingProxyType({}),
    progress: Progress = unseen,
) -> Reading:
    """The cards of a CSV file, and every row that could not be taken with the reason.

    Never raises: a file that holds no contacts at all comes back with one refusal for the whole.
    `mappings` says, by the key of a table, what its columns mean; a file of LinkedIn, Google or
    Outlook says so itself.
    """
    if len(data) > MOST_MEGABYTES * 1_000_000:
        return _refused(file, f"It is larger than {MOST_MEGABYTES} MB; export fewer at a time.")
    lines = _lines(data)
    if lines is None:
        return _refused(file, f"It has more than {MOST_LINES:,} lines; no list of contacts has.")
    if not any(line.strip() for line in lines):
        return _refused(file, "The file is empty.")
    header = find_header(lines)
    first = _first_row(lines)
    why = stranger(file, first) or (stranger(file, header.names) if header else "")
    if why:
        return _refused(file, why)
    layout = below_header(header, lines) if header else None
    if layout is not None and (
        _tells_people(layout.columns, layout.names) or _names_people(layout)
    ):
        kind = _format(layout, file)
    else:
        bare = without_header(lines) or (None if header else list_of_names(lines))
        layout = bare or layout or any_table(lines)
        kind = "csv" if bare or (layout and _shows_people(layout)) else ""
    if layout is None:
        return _refused(file, _not_understood(first))
    return _Reader(file, kind, layout, mappings, progress).read(lines)


def _lines(data: bytes) -> Sequence[str] | None:
    """The lines of a file, None for too many; the text they are from is forgotten here."""
    text = decode(data)
    if not data.startswith(BOM_UTF8):  # who writes the mark knows what the letters are
        text = decoded_once(text)
    if max(text.count("\n"), text.count("\r")) > MOST_LINES:
        return None
    return one_a_line(unwrapped([_bounded(line) for line in lines_of(text)]))


def _bounded(line: str) -> str:
    """The line, or its beginning when it would come apart into more cells than memory holds."""
    if len(line) > MOST_CELLS and sum(map(line.count, DELIMITERS)) > MOST_CELLS:
        return line[:MOST_CELLS]
    return line


def _refused(file: str, reason: str, kind: str = "") -> Reading:
    return Reading(file, kind, refused=(Refusal("", reason),))


class _Reader:
    """Reads the rows of one file whose columns are found; `kind` is "" where nobody is named."""

    def __init__(
        self,
        file: str,
        kind: str,
        layout: Layout,
        mappings: Mapping[str, Sequence[Meaning]],
        progress: Progress,
    ) -> None:
        self._file, self._kind, self._layout, self._progress = file, kind, layout, progress
        self._width = len(layout.names)
        self._cards: list[Card | None] = []  # None stands for the next of the plain ones
        self._refused: list[Refusal] = []
        self._mended = False  # the row before had quotes that do not match
        self._table = table_of(layout, 0) if kind in ("", "csv") else None
        self._columns = layout.columns
        told = mappings.get(self._table.key) if self._table else None
        if self._table and told is not None and len(told) == self._width:
            if tuple(told) != self._table.meanings:
                self._columns = columns_told(told)
            self._table = self._table.told(told)
            self._kind = "csv"

    def read(self, lines: Sequence[str]) -> Reading:
        rows = rows_after(lines, self._layout.start, self._layout.delimiter)
        if not self._kind:
            reading = _refused(self._file, _not_understood(self._layout.names, self._layout.named))
            return self._with_table(reading, sum(any(map(str.strip, r.cells)) for r in rows))
        if self._table and self._table.remembered and not TELL_WHO & set(self._table.meanings):
            return self._with_table(_refused(self._file, _NOBODY_TOLD, self._kind), 0)
        return self._read(rows, len(lines))

    def _read(self, rows: Iterator[Row], lines: int) -> Reading:
        cards, refused = self._cards, self._refused
        layout, kind = self._layout, self._kind
        maker = CardMaker(self._columns, layout.names, kind, layout.sample)
        names = list(layout.names) if layout.named else None
        quick = maker.plain_rows
        for row in self._not_plain(rows, quick, names or (), lines) if quick else rows:
            if not row.number % _ROWS_A_STEP:
                self._progress(row.number, lines)
            if len(cards) + len(refused) >= MOST_ROWS:
                reason = (
                    f"Only the first {MOST_ROWS:,} rows were read; split the file for the rest."
                )
                refused.append(Refusal(f"row {row.number} and after", reason))
                break
            if names and names_again(row.cells, names):
                continue
            closer = row.broken or self._mended
            if quick and not closer and quick.take(row.number, row.cells):
                cards.append(None)
                continue
            if not row.cells or (kind != "linkedin" and not _says_something(row.cells)):
                continue
            torn = closer and _torn(row, self._width, self._mended)
            made = torn or maker.card(row)
            self._mended = row.broken
            if isinstance(made, Card):
                cards.append(made)
            else:
                refused.append(Refusal(f"row {row.number}", made))
        if not cards and not refused:
            nobody = "It names its columns but lists nobody below them."
            return self._with_table(_refused(self._file, nobody, kind), 0)
        taken = iter(quick.cards() if quick else ())
        whole = tuple(next(taken) if card is None else card for card in cards)
        reading = Reading(self._file, kind, whole, tuple(refused), tuple(maker.remarks))
        return self._with_table(reading, len(cards) + len(refused))

    def _not_plain(
        self, rows: Iterator[Row], quick: PlainRows, names: Sequence[str], lines: int
    ) -> Iterator[Row]:
        """The rows that need a look one by one; some others are taken at once on the way."""
        while some := list(islice(rows, _TOGETHER)):
            few = len(self._cards) + len(self._refused) + len(some) <= MOST_ROWS
            if self._mended or not few or not quick.take_all(some, names):
                yield from some
                continue
            self._cards += [None] * len(some)
            if some[-1].number % _ROWS_A_STEP < len(some):
                self._progress(some[-1].number, lines)

    def _with_table(self, reading: Reading, rows: int) -> Reading:
        if self._table is None:
            return reading
        return replace(reading, table=replace(self._table, rows=rows))


def _says_something(cells: Sequence[str]) -> bool:
    """Whether a row is more than blanks and the line that Markdown draws below a header."""
    return (
        any(cell.strip(" \t-:=") for cell in cells)
        if cells[0][:1] in "-:= "
        else any(map(str.strip, cells))
    )


def _torn(row: Row, width: int, after_torn: bool) -> str:
    """Why a row cannot be read since its quotation marks do not match, "" when it can."""
    if row.broken and len(row.cells) != width:
        return "A quotation mark is opened and never closed, so its cells cannot be told apart."
    if after_torn and len(row.cells) < width / 2:
        return "It belongs to the row before, whose quotation marks do not match."
    return ""


def _tells_people(columns: Sequence[Column | None], names: Sequence[str]) -> bool:
    """Whether a file with these columns lists people and not, say, products."""
    known = {column for column in columns if column is not None}
    if known & _TELLING or {Column.FIRST, Column.LAST} <= known:
        return True
    if not known & NAMES:
        return Column.COMPANY in known and len(known) > 1 and None not in columns
    if any(_OF_PEOPLE & set(readable(name).split()) for name in names):
        return True
    rest = known - NAMES - {Column.BESIDE}
    if known & {Column.FIRST, Column.LAST} or rest & {Column.COMPANY, Column.ROLE, Column.BIRTHDAY}:
        return True
    return None not in columns and Column.BESIDE not in known and rest != {Column.LINK}


def _names_people(layout: Layout) -> bool:
    """Whether a column headed "Name" holds what people are called: nearly all first and last."""
    if Column.NAME not in layout.columns:
        return False
    if any(_OF_THINGS & set(readable(name).split()) for name in layout.names):
        return False
    at = layout.columns.index(Column.NAME)
    filled = [
        cell for row in layout.sample if at < len(row.cells) and (cell := plain(row.cells[at]))
    ]
    like_names = sum(map(looks_like_name, filled))
    return len(filled) > 1 and like_names >= len(filled) * _NEARLY_ALL


def _shows_people(layout: Layout) -> bool:
    """Whether the cells alone tell that people stand below a header that nobody knows."""
    known = set(layout.columns)
    return Column.EMAIL in known or (Column.PHONE in known and bool(NAMES & known))


def _format(layout: Layout, file: str) -> str:
    """Which program wrote the file: "linkedin", "google", "outlook", else "csv"."""
    names = {readable(name) for name in layout.names}
    known = set(layout.columns)
    if wrote(layout.names):
        return "csv"
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


def _first_row(lines: Sequence[str]) -> Sequence[str]:
    first = next((line for line in lines if line.strip()), "")[:2000]
    return [cell.strip().strip('"') for cell in first.split(likeliest_delimiter(lines))]


def _not_understood(names: Sequence[str], named: bool = True) -> str:
    shown = [f"“{one_line(name)[:30]}”" for name in names if name.strip()][:_HEADERS_SHOWN]
    more = " and more" if len(names) > _HEADERS_SHOWN else ""
    told = f"its columns are {', '.join(shown)}{more}" if shown else "its columns are without names"
    return (
        f"No contacts were found: {told if named else 'no row names its columns'}. "
        "Say what its columns mean, or name them in the first row, for example First Name, "
        "Last Name, E-mail, Phone, Company, Job Title, and try again."
    )
