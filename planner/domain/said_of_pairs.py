"""What one looks for and what the other does, as words that fit into a sentence about them.

Notes are in any grammar; each is taken to the end of its first clause, shortened, and given with
the frame it fits: "a commercial landlord" is looked for, "lets shop units" follows a name.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from planner.domain.pairs import Known, Source, Trait, Want
from planner.domain.seeking import whom
from planner.domain.seeking_words import BRINGS, DOERS, KEPT_CAPITAL, NOT_DOERS, TITLES, TREATS
from planner.domain.shortening import shorten
from planner.domain.vocabulary import VERBS

WORDS = 12  # of a note that are said; the rest is read on its person's page

_I = re.compile(r"I\b")  # "I", "I'm", "I’ve"
_LEAD = re.compile(
    r"^(?:(?:i|we|she|he|they)(?:'m|’m|'s|’s|'re|’re| am| is| are)?\s+)?(?:(?:is|are)\s+)?"
    r"(?:(?:still|really|always|currently|now|just|urgently)\s+)*"
    r"(?:(?:looks?|looking|searching|search)\s+(?:for|to\s+(?:find|hire|meet|rent|buy|talk to))|"
    r"(?:needs?|wants?|seeks?|seeking)(?:\s+to\s+(?:find|hire|meet))?|"
    r"(?:would|'d)\s+(?:like|love)(?:\s+to\s+(?:find|hire|meet))?|"
    r"(?:to\s+)?(?:find|finding|hire|hiring|meet|meeting)|"
    r"(?:an?\s+)?(?:introductions?|intros?)\s+to)\s+(?=\w)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;:!?\n(\[–—](?:\s|$|\w)|\s[-|•·]\s")
_WHO = re.compile(
    r"^(?:i|we|she|he|they)(?:\s+(is|are|am)|['’](?:s|m|re))?\s+(?=\w)", re.IGNORECASE
)
_ROLE_ENDS = re.compile(r"\s+(?:of|for|at|and|in)\s|\s*[,&/]\s*")
_SAID_AS_AN = frozenset("AEFHILMNORSX")  # letters whose names begin with a vowel: an HR director
_SAID_AS_A = ("uni", "use", "euro", "one")  # a university lecturer
_ONLY_ONE = frozenset(("head", "chair", "president", "ceo", "cfo", "cto", "coo", "md"))
_NATIONS = ("ish", "ese")
_AFTER_A_THING = frozenset(("of", "for", "in", "on", "with", "and", "or", "&", "to", "at", "from"))
# How words end that are no verbs though they end in s: business, logistics, sports, accounts.
_NOUN_ENDS = ("ss", "ics", "us", "is", "ings", "ents", "ions", "ports", "ounts", "tems", "news")
_NO_VERBS = frozenset(("sales", "arts", "crafts", "goods", "parts", "homes", "wines"))
_VERBS_TOO = frozenset(("works", "invests", "deals", "specialises", "specializes", "cares"))
# A worry told as a sentence, "the roof is leaking", unless it tells of somebody who is so.
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|takes|costs|needs|leaks|cannot|\w+n['’]t)\b",
    re.IGNORECASE,
)
_LIKE = re.compile(r"\b(?:who|that|which)\b", re.IGNORECASE)
# Verbs that an ask begins with, where something follows that they are done to.
_ASKED_FOR = frozenset(("rent", "let", "fix", "repair", "insure", "translate", "redesign", "lease"))
_OBJECTS = frozenset(("a", "an", "the", "my", "our", "her", "his", "their", "to", "into", "more"))


class Frame(StrEnum):
    """How words are said of somebody; the window has the sentence for each."""

    LOOKS_FOR = "looks_for"  # Ana is looking for | a commercial landlord
    WANTS_TO = "wants_to"  # Maya wants to | launch a podcast
    WOULD_LIKE = "would_like"  # Ana would like | a second shop
    STRUGGLES = "struggles"  # Grace struggles with | finding volunteers
    WORRIES = "worries"  # Moss has a worry: | the roof is leaking
    ACTS = "acts"  # Rob | lets shop units
    DOES = "does"  # Ben does | websites for trades
    IS_A = "is_a"  # Rob is | a letting agent
    GOOD_AT = "good_at"  # Daniel is good at | finding damp
    KNOWS = "knows"  # Jonas knows | three architects
    SERVES = "serves"  # Mona works for | accountants
    IS_AT = "is_at"  # Rob is with | Kane Lettings


class Said(NamedTuple):
    """Words and the frame they fit into."""

    frame: Frame
    words: str


def said_of_want(want: Want) -> Said:
    """What somebody looks for, in their words."""
    text = _clause(want.text)
    if want.source is Source.CHALLENGE:
        whole = _SENTENCE.search(text) is not None and _LIKE.search(text) is None
        return Said(Frame.WORRIES if whole else Frame.STRUGGLES, in_sentence(text))
    if want.source is Source.GOAL:
        plain = re.sub(r"^to\s+(?=\w)", "", text, flags=re.IGNORECASE)
        wants_to = plain != text or plain.split(" ")[0].lower() in VERBS
        return Said(Frame.WANTS_TO if wants_to else Frame.WOULD_LIKE, in_sentence(plain))
    text = _LEAD.sub("", text)
    first, second = [*text.lower().split(" "), "", ""][:2]
    acts = first in VERBS | _ASKED_FOR and second in _OBJECTS
    return Said(Frame.WANTS_TO if acts else Frame.LOOKS_FOR, in_sentence(text))


def said_of_known(known: Known) -> Said:
    """What the other does, is or knows, in their words."""
    text = _clause(known.text)
    is_ = _WHO.match(text)
    text = re.sub(r"^does\s+(?=\w)", "", _WHO.sub("", text), flags=re.IGNORECASE)
    if is_ is not None and re.match(r"an?\s", text, re.IGNORECASE):
        return Said(Frame.IS_A, in_sentence(text))
    first = text.split(" ")[0].lower() if text else ""
    match known.trait:
        case Trait.ROLE:
            last = re.sub(r"\W+$", "", _ROLE_ENDS.split(text)[0]).split(" ")[-1].lower()
            doer = last.endswith((*DOERS, "agent")) and last not in NOT_DOERS
            if doer or last in TITLES:
                return Said(Frame.IS_A, _is_a(text))
            return Said(Frame.DOES, in_sentence(text))
        case Trait.COMPANY:
            return Said(Frame.IS_AT, shorten(text, WORDS))
        case Trait.SKILL:
            return Said(Frame.GOOD_AT, in_sentence(text))
        case Trait.NETWORK:
            return Said(Frame.KNOWS, in_sentence(text))
        case Trait.FOR_WHOM:
            return Said(Frame.SERVES, in_sentence(whom(text) or text))
    if _ROLE_ENDS.split(text)[0].split(" ")[-1].lower() in TITLES:
        return Said(Frame.IS_A, _is_a(text))
    acts = first in BRINGS | TREATS or (first.removesuffix("s") in VERBS and first.endswith("s"))
    acts = acts or (first.removesuffix("es") in VERBS and first.endswith("es"))
    acts = acts or first in _VERBS_TOO
    second = text.lower().split(" ")[1:2]
    acts = acts and second != ["of"]  # "Photographs of glass" are things
    acts = acts or (  # "Saws oak", not "Logos for clinics"
        first.endswith("s")
        and first not in _NO_VERBS
        and not first.endswith(_NOUN_ENDS)
        and second != []
        and not _AFTER_A_THING.intersection(second)
    )
    return Said(Frame.ACTS if acts and not first.endswith("ing") else Frame.DOES, in_sentence(text))


def _is_a(text: str) -> str:
    """Such as "an HR director", "a university lecturer", "head of marketing"."""
    first = text.split(" ")[0]
    low = first.lower()
    if low in _ONLY_ONE:
        return in_sentence(text)
    vowel = low[:1] in tuple("aeiou") and not low.startswith(_SAID_AS_A)
    if first.isupper() and len(first) > 1:
        vowel = first[0] in _SAID_AS_AN
    return f"{'an' if vowel else 'a'} {in_sentence(text)}"


def _clause(text: str) -> str:
    """The first clause of a note, on one line."""
    line = " ".join(text.split())
    return _CLAUSE_END.split(line)[0].strip(" ,.;:!?-") or line


def in_sentence(text: str) -> str:
    """Words as they stand within a sentence: shortened, and without a capital that began one."""
    short = shorten(text.strip(), WORDS)
    first, _, rest = short.partition(" ")
    low = first.lower()
    plain = first.isascii() and first[1:] == low[1:]  # "Büro" keeps its capital
    ordinary = plain and low not in KEPT_CAPITAL and not low.endswith(_NATIONS)
    ordinary = ordinary and _I.match(first) is None
    return f"{low if ordinary or first == 'A' else first}{' ' if rest else ''}{rest}"
