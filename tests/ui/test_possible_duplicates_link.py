"""From the People page to those who may be here twice, and to any two to be made one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.people import Person
from planner.journeys.keep_people import add_person, remove_person
from tests.ui.drivers_people import PeopleDriver
from ui.dialogs.merge_with import MergeWithDialog
from ui.pages.people import PeoplePage
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.people_foot import PeopleFoot

LINK = "possible-duplicates"


@pytest.fixture
def people(session: Session) -> list[Person]:
    with session.store.transaction():
        return session.store.people.add_many(
            (
                Person(name="Maya Okafor", company="Harbour"),
                Person(name="Okafor, Maya", company="Harbour Ltd"),
                Person(name="Priya Shah"),
            )
        )


@pytest.fixture
def page(session: Session, people: list[Person], qtbot: QtBot) -> PeoplePage:
    made = PeoplePage(session)
    qtbot.addWidget(made)
    made.resize(1084, 800)
    made.show()
    made.open(Route(Where.PEOPLE))
    return made


def test_the_foot_says_how_many_there_are_and_leads_to_them(
    page: PeoplePage, session: Session, people: list[Person], qtbot: QtBot
) -> None:
    user = PeopleDriver(page)
    wanted: list[Route] = []
    page.wanted.connect(wanted.append)
    assert not user.sees(LINK)  # it is found out once nobody is busy
    qtbot.waitUntil(lambda: user.sees(LINK))
    assert user.find(QPushButton, LINK).text() == "1 possible duplicate"
    user.press(LINK)
    assert wanted == [Route(Where.DUPLICATES)]
    session.do("Added", add_person, Person(name="Maya Okafor", company="Harbour"))
    # Until they are counted anew the old figure is not told, and the list stands still.
    assert user.find(QPushButton, LINK).text() == "Possible duplicates"
    more = "3 possible duplicates"
    qtbot.waitUntil(lambda: user.find(QPushButton, LINK).text() == more)
    for person in session.store.people.all()[1:]:
        session.do("Removed", remove_person, person.id)
    qtbot.waitUntil(lambda: not user.sees(LINK))


def test_the_list_stands_still_when_it_comes(qtbot: QtBot) -> None:
    foot = PeopleFoot()
    qtbot.addWidget(foot)
    foot.tell(30, 30, 1, narrowed=False)
    foot.show()
    height = foot.heightForWidth(320)
    foot.tell_duplicates(51)
    assert foot.heightForWidth(320) == height


def test_out_of_sight_nobody_is_looked_for(page: PeoplePage, qtbot: QtBot) -> None:
    user = PeopleDriver(page)
    page.hide()
    page.show()
    page.open(Route(Where.PEOPLE))
    qtbot.waitUntil(lambda: user.sees(LINK))


def test_any_two_are_merged_from_a_persons_page(
    page: PeoplePage, people: list[Person], qtbot: QtBot
) -> None:
    user = PeopleDriver(page)
    qtbot.waitUntil(lambda: user.sees("more"))
    user.choose("merge-with")
    (dialog,) = page.findChildren(MergeWithDialog)
    assert dialog.isVisible()
    dialog.reject()
