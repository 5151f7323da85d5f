"""What is kept hold of while two people talk, and the small forms it is written in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from planner.domain.changes import Kind
from planner.domain.facts import FactKind


class Form(StrEnum):
    """What one can keep hold of on the way."""

    PROMISE = "promise"
    REFERRAL = "referral"
    INTRODUCTION = "introduction"
    ASK = "ask"
    LIKE = "like"
    DISLIKE = "dislike"
    FACT = "fact"


Words = Mapping[str, str]  # what stands in a form's fields, by their names


@dataclass(frozen=True, slots=True)
class Begun:
    """The forms that something stands in and that is not kept yet, and which of them is open."""

    open: Form | None = None
    words: Mapping[Form, Words] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.open is not None or bool(self.words)

    def of(self, form: Form) -> Words:
        """What stands in a form; nothing where it was not begun."""
        return self.words.get(form, {})

    def typed(self, form: Form, words: Words) -> Begun:
        """The same with a form open and these words in it."""
        return Begun(form, {**self.words, form: dict(words)})

    def put_aside(self) -> Begun:
        """No form is open; what was begun in one is there when it is opened again."""
        return replace(self, open=None)

    def kept(self, form: Form) -> Begun:
        """What stood in a form is kept, so that it is empty again."""
        left = {one: words for one, words in self.words.items() if one is not form}
        return Begun(None if self.open is form else self.open, left)


def half_written(begun: Begun) -> str:
    """What was being written when the talk broke off; "" for nothing, or a private note."""
    if begun.open is None:
        return ""
    words = begun.of(begun.open)
    if words.get("kind") == FactKind.PRIVATE:
        return ""
    told = (words.get(name, "").strip() for name in ("what", "whom", "text", "why"))
    return ": ".join(filter(None, told))


def begun_text(begun: Begun) -> str:
    """The forms as one line of text."""
    words = {str(form): dict(words) for form, words in begun.words.items()}
    return json.dumps({"open": begun.open, "words": words}, ensure_ascii=False)


def begun_from(text: str) -> Begun:
    """What `begun_text` wrote; `Begun()` for anything else."""
    try:
        told = json.loads(text)
        words = {
            Form(form): {str(name): str(value) for name, value in fields.items()}
            for form, fields in told["words"].items()
        }
        return Begun(Form(told["open"]) if told["open"] else None, words)
    except (ValueError, TypeError, KeyError, AttributeError):  # written by another version
        return Begun()


Captured = tuple[Kind, int]  # a record made in a 1-2-1, and its id


def captured_text(captured: Iterable[Captured]) -> str:
    """Which records were made in a 1-2-1, as one line of text: "ask 3, referral 7"."""
    return ", ".join(f"{kind.value} {id}" for kind, id in captured)


def captured_from(text: str) -> tuple[Captured, ...]:
    """What `captured_text` wrote; what is no record is passed over."""
    found: list[Captured] = []
    for one in text.split(", "):
        kind, _, id = one.partition(" ")
        if kind in _KINDS and id.isdecimal():
            found.append((Kind(kind), int(id)))
    return tuple(dict.fromkeys(found))


_KINDS = frozenset(str(kind) for kind in (Kind.REFERRAL, Kind.INTRODUCTION, Kind.ASK))
