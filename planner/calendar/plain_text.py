"""Text and addresses made safe for a calendar file: no value can end its line or add another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

# All that `str.split` takes for white space besides blanks and tab: the separators of records
# and units (\x1c to \x1f) part words as well.
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
# Control characters but tab and line feed, halves of surrogate pairs, and non-characters.
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ADDRESS = re.compile(
    r"""[^\s@<>()\[\],;:\\"\x00-\x1f\x7f]+@[^\s@<>()\[\],;:\\"/?&=#%\x00-\x1f\x7f]+"""
)
_AS_IS_IN_MAILTO = "@!$&'*+-/=._~"  # RFC 6068; a "?" would begin further header fields


def lines(text: str) -> str:
    """The text with every kind of line break as a line feed, without control characters."""
    return _UNWRITABLE.sub("", _BREAKS.sub("\n", text)).strip()


def one_line(text: str) -> str:
    """The text on one line, each run of white space as one space."""
    return " ".join(lines(text).split())


def display_name(text: str) -> str:
    """A name for a quoted CN, without what some reader takes for an escape or a closing quote.

    The caret is RFC 6868's escape, the backslash one to readers that go by TEXT.
    """
    return one_line(text.replace("^", "").replace("\\", "/").replace('"', "'"))


def mailto(email: str) -> str | None:
    """The address as a `mailto:` URI; None when it is not one plain address."""
    email = email.strip()
    if not _ADDRESS.fullmatch(email):
        return None
    local, _, domain = email.rpartition("@")
    if not domain.isascii():
        try:
            domain = domain.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    try:
        return f"mailto:{quote(local, safe=_AS_IS_IN_MAILTO)}@{domain}"
    except UnicodeEncodeError:  # half a surrogate pair
        return None


def first_mailto(emails: Iterable[str]) -> str | None:
    """The first of the addresses that can be written, as a `mailto:` URI."""
    return next((found for found in map(mailto, emails) if found), None)
