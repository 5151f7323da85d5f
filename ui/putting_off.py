""" "Not now": somebody is left out of the suggestions for a while, or for good."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from planner.journeys.suggest_people import not_now, suggest_again
from ui import day_wording
from ui.session import Session

translate = QCoreApplication.translate


def label(name: str, until: date | None) -> str:
    """What is said once it is done, and what the step is called that undoes it."""
    if until is None:
        return translate("not now", "{name} will not be suggested any more").format(name=name)
    words = translate("not now", "{name} rests until {day}")
    return words.format(name=name, day=day_wording.day(until))


def put_off(session: Session, person: int, until: date | None) -> None:
    """Lets somebody rest until a day; None for good."""
    name = session.store.people.get(person).name
    session.do(label(name, until), not_now, person, until, session.today())


def keep(session: Session, person: int) -> None:
    """Somebody put off time and again stays among the suggestions."""
    name = session.store.people.get(person).name
    words = translate("not now", "{name} stays among your suggestions").format(name=name)
    session.do(words, suggest_again, person)


def ask_until(session: Session, person: int, parent: QWidget) -> None:
    """Asks for the day until which somebody is to rest."""
    from ui.dialogs.form import show
    from ui.dialogs.rest import RestDialog

    show(RestDialog(session, person, parent))
