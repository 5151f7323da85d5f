"""The forms of a person's page: what they keep, and what they say when they cannot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDateEdit, QDialog, QDoubleSpinBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.facts import Fact, FactKind
from planner.domain.meetings import Touch, TouchKind
from planner.domain.people import Attitude, Fit, Person, Stage
from planner.domain.promises import Promise
from planner.domain.referrals import Outcome, Referral
from planner.journeys.follow_up import add_promise, add_referral
from planner.journeys.keep_people import add_fact, add_met_at, add_person, remove_person
from planner.storage.store import Store
from tests.builders import TODAY, a_person
from tests.ui.drivers_start import FormDriver
from ui import asking
from ui.dialogs.fact import FactDialog
from ui.dialogs.form import FormDialog
from ui.dialogs.met_at import MetAtDialog
from ui.dialogs.person import PersonDialog
from ui.dialogs.promise import PromiseDialog
from ui.dialogs.referral import ReferralDialog
from ui.dialogs.touch import TouchDialog
from ui.session import Session
from ui.widgets.birthday_input import BirthdayInput

Open = Callable[[FormDialog], FormDriver]


@pytest.fixture
def maya(store: Store) -> Person:
    return add_person(store, a_person())[1]


@pytest.fixture(autouse=True)
def _throws_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is asked says no, so that a form still open when a test ends can be closed."""
    monkeypatch.setattr(asking, "ask", lambda *question, **how: False)


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    """Opens a form as the page does, with the keyboard in it."""

    def show(dialog: FormDialog) -> FormDriver:
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return FormDriver(dialog)

    return show


def wrong(user: FormDriver) -> str:
    return user.says("form-wrong")


def set_day(user: FormDriver, name: str, day: date) -> None:
    user.find(QDateEdit, f"{name}-edit").setDate(QDate(day.year, day.month, day.day))


def lines(user: FormDriver, name: str, *text: str) -> None:
    field = user.find(QPlainTextEdit, name)
    field.setFocus()
    field.clear()
    for number, one in enumerate(text):
        if number:
            QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClicks(field, one)


def is_open(user: FormDriver) -> bool:
    return user.page.isVisible()


# a person


def test_somebody_new_is_typed_in(session: Session, opened: Open) -> None:
    dialog = PersonDialog(session)
    user = opened(dialog)
    assert user.focus() == "name"
    user.answer("name", " Maya Okafor ")
    user.answer("role", "Mortgage adviser")
    user.answer("company", "Harbour & Co")
    user.answer("city", "Leeds")
    user.answer("birthday", "22 Jan")
    lines(user, "emails", "maya@harbour.example", "m@okafor.example")
    lines(user, "phones", "0113 496 0142")
    lines(user, "links", "https://harbour.example/maya")
    user.press("stage-LIKED")
    user.press("fit-more")
    user.choose("attitude", "Dislikes networking")
    kept_ids: list[int] = []
    done: list[str] = []
    dialog.kept.connect(kept_ids.append)
    session.done.connect(done.append)
    user.press("save")
    (kept,) = session.store.people.all()
    assert kept == Person(
        id=kept.id,
        name="Maya Okafor",
        role="Mortgage adviser",
        company="Harbour & Co",
        city="Leeds",
        emails=("maya@harbour.example", "m@okafor.example"),
        phones=("0113 496 0142",),
        links=("https://harbour.example/maya",),
        birthday="--01-22",
        stage=Stage.LIKED,
        fit=Fit.MORE,
        attitude=Attitude.DISLIKES,
    )
    assert (done, kept_ids) == (["Maya Okafor added"], [kept.id])
    assert not is_open(user)
    session.undo_stack.undo()
    assert session.store.people.all() == []


def test_what_cannot_be_kept_is_said_and_stays_typed(session: Session, opened: Open) -> None:
    user = opened(PersonDialog(session))
    user.press("save")
    assert wrong(user) == "A person needs a name."
    user.answer("name", "Maya")
    lines(user, "emails", "not an address")
    user.press("save")
    assert "“not an address” is not an e-mail address" in wrong(user)
    assert is_open(user)
    assert user.text("emails") == "not an address"
    user.answer("birthday", "22/1")
    lines(user, "emails", "maya@harbour.example")
    user.press("save")
    assert "is not a birthday" in wrong(user)
    user.type("birthday", "1980-01-22")
    user.key(Qt.Key.Key_Return)
    assert not is_open(user)
    assert session.store.people.all()[0].birthday == "1980-01-22"


