"""Bytes of a contact file as text, whatever program wrote them: never an error.

A file is read as Unicode where it says so or looks so (byte order mark, UTF-8, UTF-16, UTF-32).
What is not valid UTF-8 is read in the single-byte or East Asian set it fits best (text_guess.py).
The choice is made for each value or line, so that a wrong byte late in a file costs that value
one character and no more.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterable, Iterator

from planner.domain.in_bulk import pieces

# Longest first: the mark of UTF-32 (little endian) starts with that of UTF-16.
_MARKS = (
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_UTF8_MARK = b"\xef\xbb\xbf"
_PIECE = 4_000_000  # bytes read at once, a few milliseconds
_PROBE = 4096  # bytes looked at to see UTF-16 or UTF-32 without a mark
_GUESS_FROM = 8192  # bytes that are not UTF-8 from which the set is guessed

# Names of sets as programs write them; only these are looked up, because Python's registry
# holds slow and odd codecs too (punycode, unicode_escape).
_KNOWN_SETS = re.compile(
    r"(utf-?(7|8|16|32)|iso-?8859|latin|l\d|windows-?\d|cp\d|ibm\d|shift|s-?jis|ms932|euc|gb|hz"
    r"|big5|ks|koi8|iso-?2022|iso-?ir|mac|us-?ascii|ascii|tis)"
)
_SAME_AS = {  # the set that programs really mean, a superset of the one they name
    "iso8859-1": "cp1252",
    "iso-8859-1": "cp1252",
    "iso_8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "shiftjis": "cp932",
    "sjis": "cp932",
    "s-jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc-kr": "cp949",
    "utf8": "utf-8",
}
_EAST_ASIAN = re.compile(r"cp932|cp949|cp950|gb|big5|euc|hz|shift|iso-?2022|ks")
_ESCAPE = b"\x1b"  # ISO-2022 switches its alphabets with it and is plain ASCII otherwise

# What nobody sees: marks of writing direction (phone programs wrap numbers in them), zero-width
# space, soft hyphen, byte order mark. Joiners (U+200C, U+200D) stay: names and emoji need them.
_INVISIBLE = dict.fromkeys(
    [
        0xAD,
        0x061C,
        0x180E,
        0x200B,
        0x200E,
        0x200F,
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
        *range(0xFFF9, 0xFFFC),
        0xFFFE,
        0xFFFF,
    ]
)
_CONTROLS = {code: None for code in (*range(32), *range(0x7F, 0xA0)) if not chr(code).isspace()}
_HIDDEN = {**_INVISIBLE, **_CONTROLS, 0x1F: " "}
# Only those that programs write in place of single signs and letters; "R&D;" is none.
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#[xX][0-9a-fA-F]{2,4}|[a-zA-Z]"
    r"(?:uml|acute|grave|circ|tilde|cedil|slash|ring)|szlig|aelig|oslash);"
)
_JOINERS = {0x200C: None, 0x200D: None}


def decode(data: bytes) -> str:
    """The whole file as text, without byte order marks and NUL bytes."""
    data = plain_bytes(data)
    try:
        return _in_pieces(data)
    except UnicodeDecodeError:
        letters = Letters(data)
    whole = letters.whole_file_set()
    if whole:
        return data.decode(whole, "replace")
    return "".join(_by_lines(data, letters))


def _by_lines(data: bytes, letters: Letters) -> Iterator[str]:
    """The text in pieces, each line read by itself; all lines of a file at once weigh double."""
    for piece in pieces(data, _PIECE):
        yield "\n".join(map(letters.read, piece.split(b"\n")))


def decoded_once(text: str) -> str:
    """The text as it was before a program took UTF-8 for Windows letters ("JosÃ©" for "José")."""
    if not _misread(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:  # they are letters, or stand beside some
        return "\n".join(map(_line_decoded_once, text.split("\n"))) if "\n" in text else text


def _line_decoded_once(line: str) -> str:
    return decoded_once(line) if _misread(line) else line


def _misread(text: str) -> bool:
    """Whether it has letters that most UTF-8 begins with when it is taken for Windows letters."""
    return "\u00c3" in text or "\u00c2" in text or "\u00e2\u20ac" in text


def _in_pieces(data: bytes) -> str:
    """UTF-8 as text, a piece at a time, so that a window beside it goes on painting."""
    if len(data) <= _PIECE:
        return data.decode("utf-8")
    decoder = codecs.getincrementaldecoder("utf-8")()
    starts = range(0, len(data), _PIECE)
    return "".join(
        decoder.decode(data[start : start + _PIECE], start == starts[-1]) for start in starts
    )


def plain_bytes(data: bytes) -> bytes:
    """The file as bytes in which ASCII letters are single bytes: no UTF-16, no marks, no NULs."""
    encoding = _wide_encoding(data)
    if encoding:
        data = data.decode(encoding, "replace").encode("utf-8", "replace")
    while data.startswith(_UTF8_MARK):
        data = data[len(_UTF8_MARK) :]
    return data.replace(b"\0", b"") if b"\0" in data else data


def _wide_encoding(data: bytes) -> str:
    """The name of a Unicode encoding with several bytes a letter, or ""."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return "" if encoding == "utf-8" else encoding
    probe = data[:_PROBE]
    if b"\0" not in probe or len(probe) < 4:
        return ""
    # ASCII letters in UTF-16 and UTF-32 have their NULs always in the same places.
    zeros = [probe[place::4].count(0) / max(1, len(probe[place::4])) for place in range(4)]
    full = [share > 0.6 for share in zeros]
    free = [share < 0.2 for share in zeros]
    if full[:3] == [True] * 3 and free[3]:
        return "utf-32-be"
    if full[1:] == [True] * 3 and free[0]:
        return "utf-32-le"
    if full[0] and full[2] and free[1] and free[3]:
        return "utf-16-be"
    if full[1] and full[3] and free[0] and free[2]:
        return "utf-16-le"
    return ""


