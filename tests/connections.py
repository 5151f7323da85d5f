"""Contact files as large as asked for, of invented people, the same every time."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def linkedin_file(path: Path, rows: int) -> Path:
    """LinkedIn's connections; as in true files, one in ten shows an e-mail address."""
    return linkedin_rows(path, range(rows))


def linkedin_rows(path: Path, numbers: Iterable[int]) -> Path:
    """The people of these numbers, each always the same."""
    text = "".join(
        f"Nora{n % 613},Newcomer-{n // 3},https://www.linkedin.com/in/newcomer-{n},"
        f"{f'nora{n}@new.example' if n % 10 == 0 else ''},"
        f'"Company {n % 700}, Inc.",Head of Things {n % 90},{n % 28 + 1:02} Mar 2024\n'
        for n in numbers
    )
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def vcard_file(path: Path, cards: int) -> Path:
    """An address book as a phone writes it: everybody with a number and an e-mail address."""
    text = "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Newcomer-{n // 3};Nora{n % 613};;;\r\n"
        f"FN:Nora{n % 613} Newcomer-{n // 3}\r\nORG:Company {n % 700}\r\n"
        f"TEL;TYPE=CELL:+44 7700 {900_000 + n:06}\r\nEMAIL;TYPE=INTERNET:nora{n}@new.example\r\n"
        f"NOTE:Met at breakfast {n % 90}\r\nEND:VCARD\r\n"
        for n in range(cards)
    )
    path.write_text(text, encoding="utf-8")
    return path
