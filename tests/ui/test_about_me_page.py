"""About me: each answer is kept when it is given, one undo for each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from planner.domain.me import Me
from planner.domain.people import Person
from planner.journeys.about_me import save
from planner.storage.store import Store
from tests.ui.drivers_start import FormDriver
from ui.pages.about_me import AboutMePage
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.text import Text

SAM = Me(name="Sam", wanted=("architects", "Leeds"), zone="Europe/London", ready=True)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> AboutMePage:
    session.keep(save, SAM)
    made = AboutMePage(session)
    qtbot.addWidget(made)
    made.resize(1084, 1200)
    made.open(Route(Where.ME))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def user(page: AboutMePage) -> FormDriver:
    return FormDriver(page)


def test_it_shows_what_is_known(user: FormDriver) -> None:
    assert user.text("name") == "Sam"
    assert user.words("wanted") == ["architects", "Leeds"]


def test_an_answer_is_kept_when_the_field_is_left(
    user: FormDriver, store: Store, session: Session
) -> None:
    done: list[str] = []
    session.done.connect(done.append)
    user.type("city", "Leeds")
    assert store.me.get().city == ""
    user.key(Qt.Key.Key_Tab)
    assert store.me.get().city == "Leeds"
    assert done == ["City changed"]


def test_each_answer_is_undone_by_itself(user: FormDriver, store: Store, session: Session) -> None:
    user.answer("name", "Samira")
    user.answer("does", "Bookkeeping")
    session.undo_stack.undo()
    assert (store.me.get().name, store.me.get().does) == ("Samira", "")
    assert user.text("does") == ""
    session.undo_stack.undo()
    assert user.text("name") == "Sam"
    session.undo_stack.redo()
    assert user.text("name") == "Samira"


def test_looking_at_fields_changes_nothing(user: FormDriver, session: Session) -> None:
    for name in ("name", "email", "company", "phone", "city", "does", "for_whom"):
        user.find(QLineEdit, name).setFocus() if name not in ("does", "for_whom") else None
    assert user.page.may_leave()  # type: ignore[attr-defined]
    assert session.undo_stack.count() == 0


def test_words_are_added_and_taken_out(user: FormDriver, store: Store) -> None:
    user.add_word("wanted", "  solicitors,  York ")
    assert store.me.get().wanted == ("architects", "Leeds", "solicitors", "York")
    user.add_word("wanted", "leeds")
    assert user.words("wanted") == ["architects", "Leeds", "solicitors", "York"]
    user.take_out("wanted", "architects")
    assert store.me.get().wanted == ("Leeds", "solicitors", "York")
    user.add_word("avoided", "<img src=x>")
    assert store.me.get().avoided == ("<img src=x>",)


def test_backspace_takes_the_last_word_up_for_correcting(user: FormDriver, store: Store) -> None:
    line = user.find(QLineEdit, "wanted-line")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == "Leeds"
    QTest.keyClicks(line, " centre")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert store.me.get().wanted == ("architects", "Leeds centre")


def test_leaving_keeps_the_word_being_typed(
    page: AboutMePage, user: FormDriver, store: Store
) -> None:
    QTest.keyClicks(user.find(QLineEdit, "wanted-line"), "surveyors")
    assert page.may_leave()
    assert store.me.get().wanted == ("architects", "Leeds", "surveyors")


def test_leaving_keeps_the_answer_being_typed(
    page: AboutMePage, user: FormDriver, store: Store
) -> None:
    user.type("ideal_referral", "An accountant")
    assert page.may_leave()
    assert store.me.get().ideal_referral == "An accountant"


def test_a_wrong_address_is_told_beside_it_and_still_there_on_return(
    page: AboutMePage, user: FormDriver, store: Store
) -> None:
    user.answer("email", "sam.doyle")
    assert "not an e-mail address" in user.wrong("email")
    user.answer("city", "Leeds")  # another answer meanwhile leaves it standing
    assert user.text("email") == "sam.doyle"
    assert page.may_leave()
    page.hide()
    page.open(Route(Where.ME))
    page.show()
    assert user.text("email") == "sam.doyle"
    assert "not an e-mail address" in user.wrong("email")
    assert store.me.get() == replace(SAM, city="Leeds")


def test_a_sentence_below_one_answer_leaves_its_neighbour_together(user: FormDriver) -> None:
    beside, before = user.find(QLineEdit, "name"), user.find(QLineEdit, "name").y()
    user.answer("email", "sam.doyle")
    QTest.qWaitForWindowExposed(user.page)
    QApplication.processEvents()
    assert user.wrong("email")
    assert beside.y() == before


def test_whom_the_words_find_is_told_below_them(
    user: FormDriver, store: Store, qtbot: QtBot
) -> None:
    with store.transaction():
        store.people.add(Person(name="Ana", role="Solicitor", city="Leeds"))
        store.people.add(Person(name="Ben", role="Baker"))
    user.add_word("wanted", "lawyers")
    said = user.find(Text, "wanted-finds")
    qtbot.waitUntil(lambda: said.text() == "Finds 1 of your 2 people. Nobody yet: architects.")
    user.add_word("avoided", "bakers")
    below = user.find(Text, "avoided-finds")
    qtbot.waitUntil(lambda: below.text() == "Finds 1 of your 2 people.")
    user.add_word("wanted", "one, two, three, four")
    qtbot.waitUntil(lambda: said.text().endswith("Nobody yet: architects, one, two and others."))
    for word in ("Leeds", "lawyers"):
        user.take_out("wanted", word)
    qtbot.waitUntil(lambda: said.text().startswith("Finds nobody of your people yet."))


def test_a_phone_number_has_a_digit(user: FormDriver, store: Store) -> None:
    user.answer("phone", "none")
    assert user.wrong("phone") == (
        "“none” has no digit in it. Write a number to call, or leave it out."
    )
    assert store.me.get().phone == ""
    user.answer("phone", "0113 496 0123")
    assert store.me.get().phone == "0113 496 0123"


def test_a_corrected_address_is_kept(page: AboutMePage, user: FormDriver, store: Store) -> None:
    user.answer("email", "sam.doyle")
    user.answer("email", " sam@doyle.example ")
    assert user.wrong("email") == ""
    assert store.me.get().email == "sam@doyle.example"
    assert user.text("email") == "sam@doyle.example"


def test_the_week_is_kept_and_can_be_made_alike(user: FormDriver, store: Store) -> None:
    user.set_number("per_week", 5)
    user.tick("meets_online")
    user.tick("day-1")
    user.set_time("ends-0", 16)
    user.press("alike")
    me = store.me.get()
    assert me.per_week == 5
    assert not me.meets_online
    assert [hours.ends.hour for hours in me.week] == [16, 0, 16, 16, 16, 0, 0]
    user.tick("day-1")  # a day ticked again has the hours it had
    assert store.me.get().week[1].ends.hour == 17


def test_a_sentence_pasted_with_line_breaks_stays_one(user: FormDriver, store: Store) -> None:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QPlainTextEdit

    QGuiApplication.clipboard().setText("Bookkeeping\nfor\tbuilders")
    field = user.find(QPlainTextEdit, "does")
    field.setFocus()
    field.paste()
    user.key(Qt.Key.Key_Tab)
    assert store.me.get().does == "Bookkeeping for builders"


def choose(page: AboutMePage, name: str, value: object) -> None:
    """Picks an entry of a box as the keyboard does."""
    box = page.findChild(QComboBox, name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_the_time_on_the_way_is_kept_by_kind_of_place(
    page: AboutMePage, store: Store, session: Session
) -> None:
    done: list[str] = []
    session.done.connect(done.append)
    choose(page, "travel_neutral", 45)
    choose(page, "travel_online", 15)
    me = store.me.get()
    assert (me.travel_neutral, me.travel_own, me.travel_online) == (45, 30, 15)
    assert done == ["Time on the way changed", "Time around calls changed"]
    session.undo_stack.undo()
    assert store.me.get().travel_online == 0


def test_days_off_are_those_where_one_is_of_another_country_or_none(
    page: AboutMePage, user: FormDriver, store: Store, qtbot: QtBot
) -> None:
    def told() -> str:
        shown = page.findChild(Text, "next-day-off")
        return shown.text() if isinstance(shown, Text) else ""

    country = page.findChild(QComboBox, "holidays-country")
    region = page.findChild(QComboBox, "holidays-region")
    assert isinstance(country, QComboBox) and isinstance(region, QComboBox)
    found = "Britain (UK). Next: Friday 25 December, Christmas Day"
    qtbot.waitUntil(lambda: country.count() > 100 and told() == found)
    assert country.currentText() == "Public holidays where I am"
    choose(page, "holidays-country", "DE")
    assert store.me.get().holidays == "DE"
    qtbot.waitUntil(region.isVisible)
    choose(page, "holidays-region", "BY")
    assert store.me.get().holidays == "DE-BY"
    assert (country.currentText(), region.currentText()) == ("Germany", "Bayern")
    choose(page, "holidays-country", "")
    assert store.me.get().holidays == ""
    assert not region.isVisible()
    qtbot.waitUntil(lambda: told() == "")