class Letters:
    """Reads the values of one file, each in its own set: the named one, UTF-8, the likely one.

    `data` is the file after `plain_bytes`; what of it is not UTF-8 decides the likely set.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._named = ""  # the set that an earlier value of the file named
        self._likely = ""
        self._unicode: bool | None = None  # not looked at yet
        self._samples: list[bytes] = []
        self._sampled = 0  # bytes in the samples
        self._next_guess = 0  # bytes in the samples at which to guess again

    def read(self, value: bytes, charset: str = "") -> str:
        """The value as text; `charset` is the name the file gives for it, if any."""
        if value.isascii() and _ESCAPE not in value:
            return value.decode("ascii")
        named = _codec(charset) if charset else ""
        unicode = _strictly(value, "utf-8")
        if named and named != "utf-8":
            self._named = named
            if _EAST_ASIAN.match(named):
                # Valid UTF-8 from U+0800 on is no accident: the name is wrong then.
                if unicode is None or max(unicode) < "\u0800":
                    return value.decode(named, "replace")
            elif unicode is None:
                return value.decode(named, "replace")
        if unicode is not None:
            return unicode
        if self._named and (text := _strictly(value, self._named)) is not None:
            return text
        damaged = value.decode("utf-8", "replace")
        wrong = damaged.count("\ufffd")
        right = len(damaged) - len(damaged.encode("ascii", "ignore")) - wrong
        if right and (right >= 2 * wrong or self._mostly_unicode()):
            return damaged
        return value.decode(self._likely_set(value), "replace")

    def whole_file_set(self) -> str:
        """An East Asian set if it fits the whole file better than line by line, else ""."""
        likely = self._likely_set(b"")
        return likely if _EAST_ASIAN.match(likely) and not self._mostly_unicode() else ""

    def _mostly_unicode(self) -> bool:
        """Whether more of the file's lines with other letters than ASCII are UTF-8 than not."""
        if self._unicode is None:
            foreign = wrong = 0
            for line in self._foreign_lines():
                foreign += 1
                wrong += _strictly(line, "utf-8") is None
            self._unicode = 2 * wrong < foreign
        return self._unicode

    def _foreign_lines(self) -> Iterator[bytes]:
        for piece in pieces(self._data, _PIECE):
            for line in piece.splitlines():
                if not line.isascii():
                    yield line

    def _likely_set(self, value: bytes) -> str:
        if not self._likely:
            self._sample(self._foreign_lines())
        if self._sampled >= self._next_guess:
            self._sample([value])
            from planner.contacts.text_guess import likely_set

            self._likely = likely_set(b"\n".join(self._samples))
            self._next_guess = max(64, 2 * self._sampled)
        elif self._sampled < _GUESS_FROM:
            self._sample([value])
        return self._likely

    def _sample(self, values: Iterable[bytes]) -> None:
        for value in values:
            if self._sampled >= _GUESS_FROM:
                return
            if _strictly(value, "utf-8") is None:
                self._samples.append(value[:_GUESS_FROM])
                self._sampled += len(self._samples[-1])


def _strictly(value: bytes, encoding: str) -> str | None:
    try:
        return value.decode(encoding)
    except ValueError:
        return None


def _codec(charset: str) -> str:
    """Python's name for a character set named in a file, "" for one it does not know."""
    name = charset.strip().lower().removeprefix("x-").replace(" ", "-")
    name = _SAME_AS.get(name, name)
    if not _KNOWN_SETS.match(name):
        return ""
    try:
        b"".decode(name)
        "".encode(name)
    except (LookupError, ValueError):
        return ""
    return name


def one_line(text: str) -> str:
    """The text as one line: no line breaks, no doubled blanks, nothing invisible."""
    if not text.isprintable():  # nothing hidden is
        text = text.translate(_HIDDEN)
    return " ".join(text.split())


def paragraphs(text: str) -> str:
    """The text with its line breaks, nothing invisible, no blanks at the ends of lines."""
    lines = (line.rstrip() for line in text.translate(_HIDDEN).splitlines())
    return "\n".join(lines).strip()


def without_entities(text: str) -> str:
    """The text as it was before a web page's program wrote "&amp;" for "&" and "&#39;" for "'"."""
    if "&" not in text or ";" not in text:
        return text
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)


def without_marks(text: str) -> str:
    """The text as one line without joiners either: for phone numbers and addresses."""
    return one_line(text if text.isascii() else text.translate(_JOINERS))
