"""One person out of two: which of their details stay, and what of them is kept of both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from planner.domain.duplicates import Alias
from planner.domain.facts import Fact
from planner.domain.gaining import added, unnamed
from planner.domain.identity import company_key, email_key, folded, link_key, name_key
from planner.domain.people import Attitude, Fit, Person, Rhythm


class Detail(StrEnum):
    """What there can be only one of, in the order a person's page shows it."""

    NAME = "name"
    COMPANY = "company"
    ROLE = "role"
    CITY = "city"
    BIRTHDAY = "birthday"

    def of(self, person: Person) -> str:
        return str(getattr(person, self.value))


def differing(keep: Person, gone: Person) -> tuple[Detail, ...]:
    """The details in which the two are not alike."""
    return tuple(detail for detail in Detail if detail.of(keep) != detail.of(gone))


def usual_choice(keep: Person, gone: Person) -> frozenset[Detail]:
    """The details to take from `gone` unless the user says else: those that `keep` is without.

    A name says more than the address somebody is called by for want of one, and a birthday with
    its year more than without. A role at one company says nothing of another.
    """
    taken = {detail for detail in Detail if not detail.of(keep) and detail.of(gone)}
    if unnamed(keep) and not unnamed(gone):
        taken.add(Detail.NAME)
    elsewhere = keep.company and gone.company
    if elsewhere and company_key(keep.company) != company_key(gone.company):
        taken.discard(Detail.ROLE)
    if keep.birthday.startswith("--") and gone.birthday[4:] == keep.birthday[1:]:
        taken.add(Detail.BIRTHDAY)
    return frozenset(taken)


def joined(
    keep: Person, gone: Person, of_gone: Collection[Detail], phone_key: Callable[[str], str]
) -> Person:
    """`keep` with these details of `gone`, and what both have of everything there can be more of.

    The higher stage stays, the longer rest, and the user's own word of either; they are let go
    only when both were. The time zone goes with the city. `phone_key` makes two ways to write one
    number equal.
    """
    return replace(
        keep,
        **{detail.value: detail.of(gone) for detail in of_gone},  # type: ignore[arg-type]
        emails=keep.emails + added(keep.emails, gone.emails, email_key),
        phones=keep.phones
        + added(keep.phones, gone.phones, lambda phone: phone_key(phone) or folded(phone)),
        links=keep.links + added(keep.links, gone.links, link_key),
        stage=max(keep.stage, gone.stage),
        attitude=gone.attitude if keep.attitude is Attitude.OPEN else keep.attitude,
        fit=keep.fit or gone.fit or Fit.UNSAID,
        rhythm=keep.rhythm or gone.rhythm or Rhythm.USUAL,
        zone=_zone_of(gone, keep) if Detail.CITY in of_gone else _zone_of(keep, gone),
        connected_on=_earlier(keep.connected_on, gone.connected_on),
        rests_until=_later(keep.rests_until, gone.rests_until),
        put_off=max(keep.put_off, gone.put_off),
        let_go=keep.let_go and gone.let_go,
        sample=keep.sample and gone.sample,
    )


def alias_of(person: Person, name: str, company: str) -> Alias | None:
    """This name and company as another way in which files speak of somebody; None if it is none."""
    elsewhere = bool(company) and company_key(company) != company_key(person.company)
    if not name or (name_key(name) == name_key(person.name) and not elsewhere):
        return None
    return Alias(person=person.id, name=name, company=company)


def _zone_of(stays: Person, other: Person) -> str:
    """The zone of the one whose city stays; the other's says something only of the same city."""
    elsewhere = stays.city and other.city and folded(stays.city) != folded(other.city)
    return stays.zone or ("" if elsewhere else other.zone)


def unknown_of(facts: Iterable[Fact], known: Iterable[Fact]) -> tuple[Fact, ...]:
    """Those of the facts that are not known in the same words."""
    said = {_said(fact) for fact in known}
    fresh = []
    for fact in facts:
        if _said(fact) not in said:
            said.add(_said(fact))
            fresh.append(fact)
    return tuple(fresh)


def _said(fact: Fact) -> tuple[str, str]:
    return fact.kind.value, " ".join(fact.text.split())


def _earlier(one: date | None, other: date | None) -> date | None:
    return min(filter(None, (one, other)), default=None)


def _later(one: date | None, other: date | None) -> date | None:
    return max(filter(None, (one, other)), default=None)
