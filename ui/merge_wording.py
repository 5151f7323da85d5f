"""What is said of two people who become one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from planner.domain.joining import Detail
from planner.domain.people import Person
from planner.journeys.two_people import Past
from ui import day_wording
from ui.country import grouped

translate = QCoreApplication.translate


def what_is_chosen(detail: Detail) -> str:
    return {
        Detail.NAME: translate("merging", "Name"),
        Detail.COMPANY: translate("merging", "Company"),
        Detail.ROLE: translate("merging", "Role"),
        Detail.CITY: translate("merging", "City"),
        Detail.BIRTHDAY: translate("merging", "Birthday"),
    }[detail]


def detail_value(detail: Detail, person: Person) -> str:
    """A detail as it is read, "" for none."""
    if detail is Detail.BIRTHDAY:
        return day_wording.birthday(person.birthday)
    return detail.of(person)


def nothing_here(detail: Detail) -> str:
    """What is offered where one of the two has nothing."""
    return {
        Detail.NAME: translate("merging", "No name"),
        Detail.COMPANY: translate("merging", "No company"),
        Detail.ROLE: translate("merging", "No role"),
        Detail.CITY: translate("merging", "No city"),
        Detail.BIRTHDAY: translate("merging", "No birthday"),
    }[detail]


def in_figures(past: Past) -> str:
    """ "3 facts · 2 1-2-1s held · 1 promise": what there is, in a line."""
    told = (
        _counted(past.facts, translate("merging", "1 fact"), translate("merging", "{n} facts")),
        _counted(
            past.meetings,
            translate("merging", "one 1-2-1 held"),
            translate("merging", "{n} × 1-2-1 held"),
        ),
        _counted(
            past.planned,
            translate("merging", "one 1-2-1 planned"),
            translate("merging", "{n} × 1-2-1 planned"),
        ),
        _counted(
            past.promises, translate("merging", "1 promise"), translate("merging", "{n} promises")
        ),
        _counted(
            past.referrals,
            translate("merging", "1 referral"),
            translate("merging", "{n} referrals"),
        ),
        _counted(
            past.touches, translate("merging", "1 touch"), translate("merging", "{n} touches")
        ),
    )
    return " · ".join(filter(None, told)) or translate("merging", "Nothing yet")


def _counted(n: int, one: str, more: str) -> str:
    return "" if not n else one if n == 1 else more.format(n=grouped(n))


def are_one(keep: Person, gone: Person) -> str:
    """What was done, for the strip with its Undo; reads after "Undo" in the menu too."""
    if keep.name == gone.name:
        return translate("merging", "{name} merged").format(name=keep.name)
    words = translate("merging", "{name} merged with {other}")
    return words.format(name=keep.name, other=gone.name)