def test_a_birthday_is_shown_as_people_write_it(
    session: Session, maya: Person, opened: Open
) -> None:
    for typed, kept, shown in (
        ("22 jan", "--01-22", "22 January"),
        ("January 22, 1980", "1980-01-22", "22 January 1980"),
        ("", "", ""),
    ):
        user = opened(PersonDialog(session, maya.id))
        user.type("birthday", typed)
        user.press("save")
        assert session.store.people.get(maya.id).birthday == kept
        assert opened(PersonDialog(session, maya.id)).text("birthday") == shown


def test_a_birthday_in_the_users_own_language_is_understood(qtbot: QtBot) -> None:
    usual = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        field = BirthdayInput()
        qtbot.addWidget(field)
        field.show_value("1980-03-22")
        assert field.text() == "22 March 1980"  # the program speaks English
        assert field.value() == "1980-03-22"
        field.setText("23. März")
        assert field.value() == "--03-23"
    finally:
        QLocale.setDefault(usual)


def test_ctrl_enter_saves_from_a_field_of_several_lines(session: Session, opened: Open) -> None:
    user = opened(PersonDialog(session))
    user.answer("name", "Maya")
    lines(user, "phones", "0113 496 0142")
    field = user.find(QPlainTextEdit, "phones")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not is_open(user)
    assert session.store.people.all()[0].phones == ("0113 496 0142",)


def test_somebody_known_is_changed(session: Session, maya: Person, opened: Open) -> None:
    user = opened(PersonDialog(session, maya.id))
    assert user.text("company") == "Harbour & Co"
    user.answer("city", "York")
    user.tick("zone-elsewhere")
    box = user.find(QComboBox, "zone-field-box")
    assert box.currentText() == "Europe/London"
    line = box.lineEdit()
    assert line is not None
    box.setFocus()
    line.selectAll()
    QTest.keyClicks(box, "berlin")
    box.completer().popup().hide()
    QTest.keyClick(box, Qt.Key.Key_Return)
    user.press("save")
    now = session.store.people.get(maya.id)
    assert (now.city, now.zone, now.company) == ("York", "Europe/Berlin", "Harbour & Co")
    again = opened(PersonDialog(session, maya.id))
    again.tick("zone-elsewhere")
    again.press("save")
    assert session.store.people.get(maya.id).zone == ""


def test_nothing_changed_is_nothing_to_undo(session: Session, maya: Person, opened: Open) -> None:
    user = opened(PersonDialog(session, maya.id))
    user.press("save")
    assert not is_open(user)
    assert session.undo_stack.count() == 0


@pytest.mark.parametrize(("goes_on", "open_after"), [(True, True), (False, False)])
def test_typed_words_are_not_thrown_away_unasked(
    session: Session,
    maya: Person,
    opened: Open,
    monkeypatch: pytest.MonkeyPatch,
    goes_on: bool,
    open_after: bool,
) -> None:
    asked: list[str] = []

    def answer(
        parent: QDialog, title: str, sentence: str, yes: str, no: str, *, escape_means: bool
    ) -> bool:
        assert escape_means, "Escape never throws away"
        asked.append(sentence)
        return goes_on

    monkeypatch.setattr(asking, "ask", answer)
    user = opened(PersonDialog(session, maya.id))
    user.answer("city", "York")
    user.key(Qt.Key.Key_Escape)
    assert len(asked) == 1
    assert is_open(user) is open_after
    assert session.store.people.get(maya.id).city == ""


def test_escape_closes_an_untouched_form(session: Session, maya: Person, opened: Open) -> None:
    user = opened(PersonDialog(session, maya.id))
    user.key(Qt.Key.Key_Escape)
    assert not is_open(user)


# facts


