"""What the words of an ask look for, and what the words about somebody offer.

Notes are short and in any grammar: "A commercial landlord with a corner unit", "Somebody who
restores furniture", "Lets flats and small shop units". Of each only the telling words are taken:
the thing itself (its head), the words before it that narrow it, and the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from planner.domain.seeking_words import (
    APART,
    BRINGS,
    CROWD,
    DEALS,
    DOERS,
    ENDINGS,
    ENDS,
    GENERIC,
    JOINS,
    LEADS,
    LEAST_ROOT,
    NEEDING,
    NOT_DOERS,
    OWNERS,
    PROVIDERS,
    SAYS_WHO,
    TREATS,
    VAGUE,
)
from planner.domain.word_forms import folded, stem

_IT = re.compile(r"\bI\.?T\b\.?")  # in capitals it is a trade, not a pronoun
_COMPUTING = "computing"
_CLAUSE = re.compile(r"[.!?;:(\[–—\n]\s*|\s-\s")
_TOKEN = re.compile(r"\w+(?:['’]\w+)?|,|&|/|\+")
_NOT_TELLING = LEADS | VAGUE | ENDS | JOINS
_BINDING = frozenset({"who", "that", "for"})
LONGEST_TERM = 3  # words, as in synonyms.py


class Sought(NamedTuple):
    """One thing looked for: the telling words that name it, and those that speak for it."""

    phrase: tuple[str, ...]  # folded; the last names it, those before narrow it
    rest: frozenset[str]  # roots of what follows: "with a corner unit"
    bound: frozenset[str]  # of those, the stems of what it is for, or who does what
    doer: bool  # somebody of a trade, not a thing

    def terms(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What names it, the most words first, each beside the words that narrow it further."""
        return _terms(self.phrase)


class Offered(NamedTuple):
    """What somebody does, is or knows: roots of single words, and terms of up to three."""

    is_: frozenset[str]  # what they are, do or have
    made: frozenset[str]  # what somebody of such a trade brings about
    words: frozenset[str]  # roots of all that is told
    before: Mapping[str, str]  # the stem of the word before a single one: "solar" of "roof"


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """What the forms of a folded word share: "accountant", "accounts" and "accounting"."""
    if word in APART or len(word) <= LEAST_ROOT:
        return word
    plain = _singular(word)
    if plain in APART:
        return plain
    for ending, instead in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= LEAST_ROOT:
            left = word[: len(word) - len(ending)] + instead
            break
    else:
        left = word
    if len(left) > LEAST_ROOT and left[-1] == left[-2] and left[-1] not in "sl":
        left = left[:-1]  # letting: let
    if len(left) > LEAST_ROOT and left.endswith("e"):
        left = left[:-1]  # designs and lease: leas, as leasing is
    return left[:-1] + "y" if left.endswith("i") and len(left) > LEAST_ROOT else left


@lru_cache(maxsize=10_000)
def sought(text: str) -> tuple[Sought, ...]:
    """The things that a text looks for, any of which would do; none where no word tells."""
    found = []
    for phrase, rest in _alternatives(_tokens(_first_clause(text))):
        words = [word for word in phrase if word not in VAGUE and word not in LEADS]
        if not words or (_is(words[-1], GENERIC) and len(words) == 1):
            continue
        head = words[-1]
        if len(words) == 1 and head in DEALS:
            continue  # to sell in farm shops
        doer = (head not in NOT_DOERS or rest[:1] == ["who"]) and _singular(head).endswith(DOERS)
        told = frozenset(root(word) for word in rest if word not in _NOT_TELLING)
        bound = rest[1:] if rest[:1] and rest[0] in _BINDING else []
        stems = frozenset(stem(word) for word in bound if word not in _NOT_TELLING)
        found.append(Sought(tuple(words), told, stems, doer))
    return tuple(dict.fromkeys(found))


def offered(text: str) -> Offered:
    """What a text about somebody's work offers."""
    is_: set[str] = set()
    made: set[str] = set()
    words: set[str] = set()
    before: dict[str, str] = {}
    for part in _parts(text):
        words.update(root(word) for word in part if word not in _NOT_TELLING)
        first, last = part[0], part[-1]
        alone = len(part) == 1
        maker = not alone and (_is(last, PROVIDERS) or _is(last, GENERIC))
        if not alone and first in TREATS | BRINGS and not (maker and first.endswith("ing")):
            is_.update((root(first), stem(first)))
            if first in BRINGS:
                made |= _named(part[1:])
        elif _is(last, OWNERS):
            is_.update(term for term in _named(part) if " " in term)
        else:
            is_ |= _named(part)
            if not alone:
                before |= dict.fromkeys((root(last), stem(last)), stem(part[-2]))
            if maker:
                made |= _named(part[:-1])
    return Offered(frozenset(is_), frozenset(is_ | made), frozenset(words), before)


