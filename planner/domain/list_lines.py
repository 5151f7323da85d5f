"""Lines of pasted lists: what heads them, what stands in brackets, and names within addresses."""

from __future__ import annotations

import re

from planner.domain.identity import folded, is_shared_mailbox, name_key, word_set

# What stands before a name in a list: a dash, a dot, a number, a box.
MARK = re.compile(r"^(?:[-–—*•·‣◦▪]+\s*|\(?\d{1,3}[.)]\s+|\[[ xX]?\]\s*)+")
COMMAS = ",\uff0c\u060c"  # as East Asians and Arabs write it as well
# "Tom Reyes (Fenwick Building Society)": what stands in brackets right behind a name.
_BRACKET = re.compile(
    rf"^([^()\[\]{COMMAS}\t|·]*[^()\[\]\s{COMMAS}\t|·])\s*[(\[]([^()\[\]]+)[)\]]"
    rf"((?:\s*(?:[{COMMAS}\t|·]|\s[-–—]\s).*)?)$"
)
# In brackets they tell what somebody was there, not where they work.
_ASIDES = word_set(
    "host guest speaker organiser organizer chair member visitor online virtual remote new tbc "
    "she her hers he him his they them theirs"
)
_SHORT_NAMES = word_set(
    "bob bill billy ted peggy dick jack hank chuck jim polly harry nell tom tony meg"
)
# A line of these words alone heads a list, or is the first row of a table.
_HEADING = word_set(
    "attendee attendees guest guests participant participants people name names member members "
    "delegate delegates speaker speakers visitor visitors host hosts organiser organisers "
    "organizer organizers list of the all our who came present apologies registered confirmed "
    "attending going company companies firm organisation organization email emails mail phone "
    "role title job first last surname and"
)
_LEAST_LETTERS = 2  # of each part of an address that holds a name: "j.smith" may be anybody


def named_by(email: str) -> str:
    """ "Priya Shah" for "priya.shah@…"; the address itself where it holds no name plainly."""
    local = email.partition("@")[0].partition("+")[0]
    parts = re.split(r"[._-]+", local.rstrip("0123456789"))
    plain = all(part.isalpha() and len(part) >= _LEAST_LETTERS for part in parts)
    office = any(is_shared_mailbox(part) for part in parts)
    if len(parts) in (2, 3) and plain and not office:
        return " ".join(part.capitalize() for part in parts)
    return email


def out_of_brackets(line: str) -> str:
    """The line with what stands in brackets after the name set off by a comma instead.

    A single word that is a short form of the name stays: "Ana Ferreira (Annie)" is called so.
    """
    if not (found := _BRACKET.match(line)):
        return line
    name, inside, rest = found.groups()
    words = folded(inside).split()
    if not words:
        return line
    if _ASIDES.issuperset(words):
        return f"{name}{rest}"
    if len(words) == 1 and _is_short_form(words[0], name_key(name)):
        return line
    return f"{name}, {inside}{rest}"


def _is_short_form(word: str, name: str) -> bool:
    begins = any(part[:2] == word[:2] for part in name.split())
    return begins or word in name or word in _SHORT_NAMES


def is_heading(line: str) -> bool:
    """Whether a line of a list names nobody, but says who follows: "Guests (12)", "Speakers:"."""
    line = MARK.sub("", line.strip())
    told = folded(line).replace("e mail", "email").split()
    words = [word for word in told if not word.isdecimal()]
    ends = line.rstrip("*_ ")
    return bool(words) and (ends.endswith((":", "\uff1a")) or _HEADING.issuperset(words))
