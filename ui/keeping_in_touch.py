"""How often to keep in touch with somebody, by the user's own word."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from planner.domain.people import Person, Rhythm
from planner.journeys.keep_people import set_rhythm
from ui.session import Session

translate = QCoreApplication.translate


def label(name: str, rhythm: Rhythm) -> str:
    """What is said once it is done, and what the step is called that undoes it."""
    words = {
        Rhythm.OFTEN: translate("keeping in touch", "{name}: more often"),
        Rhythm.USUAL: translate("keeping in touch", "{name}: as often as usual"),
        Rhythm.SELDOM: translate("keeping in touch", "{name}: less often"),
    }
    return words[rhythm].format(name=name)


def say_rhythm(session: Session, person: Person, word: str) -> None:
    """Keeps the word of a RhythmChoice."""
    rhythm = Rhythm(word)
    session.do(label(person.name, rhythm), set_rhythm, person.id, rhythm)
