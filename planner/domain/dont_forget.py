"""What must not be forgotten of somebody when one meets them again: a few lines, read at a glance.

Being forgotten costs closeness (Ray et al. 2019): what they spoke of last, whom they named, what
they cannot stand, what to thank them for, and what is new with oneself. Nothing private: a screen
can be overlooked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.domain.facts import Fact, FactKind
from planner.domain.identity import folded, word_set
from planner.domain.last_time import LastTime
from planner.domain.meetings import Roughly
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.domain.shortening import one_line, shorten

AT_MOST = 7  # lines; more are not kept in mind. Our choice, as all of these
WORDS = 18  # of a line
DISLIKES, NAMED, THANKS, AFTER = 2, 2, 2, 1  # lines of each, at most
NEWS = 2  # pieces of the user's own news beside them, at most
BIRTHDAY_DAYS = 7  # before or after the 1-2-1
WITHOUT_A_TALK = timedelta(days=180)  # how far back to look where the two never had a 1-2-1

# What people tell of themselves and those around them, beside their work.
_TELLS = (FactKind.NOTE, FactKind.INTEREST, FactKind.LIKE, FactKind.ACCOMPLISHMENT)
_SENTENCE = re.compile(r"[.!?;:•\n]\s*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_APOSTROPHE = re.compile("['’]")
# Before a name that is somebody's, and what may stand between the two.
_WHO = word_set(
    "wife husband partner daughter daughters son sons girl girls boy boys child children kid kids "
    "baby twins mother father mum mom dad parents sister sisters brother brothers grandson "
    "granddaughter grandmother grandfather niece nephew cousin aunt uncle friend friends boss "
    "colleague colleagues assistant mentor neighbour neighbor dog dogs cat cats horse pony with "
    "called named "
    "frau mann tochter sohn tochter sohne mutter vater schwester bruder freund freundin enkel "
    "enkelin hund katze pferd namens heisst"
)
_BETWEEN = word_set("is are and called named to namens heisst heissen und")
_NO_NAMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december i english french german spanish "
    "italian christmas easter"
)


class Mention(StrEnum):
    """Why a line stands there; the window words it."""

    LAST = "last"  # what the two spoke of last
    DISLIKE = "dislike"
    BIRTHDAY = "birthday"  # about now, on `day`
    NAMED = "named"  # something told with a name in it: `kind` says what it is
    KEPT_BY_THEM = "kept_by_them"  # a promise of theirs, kept on `day`
    PASSED_ON = "passed_on"  # business they passed on, on `day`
    KEPT_BY_ME = "kept_by_me"  # a promise of the user's, kept on `day`: what came of it?
    NEWS = "news"  # the user's own, noted on `day`


@dataclass(frozen=True, slots=True)
class DontForget:
    """One line: what it is, and its words."""

    what: Mention
    text: str
    day: date | None = None
    kind: FactKind | None = None  # of a fact
    roughly: Roughly = Roughly.NOT  # how much of the day is remembered


def dont_forget(
    person: Person,
    facts: Sequence[Fact],
    promises: Iterable[Promise],
    referrals: Iterable[Referral],
    last: LastTime | None,
    talked_on: date | None,
    meets_on: date,
) -> tuple[DontForget, ...]:
    """The lines, the most worth first, at most AT_MOST.

    `last` is when they last spoke and what of, `talked_on` the day of the last 1-2-1 held (None
    for none), `meets_on` the day of the one to come. What was promised and is still open is told
    elsewhere, and so is the user's own news (`own_news`).
    """
    since = talked_on or meets_on - WITHOUT_A_TALK
    lines = [
        *_last(last),
        *_facts(facts, (FactKind.DISLIKE,), Mention.DISLIKE, DISLIKES),
        *_birthday(person, meets_on),
        *_thanks(promises, referrals, since),
        *_named(facts, last.text if last else ""),
        *_kept_by_me(promises, since),
    ]
    return tuple(lines[:AT_MOST])


def has_name(text: str) -> bool:
    """Whether a note names somebody, and says who that is: "her daughter Mia", "sails with Ida".

    A capital alone is no name: it may be a tea's, a town's or any German noun's.
    """
    for sentence in _SENTENCE.split(text):
        who = False
        for word in _WORD.findall(sentence):
            first = folded(_APOSTROPHE.split(word)[0])  # "I'm", "Tuesday's"
            capital = word[0].isupper() and not word.isupper()
            if who and capital and first not in _NO_NAMES and first not in _WHO:
                return True
            who = first in _WHO or (who and first in _BETWEEN)
    return False


def near_birthday(kept: str, day: date) -> date | None:
    """The birthday within a week of `day`; None for another time of the year or none known.

    `kept` is "1980-01-22" or "--01-22"; the 29th of February is kept on the 28th.
    """
    found = re.fullmatch(r"(?:\d{4}|-)-(\d\d)-(\d\d)", kept)
    if found is None:
        return None
    month, of_month = int(found[1]), int(found[2])
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            born = date(year, month, min(of_month, 28) if month == 2 else of_month)
        except ValueError:
            return None
        if abs((born - day).days) <= BIRTHDAY_DAYS:
            return born
    return None


def _last(last: LastTime | None) -> Iterator[DontForget]:
    if last is not None and one_line(last.text):
        yield DontForget(Mention.LAST, one_line(last.text), last.day, roughly=last.roughly)


def _birthday(person: Person, meets_on: date) -> Iterator[DontForget]:
    if (day := near_birthday(person.birthday, meets_on)) is not None:
        yield DontForget(Mention.BIRTHDAY, "", day)


def _thanks(
    promises: Iterable[Promise], referrals: Iterable[Referral], since: date
) -> list[DontForget]:
    """What they did for the user since the two last sat together, the latest first."""
    found = [
        DontForget(Mention.PASSED_ON, shorten(one.what, WORDS), one.day)
        for one in referrals
        if not one.given and one.day is not None and one.day >= since
    ]
    found += [
        DontForget(Mention.KEPT_BY_THEM, shorten(one.text, WORDS), one.done_on)
        for one in promises
        if not one.mine and one.done_on is not None and one.done_on >= since
    ]
    return _latest(found)[:THANKS]


def _kept_by_me(promises: Iterable[Promise], since: date) -> list[DontForget]:
    found = [
        DontForget(Mention.KEPT_BY_ME, shorten(one.text, WORDS), one.done_on)
        for one in promises
        if one.mine and one.done_on is not None and one.done_on >= since
    ]
    return _latest(found)[:AFTER]


def _latest(found: list[DontForget]) -> list[DontForget]:
    return sorted(found, key=lambda one: one.day or date.min, reverse=True)


def _named(facts: Sequence[Fact], said: str) -> list[DontForget]:
    """What they told of themselves with a name in it, unless `said` has it already."""
    told = [fact for fact in facts if has_name(fact.text) and fact.text not in said]
    return _facts(told, _TELLS, Mention.NAMED, NAMED)


def _facts(
    facts: Iterable[Fact], kinds: Sequence[FactKind], what: Mention, most: int
) -> list[DontForget]:
    """The newest of these kinds, each text once."""
    newest = sorted(
        (fact for fact in facts if fact.kind in kinds and one_line(fact.text)),
        key=lambda fact: (fact.noted_on or date.min, fact.id),
        reverse=True,
    )
    texts = {one_line(fact.text).casefold(): fact for fact in reversed(newest)}
    chosen = [fact for fact in newest if texts[one_line(fact.text).casefold()] is fact]
    return [
        DontForget(what, shorten(fact.text, WORDS), fact.noted_on, fact.kind)
        for fact in chosen[:most]
    ]
