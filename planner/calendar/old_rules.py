"""Recurrence rules of vCalendar 1.0, such as `W2 MO WE #10` or `MP1 1+ TU 20261231T000000`."""

from __future__ import annotations

import re

from planner.calendar.recurrence_rule import WEEKDAYS, Rule, RuleError, from_text

_START = re.compile(r"(D|W|MP|MD|YM|YD)(\d{1,4})\s*(.*)", re.I | re.S)
_FREQUENCY = {
    "D": "DAILY",
    "W": "WEEKLY",
    "MP": "MONTHLY",
    "MD": "MONTHLY",
    "YM": "YEARLY",
    "YD": "YEARLY",
}
_TIMES_UNSAID = 2  # vCalendar 1.0: without a number or an end it happens twice


def looks_old(text: str) -> bool:
    """Whether a rule is written as vCalendar 1.0 does."""
    return "=" not in text and _START.match(text.strip()) is not None


def from_old_text(text: str) -> Rule:
    """The rule in today's form; RuleError for what cannot be said in it."""
    match = _START.match(text.strip())
    if match is None:
        raise RuleError(f"“{text[:40]}” is no rule.")
    kind, listed, which = match[1].upper(), list[str](), list[str]()
    end = f";COUNT={_TIMES_UNSAID}"
    for word in match[3].upper().split():
        if re.fullmatch(r"#\d{1,6}", word):
            end = f";COUNT={word[1:]}" if int(word[1:]) else ""
        elif re.fullmatch(r"\d{8}(T\d{4,6}Z?)?", word):
            end = f";UNTIL={word}"
        elif re.fullmatch(r"\d[+-]", word):
            which.append(word[1].replace("+", "") + word[0])
        elif word in WEEKDAYS:
            listed += [f"{each}{word}" for each in which] if kind == "MP" else [word]
        elif word == "LD":
            listed.append("-1")
        elif re.fullmatch(r"\d{1,3}[+-]?", word) and kind in ("MD", "YM", "YD"):
            listed.append("-" + word[:-1] if word.endswith("-") else word.rstrip("+"))
        elif re.fullmatch(r"\d{4}", word) and kind in ("D", "W", "MP"):
            continue  # the time of day, which the start says too
        else:
            raise RuleError(f"“{word[:20]}” in its rule means nothing.")
    part = {"W": "BYDAY", "MP": "BYDAY", "MD": "BYMONTHDAY", "YM": "BYMONTH", "YD": "BYYEARDAY"}
    by = f";{part[kind]}={','.join(listed)}" if listed and kind in part else ""
    return from_text(f"FREQ={_FREQUENCY[kind]};INTERVAL={int(match[2])}{by}{end}")
