"""What of a person fits what the user looks for, in the words it was noted in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planner.domain.facts import Fact, FactKind
from planner.domain.fit import Wishes
from planner.domain.people import Person
from planner.domain.shortening import one_line, shorten
from planner.domain.word_forms import stems

# What somebody is and does; whom they know is a reason of its own.
OWN_WORDS = (FactKind.DOES, FactKind.FOR_WHOM, FactKind.SKILL)
MOST_WORDS = 16  # of a longer note; a reason is one line, two in a narrow window


class Fitting(NamedTuple):
    """What the user looks for and somebody is or does; all empty for nothing."""

    wishes: tuple[str, ...] = ()  # in the user's words and order
    told: str = ""  # the person's own words that match; "" when role, company or city say it
    about: FactKind | None = None  # what these words tell

    @property
    def unsaid(self) -> tuple[str, ...]:
        """The wishes that the person's own words do not say as they stand."""
        said = set(stems(self.told))
        return tuple(wish for wish in self.wishes if not said.issuperset(stems(wish)))


def fitting(
    wishes: Wishes, person: Person, facts: Iterable[Fact], groups: Sequence[str] = ()
) -> Fitting:
    """What of somebody fits, told by the note that speaks of most of it."""
    own = sorted(
        (fact for fact in facts if fact.kind in OWN_WORDS),
        key=lambda fact: OWN_WORDS.index(fact.kind),
    )
    texts = [fact.text for fact in own]
    found = wishes.found([*texts, person.role, person.company, person.city, *groups])
    spoken = Counter(place for one in found for place in one.told if place < len(own))
    said = tuple(one.wish for one in found)
    if not spoken:
        return Fitting(said)
    best = own[max(spoken, key=lambda place: (spoken[place], -place))]
    return Fitting(said, shorten(one_line(best.text), MOST_WORDS).rstrip("."), best.kind)


def knows(wishes: Wishes, facts: Iterable[Fact]) -> str:
    """What somebody said of the people they know, whom the user looks for; "" for nothing."""
    told = (fact.text for fact in facts if fact.kind is FactKind.NETWORK)
    return next((text for text in told if wishes.found([text])), "")