def test_a_fact_is_noted(session: Session, maya: Person, opened: Open) -> None:
    user = opened(FactDialog(session, Fact(person=maya.id, kind=FactKind.GOAL)))
    assert user.focus() == "fact-text"
    assert not user.says("fact-discreet")
    user.press("save")
    assert "nothing to note yet" in wrong(user)
    user.type("fact-text", "A podcast by spring")
    user.key(Qt.Key.Key_Return)
    (fact,) = session.store.facts.of_person(maya.id)
    assert (fact.kind, fact.text, fact.noted_on) == (FactKind.GOAL, "A podcast by spring", TODAY)


def test_a_fact_is_changed_removed_and_brought_back(
    session: Session, maya: Person, opened: Open
) -> None:
    _, fact = add_fact(session.store, Fact(person=maya.id, text="Discreet"))
    user = opened(FactDialog(session, fact))
    user.choose("fact-kind", "Private")
    assert "never printed" in user.says("fact-discreet")
    user.press("save")
    fact = session.store.facts.get(fact.id)
    assert fact.private
    user = opened(FactDialog(session, fact))
    user.press("remove")
    assert not is_open(user)
    assert session.store.facts.find(fact.id) is None
    session.undo_stack.undo()
    assert session.store.facts.get(fact.id) == fact


# promises


def test_a_promise_is_noted(session: Session, maya: Person, opened: Open) -> None:
    user = opened(PromiseDialog(session, Promise(person=maya.id)))
    assert user.focus() == "promise-text"
    user.type("promise-text", "Introduce Tom")
    user.press("promise-by-theirs")
    user.tick("promise-needs-meeting")
    user.press("save")
    (promise,) = session.store.promises.of_person(maya.id)
    assert promise == Promise(
        id=promise.id,
        person=maya.id,
        mine=False,
        text="Introduce Tom",
        due=TODAY + timedelta(days=7),
        made_on=TODAY,
        needs_meeting=True,
    )


def test_a_promise_can_be_without_a_day(session: Session, maya: Person, opened: Open) -> None:
    user = opened(PromiseDialog(session, Promise(person=maya.id)))
    user.type("promise-text", "Introduce Tom")
    user.press("promise-due-none")
    assert user.focus() == "promise-due-some"
    user.press("save")
    (promise,) = session.store.promises.of_person(maya.id)
    assert promise.due is None
    user = opened(PromiseDialog(session, promise))
    user.press("promise-due-some")
    set_day(user, "promise-due", date(2026, 12, 3))
    user.press("save")
    assert session.store.promises.get(promise.id).due == date(2026, 12, 3)


def test_a_promise_of_no_words_is_refused(session: Session, maya: Person, opened: Open) -> None:
    user = opened(PromiseDialog(session, Promise(person=maya.id)))
    user.press("save")
    assert wrong(user) == "A promise needs a few words: what was promised?"


def test_a_promise_is_removed(session: Session, maya: Person, opened: Open) -> None:
    _, promise = add_promise(session.store, Promise(person=maya.id, text="Introduce Tom"))
    user = opened(PromiseDialog(session, promise))
    user.press("remove")
    assert session.store.promises.find(promise.id) is None


# referrals


