"""Files that hold no contacts the program can read, named for what they are."""

from __future__ import annotations

import re

from planner.contacts.text import plain_bytes

_SHEET = "This is a spreadsheet; save it as CSV (comma-separated) first and import that."
_PICTURE = "This is a picture; contacts come as vCard (.vcf) or CSV."
_PACKED = "This archive cannot be opened here; unpack it and import the contact file in it."
_DATABASE = "This is a program's own database; export the contacts from it as vCard or CSV."
_DOCUMENT = "This is a document, not a list of contacts; contacts come as vCard (.vcf) or CSV."
_SOUND = "This is a recording or film; contacts come as vCard (.vcf) or CSV."

# First bytes of files, with the place where they stand.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "This is a PDF document; export the contacts as vCard (.vcf) or CSV instead."),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"\xd0\xcf\x11\xe0", "This is an old Excel or Office file; save it as CSV first."),
    (b"\x09\x08", _SHEET),
    (b"\x1f\x8b", _PACKED),
    (b"7z\xbc\xaf", _PACKED),
    (b"Rar!", _PACKED),
    (b"BZh", _PACKED),
    (b"\xfd7zXZ", _PACKED),
    (b"SQLite format 3\0", _DATABASE),
    (b"!BDN", "This is an Outlook data file (.pst); export the contacts from Outlook as CSV."),
    (b"// <!-- <mdb:mork", _DATABASE),
    (b"bplist00", _DATABASE),
    (b"{\\rtf", _DOCUMENT),
    (b"ID3", _SOUND),
    (b"OggS", _SOUND),
    (b"\x1aE\xdf\xa3", _SOUND),
    (b"MZ", "This is a program, not a list of contacts."),
    (b"\x7fELF", "This is a program, not a list of contacts."),
)
_RIFF = {b"WEBP": _PICTURE, b"WAVE": _SOUND, b"AVI ": _SOUND}
_HEIC = (b"heic", b"heix", b"mif1", b"avif")

_LDIF = re.compile(r"^(?:#[^\n]*\n|version:\s*1\s*\n|\s*\n)*dn::?\s*\S", re.IGNORECASE)
_MAIL = re.compile(r"^(?:From \S+ .*\d{4}\s*$|(?:Return-Path|Received|Delivered-To|Message-ID):)")
_JSON = re.compile(r'^(?:\{\s*(?:"|\})|\[\s*(?:\{|\[|"|\]))')
_MARKUP = re.compile(r"^<(?:!doctype|!--|\?xml|[a-z])", re.IGNORECASE)
_WEB = re.compile(r"<(?:!doctype html|html|head|body|table|div|p|tr|span|meta|script)\b")
_SCRIPT = re.compile(
    r"^(?:--[^\n]*\n|/\*.{0,2000}?\*/|\s|PRAGMA [^\n]*\n|BEGIN TRANSACTION;)*"
    r"(?:INSERT INTO|CREATE TABLE|CREATE DATABASE|DROP TABLE|REPLACE INTO)\s",
    re.IGNORECASE | re.DOTALL,
)
_PROBE = 8192
_MOST_CONTROLS = 0.02  # the part of a text that may be control characters


def binary_kind(data: bytes) -> str:
    """What a file is that is no text, and what to do; "" for everything else."""
    if not data:
        return "The file is empty."
    for start, what in _MAGIC:
        # Text can begin with "BZh" or "MZ" too, but then it holds no bytes that text has not.
        wordlike = start.isascii() and len(start) < 4
        if data.startswith(start) and (not wordlike or _is_binary(data)):
            return what
    if data[:4] == b"RIFF":
        return _RIFF.get(data[8:12], _SOUND)
    if data[4:8] == b"ftyp":
        return _PICTURE if data[8:12] in _HEIC else _SOUND
    if data[:2] == b"BM" and _is_binary(data):
        return _PICTURE
    return ""


def text_kind(data: bytes) -> str:
    """What a text is that holds no contacts, and what to do; "" for what may be CSV."""
    head = plain_bytes(data[:_PROBE]).decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if not head and not plain_bytes(data).strip():
        return "The file is empty."
    if head[:15].casefold() == "begin:vcalendar":
        return (
            "This is a calendar file, not contacts: “Open a calendar file…” in the menu reads it, "
            "or “open” in the terminal."
        )
    if _LDIF.match(head):
        return "This is an LDIF file; export the address book as vCard (.vcf) or CSV instead."
    if _JSON.match(head):
        return "This is a JSON file; export the contacts as vCard (.vcf) or CSV instead."
    if _MARKUP.match(head):
        return _named_markup(head.casefold())
    if _SCRIPT.match(head):
        return (
            "This is a database script (SQL); export the contacts as vCard (.vcf) or CSV instead."
        )
    if _MAIL.match(head):
        return "This is an e-mail; save the contact file attached to it and import that."
    if _is_binary(data):
        return "This is not a text file; contacts come as vCard (.vcf) or CSV."
    return ""


def _named_markup(head: str) -> str:
    if _WEB.search(head):
        return (
            "This is a web page (HTML), perhaps a sign-in page saved in place of the file; "
            "download the contact file again, or save the table in it as CSV."
        )
    if "<workbook" in head or "urn:schemas-microsoft-com:office" in head:
        return _SHEET
    if "<svg" in head:
        return _PICTURE
    return "This is an XML file; export the contacts as vCard (.vcf) or CSV instead."


def _is_binary(data: bytes) -> bool:
    probe = plain_bytes(data[:_PROBE])
    controls = sum(byte < 9 or (13 < byte < 32 and byte != 27) for byte in probe)
    # NULs alone are forgiven: broken programs strew them into text.
    return controls > max(1, len(probe) * _MOST_CONTROLS)
