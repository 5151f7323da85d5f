"""Today: the week's room, "not now" until a date, further down the list, and what else there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDateEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.meetings import State
from planner.domain.people import Person
from planner.errors import PlannerError
from planner.journeys.keep_people import add_person, edit_person
from planner.journeys.suggest_people import not_now, suggest
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person, many_people
from tests.clocks import StandingClock
from tests.ui.drivers_window import TodayDriver, pick
from ui import theme, todays_extras
from ui.background import wait_for_all
from ui.dialogs.rest import RestDialog
from ui.pages.today import TodayPage
from ui.routes import Route, Where
from ui.session import Session
from ui.todays_extras import Extra
from ui.widgets.layouts import button
from ui.widgets.text import LeadText, Text

Show = Callable[[], TodayDriver]


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Show]:
    """Opens the page over what a test has put into the library."""
    pages = []  # one nobody keeps would be gone with its user, in the midst of being painted

    def opened() -> TodayDriver:
        page = TodayPage(session)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1084, 800)
        page.open(Route(Where.TODAY))
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return TodayDriver(page)

    yield opened
    assert wait_for_all()


def wanting(store: Store, per_week: int, planned: int = 0) -> list[Person]:
    """Some people, of whom the last few have a 1-2-1 this Sunday evening."""
    with store.transaction():
        people = store.people.add_many(a_person(f"Person {number:02}") for number in range(13))
        store.me.put(replace(store.me.get(), per_week=per_week))
        starts = datetime.combine(TODAY, datetime.min.time()) + timedelta(hours=18)
        for person in people[len(people) - planned :]:
            store.meetings.add(a_meeting(person.id, starts, state=State.AGREED))
    return people


def primary(user: TodayDriver) -> list[str]:
    buttons = [button for button in user.root.findChildren(QPushButton) if button.isVisible()]
    return [one.objectName() for one in buttons if one.property("look") == "primary"]


# the week's room


@pytest.mark.parametrize(("planned", "names"), [(0, 5), (1, 5), (2, 3)])
def test_it_shows_the_room_left_and_twice_as_many(
    show: Show, store: Store, planned: int, names: int
) -> None:
    wanting(store, 3, planned)
    user = show()
    assert user.line().endswith(f"{planned} of 3 conversations planned for this week")
    assert len(user.people()) == names
    assert primary(user)[:1] == ["plan"]
    assert not user.sees("week-full")


@pytest.mark.parametrize(
    ("planned", "said"),
    [
        (3, "Your week is full: 3 of 3 planned."),
        (4, "A rich week: 4 planned, more than the 3 you want."),
    ],
)
def test_a_full_week_is_said_kindly_and_nobody_is_pushed(
    show: Show, store: Store, planned: int, said: str
) -> None:
    wanting(store, 3, planned)
    user = show()
    counted = "3 of 3" if planned == 3 else "4"
    assert user.line().endswith(f"· {counted} conversations planned for this week")
    assert user.says("week-full") == said
    assert user.says("next-week") == "Next week you could meet:"
    assert len(user.people()) == 5
    assert primary(user) == ["start"]


def test_planning_the_last_one_fills_the_week_and_undo_empties_it(
    show: Show, store: Store, session: Session
) -> None:
    people = wanting(store, 1)
    user = show()
    assert len(user.people()) == 3
    starts = datetime.combine(TODAY, datetime.min.time()) + timedelta(hours=19)
    with store.transaction() as work:
        store.meetings.add(a_meeting(people[0].id, starts, state=State.AGREED))
    session.record("1-2-1 planned", work.change)
    assert user.says("week-full") == "Your week is full: 1 of 1 planned."
    assert people[0].name not in user.people()
    session.undo_stack.undo()
    assert not user.sees("week-full")
    assert user.people()[0] == people[0].name


def test_where_none_are_wanted_there_is_no_goal(show: Show, store: Store) -> None:
    wanting(store, 0, 1)
    user = show()
    assert user.line().endswith("· 1 conversation planned for this week")
    assert not user.sees("week-full")
    assert len(user.people()) == 5


# not now, until a date


def rest(user: TodayDriver) -> RestDialog:
    (dialog,) = [one for one in user.root.findChildren(RestDialog) if one.isVisible()]
    return dialog


def test_not_now_until_a_date(show: Show, store: Store, session: Session, qtbot: QtBot) -> None:
    wanting(store, 3)
    user = show()
    before = user.people()
    user.of(before[1]).press("not-now")
    pick("until")
    dialog = rest(user)
    day = dialog.findChild(QDateEdit, "rest-day-edit")
    assert day is not None
    assert day.minimumDate().toPython() == TODAY + timedelta(days=1)
    day.setDate(QDate(2027, 1, 7))
    with qtbot.waitSignal(session.done) as done:
        QTest.keyClick(day, Qt.Key.Key_Return)
    assert done.args == [f"{before[1]} rests until 7 January 2027"]
    assert before[1] not in user.people()
    qtbot.waitUntil(lambda: not user.sees("rest-dialog") and user.focus() == "not-now")
    kept = next(one for one in store.people.all() if one.name == before[1])
    assert (kept.rests_until, kept.put_off) == (date(2027, 1, 7), 1)
    session.undo_stack.undo()
    assert user.people() == before


def test_thinking_better_of_it_changes_nothing(show: Show, store: Store, session: Session) -> None:
    wanting(store, 3)
    user = show()
    before = user.people()
    user.of(before[0]).press("not-now")
    pick("until")
    QTest.keyClick(rest(user), Qt.Key.Key_Escape)
    assert user.people() == before
    assert session.undo_stack.count() == 0


# further down the list


def test_show_more_goes_on_to_the_end_and_back(show: Show, store: Store, qtbot: QtBot) -> None:
    names = [person.name for person in wanting(store, 3)]
    user = show()
    assert user.people() == names[:5]
    assert not user.sees("show-first")
    for start in (5, 10):
        user.press("show-more")
        assert user.people() == names[start : start + 5]
        last = min(start + 5, len(names))
        assert user.line().endswith(f"· places {start + 1} to {last} of your list")
        first = user.of(names[start]).find(QAbstractButton, "plan")
        qtbot.waitUntil(first.hasFocus)
        assert primary(user) == []
    assert not user.sees("show-more")
    user.press("show-first")
    assert user.people() == names[:5]
    assert primary(user) == ["plan"]


def test_it_stays_where_it_was_while_one_works(
    show: Show, store: Store, session: Session, clock: StandingClock
) -> None:
    names = [person.name for person in wanting(store, 3)]
    user = show()
    user.press("show-more")
    user.not_now(names[6], "week")
    assert user.people() == [names[5], *names[7:11]]
    clock.moment += timedelta(hours=1)
    assert isinstance(user.root, TodayPage)
    user.root.open(Route(Where.TODAY))
    assert user.people() == [names[5], *names[7:11]]
    clock.moment += timedelta(days=1)
    user.root.open(Route(Where.TODAY))
    assert user.people() == names[:5]


def test_where_nobody_is_left_it_shows_those_before(
    show: Show, store: Store, session: Session
) -> None:
    people = wanting(store, 3)
    user = show()
    user.press("show-more")
    user.press("show-more")
    assert user.people() == [person.name for person in people[10:]]
    for person in people[10:]:
        session.do("Rests", not_now, person.id, TODAY + timedelta(days=7), TODAY)
    assert user.people() == [person.name for person in people[5:10]]
    assert not user.sees("show-more")


def test_by_keyboard_alone(show: Show, store: Store, qtbot: QtBot) -> None:
    names = [person.name for person in wanting(store, 3)]
    user = show()
    user.find(QAbstractButton, "show-more").setFocus()
    user.key(Qt.Key.Key_Return)
    qtbot.waitUntil(user.of(names[5]).find(QAbstractButton, "plan").hasFocus)
    user.find(QAbstractButton, "show-first").setFocus()
    user.key(Qt.Key.Key_Space)
    qtbot.waitUntil(user.of(names[0]).find(QAbstractButton, "plan").hasFocus)


def test_in_a_large_network_the_end_is_not_far(show: Show, store: Store, session: Session) -> None:
    many_people(store, 60)
    user = show()
    seen = user.people()
    while user.sees("show-more"):
        user.press("show-more")
        seen += user.people()
    assert seen == [entry.person.name for entry in suggest(store, TODAY, 100).entries]


# what else there is


class Found(Text):
    """A card as another part of the program has it: what was found, in words."""

    def __init__(self, session: Session, found: str, parent: QWidget | None = None) -> None:
        super().__init__(found, parent=parent)
        self.setObjectName("extra")


def how_many(store: Store, today: date) -> str | None:
    """How many people there are, where there are any."""
    count = store.people.count()
    return f"{count} people on {today}" if count else None


def renamed(store: Store, today: date) -> str | None:
    """Whoever has another name than the rest."""
    return next((one.name for one in store.people.all() if "Person" not in one.name), None)


@pytest.fixture
def extras(monkeypatch: pytest.MonkeyPatch) -> None:
    card = f"{__name__}:Found"
    found = (Extra(f"{__name__}:renamed", card), Extra(f"{__name__}:how_many", card))
    monkeypatch.setattr(todays_extras, "EXTRAS", found)


def test_what_else_there_is_comes_below_once_the_page_is_seen(
    show: Show, store: Store, session: Session, extras: None, qtbot: QtBot
) -> None:
    user = show()
    assert user.people() == []
    session.do("Added", add_person, a_person("Person 01"))
    qtbot.waitUntil(lambda: user.says("extra") == f"1 people on {TODAY}")


def test_what_is_the_same_stays_as_it_is(
    show: Show, store: Store, session: Session, extras: None, qtbot: QtBot
) -> None:
    people = wanting(store, 3)
    user = show()

    def told() -> list[str]:
        cards = sorted(user.all(Found, "extra"), key=lambda card: card.y())
        return [card.text() for card in cards]

    counted = f"13 people on {TODAY}"
    qtbot.waitUntil(lambda: told() == [counted])
    (card,) = user.all(Found, "extra")
    session.do("Renamed", edit_person, replace(people[0], name="Another"))
    qtbot.waitUntil(lambda: told() == ["Another", counted])
    assert card in user.all(Found, "extra")
    session.do("Added", add_person, a_person("Person 13"))
    qtbot.waitUntil(lambda: told() == ["Another", f"14 people on {TODAY}"])
    session.undo_stack.undo()
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: told() == [counted])


def test_it_wears_the_other_palette_too(
    show: Show, store: Store, extras: None, qtbot: QtBot, dressed: object
) -> None:
    wanting(store, 3)
    user = show()
    qtbot.waitUntil(lambda: user.sees("extra"))
    before = user.find(QWidget, "extra")
    assert isinstance(user.root, TodayPage)
    theme.apply(dressed, theme.Scheme.DARK)  # type: ignore[arg-type]
    user.root.on_theme()
    qtbot.waitUntil(lambda: user.find(QWidget, "extra") is not before)


def refused(store: Store, today: date) -> str | None:
    raise PlannerError("Nothing of it can be read.")


def test_one_that_cannot_be_found_out_keeps_no_other_away(
    show: Show, store: Store, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    wanting(store, 3)
    card = f"{__name__}:Found"
    found = (Extra(f"{__name__}:refused", card), Extra(f"{__name__}:how_many", card))
    monkeypatch.setattr(todays_extras, "EXTRAS", found)
    user = show()
    qtbot.waitUntil(lambda: user.says("extra") == f"13 people on {TODAY}")


def test_it_comes_even_where_the_page_itself_is_never_painted(
    session: Session, store: Store, extras: None, qtbot: QtBot
) -> None:
    wanting(store, 3)
    page = TodayPage(session)
    qtbot.addWidget(page)
    page.setUpdatesEnabled(False)
    page.open(Route(Where.TODAY))
    page.show()
    user = TodayDriver(page)
    qtbot.waitUntil(lambda: user.sees("extra") and user.sees("show-more"))
    assert wait_for_all()


class Asking(Text):
    """A card with something to press, which goes at once when that is done."""

    def __init__(self, session: Session, found: str, parent: QWidget | None = None) -> None:
        super().__init__(found, parent=parent)
        self.setObjectName("asking")
        away = button("Away", self.hide, name=f"away-{found}")
        away.setParent(self)


def second_asked(store: Store, today: date) -> str | None:
    return next((one.city for one in store.people.all() if one.city), "two")


def test_the_keyboard_goes_on_from_a_card_that_goes(
    show: Show, store: Store, session: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    people = wanting(store, 3)
    card = f"{__name__}:Asking"
    found = (Extra(f"{__name__}:second_asked", card), Extra(f"{__name__}:nobody_else", card))
    monkeypatch.setattr(todays_extras, "EXTRAS", found)
    user = show()
    qtbot.waitUntil(lambda: user.sees("away-two") and user.sees("away-other"))
    user.find(QAbstractButton, "away-two").setFocus()
    session.do("Moved", edit_person, replace(people[0], city="Leeds"))
    qtbot.waitUntil(lambda: user.sees("away-Leeds") and user.focus() == "away-Leeds")
    user.key(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: user.focus() == "away-other")


def nobody_else(store: Store, today: date) -> str:
    return "other"


# where the page begins


def begins_at_head(user: TodayDriver) -> bool:
    (area,) = user.all(QScrollArea, "")
    return area.verticalScrollBar().value() == 0


def scroll_down(user: TodayDriver, qtbot: QtBot) -> None:
    (area,) = user.all(QScrollArea, "")
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 150)
    bar.setValue(bar.maximum())


def test_the_next_people_and_the_first_again_are_read_from_the_head(
    show: Show, store: Store, qtbot: QtBot
) -> None:
    names = [person.name for person in wanting(store, 3)]
    user = show()
    user.root.resize(1084, 500)
    for way, first in (("show-more", names[5]), ("show-first", names[0])):
        scroll_down(user, qtbot)
        user.press(way)
        plan = user.of(first).find(QAbstractButton, "plan")
        qtbot.waitUntil(plan.hasFocus)
        assert begins_at_head(user)


def test_whoever_comes_back_from_another_page_begins_at_the_first_again(
    show: Show, store: Store, qtbot: QtBot
) -> None:
    names = [person.name for person in wanting(store, 3)]
    user = show()
    user.root.resize(1084, 500)
    user.press("show-more")
    assert user.people() == names[5:10]
    scroll_down(user, qtbot)
    assert isinstance(user.root, TodayPage)
    user.root.hide()
    user.root.open(Route(Where.TODAY))
    user.root.show()
    assert user.people() == names[:5]
    qtbot.waitUntil(lambda: begins_at_head(user))
    scroll_down(user, qtbot)
    user.root.hide()
    user.root.open(Route(Where.TODAY))
    user.root.show()
    assert begins_at_head(user)


def test_another_day_begins_at_the_head(
    show: Show, store: Store, clock: StandingClock, qtbot: QtBot
) -> None:
    wanting(store, 3)
    user = show()
    user.root.resize(1084, 500)
    scroll_down(user, qtbot)
    clock.moment += timedelta(days=1)
    assert isinstance(user.root, TodayPage)
    user.root.freshen()
    assert begins_at_head(user)


# why these people


@pytest.mark.parametrize("way", ["foot", "key", "reason"])
def test_each_way_in_asks_why(show: Show, store: Store, way: str) -> None:
    names = [person.name for person in wanting(store, 3)]
    user = show()
    if way == "foot":
        user.press("why-these")
    elif way == "key":
        user.of(names[2]).find(QAbstractButton, "not-now").setFocus()
        user.write("?")
    else:
        reason = user.of(names[2]).find(LeadText, "reason")
        QTest.mouseClick(reason, Qt.MouseButton.LeftButton)
    assert user.says("why-name") == names[0 if way == "foot" else 2]


def test_what_is_read_stays_in_place_when_the_page_is_filled_again(
    show: Show, store: Store, session: Session, qtbot: QtBot
) -> None:
    people = wanting(store, 3)
    user = show()
    user.root.resize(1084, 400)
    plan = user.of(people[0].name).find(QAbstractButton, "plan")
    plan.setFocus()
    (area,) = user.all(QScrollArea, "")
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 150)
    bar.setValue(150)  # by the wheel: the keyboard stays where it was, out of sight
    session.do("Renamed", edit_person, replace(people[4], name="Person 04 renamed"))
    assert user.people()[4] == "Person 04 renamed"
    qtbot.waitUntil(user.of(people[0].name).find(QAbstractButton, "plan").hasFocus)
    assert bar.value() == 150


def test_what_is_read_stays_in_place_when_two_changes_come_at_once(
    show: Show, store: Store, session: Session, qtbot: QtBot
) -> None:
    people = wanting(store, 3)
    user = show()
    user.root.resize(1084, 400)
    plan = user.of(people[0].name).find(QAbstractButton, "plan")
    plan.setFocus()
    qtbot.waitUntil(plan.hasFocus)
    qtbot.waitUntil(lambda: user.sees("why-these"))
    (area,) = user.all(QScrollArea, "")
    assert area.verticalScrollBar().value() == 0
    for name in ("One", "Two"):
        session.do("Renamed", edit_person, replace(people[4], name=name))
    qtbot.waitUntil(lambda: user.of(people[0].name).find(QAbstractButton, "plan").hasFocus())
    assert area.verticalScrollBar().value() == 0


def in_tab_order(user: TodayDriver) -> list[str]:
    """What Tab leads to from the search field on, once around."""
    first = user.find(QWidget, "search-everything")
    names = []
    part = first.nextInFocusChain()
    while part is not None and part is not first:
        by_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if by_tab and part.isVisible() and part.isEnabled() and part.objectName():
            names.append(part.objectName())
        part = part.nextInFocusChain()
    return names


def test_tab_goes_through_the_list_and_its_foot_also_further_down(
    show: Show, store: Store, qtbot: QtBot
) -> None:
    wanting(store, 3)
    user = show()
    qtbot.waitUntil(lambda: user.sees("show-more"))
    for feet in (["show-more", "why-these"], ["show-more", "show-first", "why-these"]):
        names = in_tab_order(user)
        assert names.count("plan") == 5
        last = len(names) - 1 - names[::-1].index("not-now")
        assert [name for name in names[last + 1 :] if name in feet] == feet
        assert not set(names[:last]) & set(feet)
        user.press("show-more")