def test_a_referral_is_noted_and_settled(session: Session, maya: Person, opened: Open) -> None:
    user = opened(ReferralDialog(session, Referral(person=maya.id)))
    user.press("referral-way-received")
    user.type("referral-what", "The Kesslers")
    user.press("save")
    (referral,) = session.store.referrals.of_person(maya.id)
    assert referral == Referral(referral.id, maya.id, False, "The Kesslers", TODAY)
    user = opened(ReferralDialog(session, referral))
    user.press("outcome-won")
    value = user.find(QDoubleSpinBox, "referral-value")
    value.setFocus()
    QTest.keyClick(value, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(value, "1200")
    user.press("save")
    now = session.store.referrals.get(referral.id)
    assert (now.outcome, now.value, now.given) == (Outcome.WON, 1200.0, False)


def test_a_referral_is_removed_and_brought_back(
    session: Session, maya: Person, opened: Open
) -> None:
    _, referral = add_referral(session.store, Referral(person=maya.id, what="The Kesslers"))
    user = opened(ReferralDialog(session, referral))
    user.press("remove")
    assert session.store.referrals.all() == []
    session.undo_stack.undo()
    assert session.store.referrals.all() == [referral]


# touches


def test_a_touch_is_logged(session: Session, maya: Person, opened: Open) -> None:
    user = opened(TouchDialog(session, Touch(person=maya.id)))
    user.press("touch-call")
    set_day(user, "touch-day", date(2026, 11, 20))
    user.type("touch-note", "The award")
    user.tick("touch-theirs")
    user.key(Qt.Key.Key_Return)
    (touch,) = session.store.touches.of_person(maya.id)
    assert touch == Touch(
        touch.id, maya.id, date(2026, 11, 20), TouchKind.CALL, "The award", theirs=True
    )


def test_a_touch_is_never_still_to_come(session: Session, maya: Person, opened: Open) -> None:
    user = opened(TouchDialog(session, Touch(person=maya.id)))
    set_day(user, "touch-day", date(2027, 1, 1))
    user.press("save")
    (touch,) = session.store.touches.of_person(maya.id)
    assert touch.day == TODAY
    assert user.page.findChild(QDateEdit, "touch-day-edit").maximumDate() == QDate(2026, 11, 22)


# where they were met


def test_where_somebody_was_met(session: Session, maya: Person, opened: Open) -> None:
    _, jonas = add_person(session.store, a_person("Jonas"))
    add_met_at(session.store, jonas.id, "Chamber", "Summer party", date(2026, 6, 2))
    user = opened(MetAtDialog(session, maya.id))
    user.press("save")
    assert "Say where you met" in wrong(user)
    group = user.find(QComboBox, "met-group")
    assert [group.itemText(n) for n in range(group.count())] == ["Chamber"]
    QTest.keyClicks(group, "chamber")
    events = user.find(QComboBox, "met-event")
    assert [events.itemText(n) for n in range(events.count())] == ["Summer party"]
    events.setFocus()
    QTest.keyClicks(events, "Summer party")
    set_day(user, "met-day", date(2026, 6, 2))
    user.press("save")
    assert not is_open(user)
    (met,) = session.store.attendance.met_at(maya.id)
    assert (met.group_name, met.event_name, met.day) == (
        "Chamber",
        "Summer party",
        date(2026, 6, 2),
    )
    assert len(session.store.events.all()) == 1


def test_where_somebody_was_met_is_corrected(session: Session, maya: Person, opened: Open) -> None:
    add_met_at(session.store, maya.id, "LinkedIn")
    (met,) = session.store.attendance.met_at(maya.id)
    user = opened(MetAtDialog(session, maya.id, met))
    user.press("save")
    assert session.undo_stack.count() == 0
    user = opened(MetAtDialog(session, maya.id, met))
    user.press("met-day-some")
    set_day(user, "met-day", date(2026, 6, 2))
    user.press("save")
    (now,) = session.store.attendance.met_at(maya.id)
    assert (now.group_name, now.day) == ("LinkedIn", date(2026, 6, 2))


# all of them


@pytest.mark.parametrize(
    "build",
    [
        lambda session, person: PersonDialog(session, person),
        lambda session, person: FactDialog(session, Fact(person=person)),
        lambda session, person: PromiseDialog(session, Promise(person=person)),
        lambda session, person: ReferralDialog(session, Referral(person=person)),
        lambda session, person: TouchDialog(session, Touch(person=person)),
        lambda session, person: MetAtDialog(session, person),
    ],
)
def test_removed_meanwhile_is_said_in_the_form(
    session: Session,
    maya: Person,
    opened: Open,
    build: Callable[[Session, int], FormDialog],
) -> None:
    user = opened(build(session, maya.id))
    remove_person(session.store, maya.id)
    for name in ("fact-text", "promise-text", "referral-what", "touch-note", "city"):
        if user.page.findChild(QWidget, name) is not None:
            user.type(name, "Something")
    group = user.page.findChild(QComboBox, "met-group")
    if group is not None:
        QTest.keyClicks(group, "Chamber")
    user.press("save")
    assert "not in the library" in wrong(user)
    assert str(maya.id) not in wrong(user), "an id tells nobody anything"
    assert is_open(user)
