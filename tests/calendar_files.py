"""Calendar files as other programs write them, for tests that need the user to be taken."""

from __future__ import annotations

import os
from pathlib import Path

AN_HOUR_AGO = 3600.0


def event(summary: str = "Dentist", at: str = "20261124T090000Z", until: str = "") -> str:
    """One event; `at` is as the file has it, an hour long unless `until` says else."""
    ends = f"DTEND:{until}" if until else "DURATION:PT1H"
    lines = (f"UID:{summary}@work.example", "DTSTAMP:20260101T000000Z", f"DTSTART:{at}", ends)
    return "\r\n".join(("BEGIN:VEVENT", *lines, f"SUMMARY:{summary}", "END:VEVENT", ""))


def calendar(*events: str) -> str:
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//Program//EN\r\n"
    return head + "".join(events) + "END:VCALENDAR\r\n"


def write(path: Path, *events: str, seconds_ago: float = AN_HOUR_AGO) -> Path:
    """A calendar file, last written some time ago by the machine's clock."""
    return write_text(path, calendar(*events), seconds_ago)


def write_text(path: Path, text: str, seconds_ago: float = AN_HOUR_AGO) -> Path:
    path.write_bytes(text.encode())
    written = path.stat().st_mtime - seconds_ago
    os.utime(path, (written, written))
    return path
