"""Notes about a person turned into words said to that person.

Notes are typed in haste and in any grammar: "Loves sailing", "to open a second shop", "Introduce
her to Tom". Each function gives words that fit into a sentence, or None where a natural sentence
is not certain; the caller then says something general instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from planner.domain.vocabulary import (
    AFTER_PERSON,
    COMMON,
    COUNTED,
    DETERMINERS,
    DOUBLED,
    GIVING,
    HEAD_ENDS,
    OCCASIONS,
    ORDINARY,
    OWED,
    PAST,
    PREPOSITIONS,
    PROMISE_VERBS,
    UNCOUNTED,
    VERBS,
    WITHOUT_ARTICLE,
)

_MOST_WORDS, _MOST_LETTERS = 9, 70  # longer notes are stories, not topics

# What comes before the thing itself: "She is really into jazz" is about jazz.
_LEAD = re.compile(
    r"(?:(?:she|he|they)(?:'s|'re|’s|’re)?\s+)?(?:(?:is|are)\s+)?(?:really\s+|very\s+|still\s+)?"
    r"(?:(?:loves?|likes?|enjoys?|into|interested in|keen on|fond of|passionate about|proud of|"
    r"crazy about|(?:a\s+)?(?:big\s+|huge\s+)?fan of|struggles? with|worried about)\s+)?",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"(?:(?:she|he|they)\s+)?(?:(?:wants?|hopes?|plans?|aims?|intends?|tries|trying|hoping|struggles?|"
    r"planning|aiming|would like|would love|looking)\s+)?to\s+(?=[a-z])",
    re.IGNORECASE,
)
_UNSAYABLE = re.compile(
    r"\b(?:she|he|they|them|i|i'm|me|my|mine|we|us|our|it's|its|not|no|never|don't|doesn't|"
    r"can't|won't|hates?|dislikes?|avoids?|owes?|is|are|was|were|has|had|have|does|did|will|"
    r"should|must|needs?|said|says|thinks?|feels?|maybe|perhaps|todo|tbc)\b|[@/<>{}|*#=_\\]|\d{5}",
    re.IGNORECASE,
)
# What begins a question or an aside, and so is no topic: "Why firms fold", "If the lease ends".
_ASKS = frozenset(
    {"why", "how", "what", "when", "where", "who", "whom", "whose", "which", "whether", "if",
     "because", "since", "until", "while", "nobody", "everybody", "somebody", "people"}
)  # fmt: skip
_LATELY = frozenset({"finally", "just", "recently", "already"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_ORDINARY_ENDS = ("ing", "tion", "ment", "ness", "ship", "ball", "ism", "ology", "graphy")

_ORIGIN_ENDS = ("ian", "ish", "ese", "can", "man", "ch", "eek", "lsh", "'s", "’s")
_CLAUSE_END = re.compile(r"[.;:?!(\[–—](?:\s|$|\w)|\s-\s|,\s(?:and|but|so|which|who)\b")


def topic(note: str, first_name: str = "") -> str | None:
    """A note as something to talk of: "sailing", "opening a second shop", "the Leeds marathon"."""
    text = _clause(note, first_name)
    text = _LEAD.sub("", _AIM.sub("", text, count=1) if _AIM.match(text) else text, count=1)
    words = _to_you(text.split(), first_name)
    if not _sayable(words) or words[0].lower() in _ASKS or _is_past(words[0]):
        return None
    if words[0].lower() in _LATELY or any(word.lower() in PAST for word in words[1:]):
        return None  # a story: "daughter got into Leeds"
    if len(words) > 1:
        words[0] = _gerund(words[0])
    words[0] = _uncapitalised(words[0], words[-1])
    return " ".join(["the", *words] if _wants_article(words) else words)


def feat(note: str, first_name: str = "") -> str | None:
    """Something achieved, to follow "that you": "won the regional award"; None otherwise."""
    text = re.sub(r"^(?:she|he|they)\s+", "", _clause(note, first_name), flags=re.IGNORECASE)
    words = _to_you(text.split(), first_name)
    if words and words[0].lower() in _LATELY:
        words = words[1:]
    if not _sayable(words) or len(words) < 2:
        return None
    return " ".join([words[0].lower(), *words[1:]]) if _is_past(words[0]) else None


def promised(note: str, first_name: str) -> str | None:
    """What the user promised, to follow "I": "promised to introduce you to Tom"."""
    text = re.sub(r"^(?:i\s+)?(?:will|i'll|promised to|to)\s+", "", _clause(note), flags=re.I)
    words = _to_you(text.split(), first_name)
    if not _sayable(words):
        return None
    first, rest = words[0].lower(), words[1:]
    if not rest:
        return f"still owe you {_with_article(first)}" if first in OWED else None
    acted_on = rest[0].lower() in DETERMINERS or rest[0] in {"you", "your"} or rest[0][0].isupper()
    if first in PROMISE_VERBS and (acted_on or first not in OWED):
        return " ".join(["promised to", first, *rest])
    if first in DETERMINERS:
        return " ".join(["still owe you", first, *rest])
    if first in OWED and rest[0].lower() in PREPOSITIONS:
        return " ".join(["still owe you", _with_article(first), *rest])
    return None


def occasion(label: str) -> str:
    """An event or group as one says where people met: "the Chamber Breakfast", "BNI Leeds"."""
    words = label.split()
    named = words and words[0].lower() not in DETERMINERS and words[-1].lower() in OCCASIONS
    return " ".join(["the", *words] if named else words)


def significant_words(texts: Iterable[str]) -> frozenset[str]:
    """The words of `texts` that carry meaning, folded: four letters or more."""
    return (
        frozenset(word for text in texts for word in re.findall(r"\w{4,}", text.casefold()))
        - COMMON
    )


def says_any(text: str, hushed: frozenset[str]) -> bool:
    """Whether `text` touches one of the words not to be said, in any ending."""
    spoken = significant_words([text])
    return any(
        word == quiet or (min(len(word), len(quiet)) >= 5 and (word in quiet or quiet in word))
        for word in spoken
        for quiet in hushed
    )


def _clause(note: str, first_name: str = "") -> str:
    """The first clause of a note, on one line, without a label such as "Hobby:"."""
    text = " ".join(note.split())
    if first_name:
        text = re.sub(rf"^{re.escape(first_name)}\s+", "she ", text)
    text = re.sub(r"^\w+(?: \w+)?:\s+", "", text)
    return _CLAUSE_END.split(text)[0].strip(" ,.;:!-\"'“”")


def _sayable(words: list[str]) -> bool:
    text = " ".join(words)
    return (
        0 < len(words) <= _MOST_WORDS
        and len(text) <= _MOST_LETTERS
        and text.isprintable()
        and any(letter.isalpha() for letter in text)
        and not _UNSAYABLE.search(text)
    )


def _to_you(words: list[str], first_name: str = "") -> list[str]:
    """The person as "you": "introduce her to Tom" is "introduce you to Tom"."""
    said = []
    for at, word in enumerate(words):
        bare = word.lower().rstrip(",.'’s") if first_name else ""
        following = words[at + 1] if at + 1 < len(words) else ""
        before = words[at - 1].lower() if at else ""
        if first_name and bare == first_name.lower().rstrip("s"):
            word = "your" if re.search(r"['’]s?$", word) else "you"
        elif word.lower() == "him":
            word = "you"
        elif word.lower() in {"his", "their", "hers"}:
            word = "your"
        elif word.lower() in {"herself", "himself"}:
            word = "yourself"
        elif word.lower() == "her":
            person = before in GIVING or not following or following.lower() in AFTER_PERSON
            word = "you" if person else "your"
        said.append(word)
    return said


def _wants_article(words: list[str]) -> bool:
    """Whether a topic needs "the": the Leeds half-marathon, the choir; not jazz, not Leeds."""
    ends = [at for at, word in enumerate(words) if at and word.lower() in HEAD_ENDS]
    head = words[(ends or [len(words)])[0] - 1].lower()
    if _ORDINAL.fullmatch(words[0]):
        return True
    if words[0].lower() in {*DETERMINERS, "your"} or words[0].endswith(("'s", "’s", "ing")):
        return False
    if head in COUNTED:
        return not words[0][0].isdigit()
    named = len(words) > 1 and words[0][0].isupper() and words[0].lower() != head
    plain = head in words and not head.endswith(("s", "ing"))
    return named and plain and head not in UNCOUNTED


def _with_article(noun: str) -> str:
    if noun in WITHOUT_ARTICLE:
        return noun
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _is_past(word: str) -> bool:
    """Whether it tells of something done: "won", "finished"."""
    low = word.lower()
    return low in PAST or (low.endswith("ed") and low not in {"red", "speed"})


def _gerund(word: str) -> str:
    """A verb such as "runs" or "run" as "running"; any other word as it is."""
    low = word.lower()
    for base in (low, low.removesuffix("s"), low.removesuffix("es")):
        if base in VERBS:
            if base in DOUBLED:
                return base + base[-1] + "ing"
            if base == "travel":
                return "travelling"
            return (base[:-1] if base.endswith("e") and base != "be" else base) + "ing"
    return word


def _uncapitalised(word: str, last: str) -> str:
    """An ordinary first word in lower case; a name or an abbreviation as it is.

    Before an activity ("Fell running") or with a hyphen a word is ordinary too, unless it tells
    where something comes from ("Italian cooking").
    """
    low = word.lower()
    if word[1:] != low[1:]:
        return word
    activity = last != word and last.endswith("ing")
    ordinary = low in ORDINARY or low.endswith(_ORDINARY_ENDS)
    ordinary = ordinary or ((activity or "-" in word) and not low.endswith(_ORIGIN_ENDS))
    return low if ordinary else word
