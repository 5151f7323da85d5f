"""How alike two names are: the same, shorter, a nickname, a slip of the pen, or none of these."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from planner.domain.identity import folded, name_key, word_set

# A word this long may hold one slip; twice as long, two.
_SLIP = 4
MOST_SLIPS = 2

# Born later, not called otherwise: father and son are two people.
_GENERATIONS = word_set("jr junior sr senior ii iii iv")
_GENERATION = {"junior": "jr", "senior": "sr"}
# Two ways to write one letter: "Müller" without its dots is "Muller" to one, "Mueller" to others.
_TWO_FOR_ONE = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_OPEN_ENDS = frozenset("aeioy")


@dataclass(frozen=True, slots=True)
class Spellings:
    """How a name may be written otherwise.

    `apart` counts the letters to put in, leave out, change or swap to make one word the other; any
    larger number will do for more than MOST_SLIPS. `groups` has the numbers of the groups of forms
    that a first name, folded, is in.
    """

    apart: Callable[[str, str], int]
    groups: Mapping[str, frozenset[int]]

    def roots(self, first_name: str) -> frozenset[int]:
        """The names a first name is a form of, as numbers; none when it is not known."""
        return self.groups.get(first_name, frozenset())


class NameLikeness(Enum):
    """What one name is to another."""

    SAME = auto()
    LONGER = auto()
    NICKNAME = auto()
    NEAR = auto()
    PART = auto()
    FIRST_ALONE = auto()  # the first name is the same, as after a wedding
    UNSAID = auto()  # one has no name, or they are in different scripts
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart for comparing."""

    words: tuple[str, ...]  # first name first, without titles
    plain: str  # all in one, one letter for "ue": "annemarie muller" has two spellings more
    generation: str = ""

    @property
    def first(self) -> str:
        return self.words[0] if self.words else ""

    @property
    def last(self) -> str:
        return self.words[-1] if self.words else ""

    @property
    def short(self) -> bool:
        """Whether it is less than a first and a last name: "Maya", "J. Smith"."""
        return len(self.words) < 2 or len(self.words[0]) == 1 or len(self.words[-1]) == 1


def taken_apart(name: str) -> Name:
    """A name for comparing; "Okafor, Maya" is "Maya Okafor"."""
    words = _in_order(name).split()
    ages = [word for word in words[1:] if word in _GENERATIONS]
    if ages and len(words) > 2:
        words = [words[0], *(word for word in words[1:] if word not in _GENERATIONS)]
    plain = "".join(words)
    for two, one in _TWO_FOR_ONE:
        plain = plain.replace(two, one)
    generation = _GENERATION.get(ages[0], ages[0]) if ages else ""
    return Name(tuple(words), plain, generation)


def _in_order(name: str) -> str:
    """The name's words as compared, with what stands before a comma last."""
    before, comma, after = name.partition(",")
    if comma and "," not in after and after.strip() and len(before.split()) <= 3:
        said = folded(after).split()
        # "Okafor, PhD" and "Smith, Jr." go on with a title, not with a first name.
        if said and name_key(f"x {after}") != "x" and not set(said) <= _GENERATIONS:
            return name_key(f"{after} {before}")
    return name_key(name)


def compared(one: Name, other: Name, spellings: Spellings) -> NameLikeness:
    """What two names are to each other."""
    if not one.words or not other.words or _scripts_differ(one, other):
        return NameLikeness.UNSAID
    if one.generation and other.generation and one.generation != other.generation:
        return NameLikeness.OTHER
    if one.plain == other.plain or (
        len(one.words) == len(other.words) and sorted(one.words) == sorted(other.words)
    ):
        return NameLikeness.SAME
    fewer, more = sorted((one, other), key=lambda name: len(name.words))
    ours, theirs = list(fewer.words), list(more.words)
    whole = _take_alike(ours, theirs)
    _take_initials(ours, theirs)
    if not ours:
        return _contained(fewer, more, whole)
    if len(ours) > 1:
        return NameLikeness.OTHER
    return _one_word_apart(one, other, ours[0], theirs, whole, spellings)


def _take_alike(ours: list[str], theirs: list[str]) -> int:
    """Takes out the words both have; returns how many of those are no mere initials."""
    whole = 0
    for word in list(ours):
        if word in theirs:
            ours.remove(word)
            theirs.remove(word)
            whole += len(word) > 1
    return whole


def _take_initials(ours: list[str], theirs: list[str]) -> None:
    """Takes out each initial with a word that it may stand for."""
    for word in list(ours):
        stands = (
            w for w in theirs if w[0] == word[0] and 1 in (len(w), len(word)) and word.isalpha()
        )
        found = next(stands, None)
        if found is not None:
            ours.remove(word)
            theirs.remove(found)


def _contained(fewer: Name, more: Name, whole: int) -> NameLikeness:
    """The one name is all in the other."""
    if not whole:
        return NameLikeness.OTHER  # initials alone
    if fewer.short or more.short or whole < 2:
        return NameLikeness.PART
    ends = fewer.first == more.first and fewer.last == more.last
    return NameLikeness.LONGER if ends else NameLikeness.PART


def _one_word_apart(
    one: Name, other: Name, word: str, left: list[str], whole: int, spellings: Spellings
) -> NameLikeness:
    """All but one word of the shorter name is in the longer, which has `left` for it."""
    if not left or not whole:
        return NameLikeness.OTHER
    firsts = {one.first, other.first}
    for match in left:
        if {word, match} == firsts and spellings.roots(word) & spellings.roots(match):
            return NameLikeness.NICKNAME if len(left) == 1 else NameLikeness.PART
    if len(left) == 1 and _slipped(word, left[0], {word, left[0]} == firsts, spellings):
        return NameLikeness.NEAR
    same_first = one.first == other.first and len(one.first) > 1
    return NameLikeness.FIRST_ALONE if same_first else NameLikeness.OTHER


def _slipped(word: str, other: str, is_first: bool, spellings: Spellings) -> bool:
    """Whether one word may be the other with a slip of the pen."""
    shorter = min(len(word), len(other))
    if shorter < _SLIP or abs(len(word) - len(other)) > 2:
        return False
    if not (word.isalpha() and other.isalpha()):
        return False  # "Stand 1204" is not "Stand 1205"
    if is_first and _two_first_names(word, other, spellings):
        return False
    return spellings.apart(word, other) <= (MOST_SLIPS if shorter >= 2 * _SLIP else 1)


def _two_first_names(word: str, other: str, spellings: Spellings) -> bool:
    """Whether two first names a letter apart are names in their own right: Maria and Mario."""
    if spellings.roots(word) and spellings.roots(other):
        return True
    if word[:-1] == other[:-1]:
        return word[-1] in _OPEN_ENDS or other[-1] in _OPEN_ENDS
    longer, shorter = sorted((word, other), key=len, reverse=True)
    return longer[:-1] == shorter and longer[-1] in _OPEN_ENDS


def _scripts_differ(one: Name, other: Name) -> bool:
    return one.plain.isascii() != other.plain.isascii() and not (set(one.words) & set(other.words))