def _named(part: list[str]) -> set[str]:
    """The root of what a few words name, and the terms that name it."""
    lengths = range(1, min(LONGEST_TERM, len(part)) + 1)
    return {root(part[-1]), *(_term(part[-n:]) for n in lengths)}


@lru_cache(maxsize=10_000)
def _terms(phrase: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    lengths = range(min(LONGEST_TERM, len(phrase)), 0, -1)
    return tuple((_term(phrase[-n:]), phrase[:-n]) for n in lengths)


def _term(words: Sequence[str]) -> str:
    return " ".join("it" if word == _COMPUTING else stem(word) for word in words)


def whom(text: str) -> str:
    """Of what somebody does, for whom: what follows "for"."""
    return re.split(r"\bfor\b", text, maxsplit=1, flags=re.IGNORECASE)[1:][0] if _for(text) else ""


def without_whom(text: str) -> str:
    """Of what somebody does, all before "for"."""
    return re.split(r"\bfor\b", text, maxsplit=1, flags=re.IGNORECASE)[0] if _for(text) else text


def telling_words(text: str) -> tuple[str, ...]:
    """The words of a text that tell something, folded, each once."""
    tokens = [word for word in _tokens(text) if word[0].isalnum()]
    return tuple(dict.fromkeys(word for word in tokens if word not in _NOT_TELLING))


def _for(text: str) -> bool:
    return re.search(r"\w\s+for\b", text, re.IGNORECASE) is not None


def _first_clause(text: str) -> str:
    parts = [part for part in _CLAUSE.split(text.strip()) if part.strip()]
    return parts[0] if parts else ""


def _tokens(text: str) -> list[str]:
    plain = folded(_IT.sub(_COMPUTING, text)).replace("-", " ")
    return [token.split("'")[0].split("’")[0] for token in _TOKEN.findall(plain)]


def _alternatives(tokens: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Each thing that may be meant, as its phrase, beside the words that follow all of them."""
    at = 0
    while at < len(tokens) and tokens[at] in LEADS | VAGUE:
        if _is_customers(tokens[at:]):
            return
        at += 1
    phrases: list[list[str]] = [[]]
    end = at
    for end in range(at, len(tokens)):
        token = tokens[end]
        if token in JOINS or token in {",", "/", "&"}:
            if phrases[-1]:
                phrases.append([])
        elif token in ENDS and phrases[-1]:
            if token == "of" and _is(phrases[-1][-1], GENERIC):
                continue
            break
        elif token not in ENDS:
            phrases[-1].append(token)
    else:
        end = len(tokens)
    phrases = [phrase for phrase in phrases if phrase]
    rest = [token for token in tokens[end:] if token[0].isalnum()]
    *before, last = phrases or [[]]
    for phrase in before:
        plural = phrase[-1].endswith("s") or phrase[0] in {"a", "an", "the"}
        if plural or (phrase[-1].endswith(DOERS) and phrase[-1] not in NOT_DOERS):
            yield phrase, rest
        else:  # a German and English translator: both belong to what comes last
            last = [*phrase, *last]
    if last:
        yield last, rest


def _is_customers(tokens: list[str]) -> bool:
    """Whether what follows tells of those who need something, as "firms that …" do."""
    first, *then = tokens
    if _is(first, CROWD) or first == "people":
        return bool(then) and then[0] in ENDS
    return first in SAYS_WHO and bool(then) and then[0] in NEEDING


def _parts(text: str) -> Iterator[list[str]]:
    """The parts of a description that can be had, without what follows with, in, of and so on."""
    part: list[str] = []
    within = True
    for token in [*_tokens(text), ","]:
        if token in {",", "/", "&"} or token in JOINS:
            if part:
                yield part
            part, within = [], within or token == ","
        elif token in ENDS:
            within = within and not part
        elif within and (token not in _NOT_TELLING or token in BRINGS | TREATS):
            part.append(token)


def _is(word: str, words: frozenset[str]) -> bool:
    return word in words or _singular(word) in words


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word
