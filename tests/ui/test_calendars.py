"""The user's calendars beside the window: read in a thread, watched, and told of."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.domain.busy import BusyTime
from planner.domain.calendar_reads import Asked, CalendarRead, Trouble
from planner.journeys.about_me import save
from planner.journeys.busy_times import forget_calendar, name_calendar
from planner.journeys.calendar_source import read_source
from planner.journeys.load_sample import load_sample, remove_sample
from planner.storage.store import Store
from tests.calendar_files import calendar, event, write, write_text
from tests.clocks import StandingClock
from ui import background, calendars
from ui.calendar_wording import line
from ui.calendars import Calendars
from ui.session import Session

PATIENCE = 10_000  # milliseconds for a file to be read on a busy machine


class Reader:
    """Somebody who names calendars, and reads what is said of them."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.session = session
        self.qtbot = qtbot
        session.keep(save, replace(session.me, zone="Europe/London"))
        session.calendars.ask()  # as the page does that shows times

    @property
    def calendars(self) -> Calendars:
        return self.session.calendars

    def name(self, *files: Path) -> None:
        for file in files:
            self.session.do("added", name_calendar, str(file))
        self.until_read()

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=PATIENCE)

    def until_read(self) -> None:
        self.calendars.ask()
        self.until(lambda: not self.calendars.reading)

    def taken(self) -> list[str]:
        return [each.summary for each in self.calendars.busy()]

    def troubles(self) -> list[Trouble]:
        return [each.trouble for each in self.calendars.standing()]

    def line(self) -> str:
        return line(self.calendars.standing(), self.session)


@pytest.fixture
def user(session: Session, qtbot: QtBot) -> Iterator[Reader]:
    yield Reader(session, qtbot)
    session.end()
    background.wait_for_all()


def test_nothing_is_read_where_nothing_is_named(user: Reader) -> None:
    user.calendars.ask()
    assert not user.calendars.reading
    assert not user.calendars.named
    assert (user.calendars.busy(), user.line()) == ((), "")


def test_a_calendar_named_is_read_beside_the_window(user: Reader, tmp_path: Path) -> None:
    file = write(tmp_path / "work.ics", event("Board"))
    with user.qtbot.waitSignal(user.calendars.changed, timeout=PATIENCE):
        user.session.do("added", name_calendar, str(file))
        assert user.calendars.reading
        assert user.line() == "your calendar: work.ics, being read…"
    starts = datetime(2026, 11, 24, 9)
    (busy,) = user.calendars.busy()
    assert replace(busy, uid="") == BusyTime(starts, starts + timedelta(hours=1), "Board")
    user.until(lambda: user.line() == "your calendar: work.ics, read just now")


def test_naming_is_undone_and_done_again(user: Reader, tmp_path: Path) -> None:
    user.name(write(tmp_path / "work.ics", event("Board")))
    user.session.undo_stack.undo()
    assert (user.taken(), user.calendars.named) == ([], False)
    user.session.undo_stack.redo()
    user.until(lambda: user.taken() == ["Board"])


def test_removing_is_undone(user: Reader, tmp_path: Path) -> None:
    one, other = (
        write(tmp_path / "one.ics", event("One")),
        write(tmp_path / "two.ics", event("Two")),
    )
    user.name(one, other)
    user.session.do("removed", forget_calendar, str(one))
    assert user.taken() == ["Two"]
    user.session.undo_stack.undo()
    user.until(lambda: sorted(user.taken()) == ["One", "Two"])


def test_a_file_that_changes_is_read_again_by_itself(user: Reader, tmp_path: Path) -> None:
    file = write(tmp_path / "work.ics", event("Board"))
    user.name(file)
    file.write_bytes(calendar(event("Lunch"), event("Board")).encode())
    user.until(lambda: sorted(user.taken()) == ["Board", "Lunch"])


def test_a_file_another_is_put_in_place_of_is_read_again_and_again(
    user: Reader, tmp_path: Path
) -> None:
    file = write(tmp_path / "work.ics", event("Board"))
    user.name(file)
    for name in ("Lunch", "Supper"):
        write(tmp_path / "new", event(name)).replace(file)
        user.until(lambda name=name: user.taken() == [name])


def test_a_new_file_in_a_folder_is_seen(user: Reader, tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    folder.mkdir()
    write(folder / "one.ics", event("One"))
    user.name(folder)
    assert user.taken() == ["One"]
    write(folder / "two.ics", event("Two"))
    user.until(lambda: sorted(user.taken()) == ["One", "Two"])


def test_a_file_taken_away_still_counts_and_is_said(user: Reader, tmp_path: Path) -> None:
    file = write(tmp_path / "work.ics", event("Board"))
    user.name(file)
    file.unlink()
    user.until(lambda: user.troubles() == [Trouble.MISSING])
    assert user.taken() == ["Board"]
    assert user.line() == "your calendar: work.ics, not found"
    write(file, event("Lunch"))
    user.until(lambda: user.taken() == ["Lunch"])
    assert user.troubles() == [Trouble.NOTHING]


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is being written is looked at again at once."""
    monkeypatch.setattr(calendars, "SETTLED_MS", 50)


def test_what_was_half_written_is_read_once_it_is_whole(
    soon: None, user: Reader, tmp_path: Path
) -> None:
    text = calendar(event("Board"), event("Lunch"))
    file = write_text(tmp_path / "work.ics", text[:-60], seconds_ago=0)
    user.name(file)
    assert user.troubles() == [Trouble.WRITING]
    write_text(file, text)
    user.until(lambda: sorted(user.taken()) == ["Board", "Lunch"])


def test_whoever_travels_is_taken_by_the_new_zones_clocks(
    user: Reader, clock: StandingClock, tmp_path: Path
) -> None:
    user.session.keep(save, replace(user.session.me, zone=""))  # the machine's
    user.name(write(tmp_path / "work.ics", event("Dentist", "20261125T100000")))
    assert user.calendars.busy()[0].start == datetime(2026, 11, 25, 10)
    clock.zone = "Asia/Tokyo"
    user.until_read()
    assert user.calendars.busy()[0].start == datetime(2026, 11, 25, 1)


def test_another_zone_in_about_me_counts_at_once(user: Reader, tmp_path: Path) -> None:
    user.name(write(tmp_path / "work.ics", event("Dentist", "20261125T100000")))
    user.session.do("moved", save, replace(user.session.me, zone="Asia/Tokyo"))
    user.until(lambda: user.calendars.busy()[0].start == datetime(2026, 11, 25, 1))


def test_other_settings_have_nothing_read(user: Reader, tmp_path: Path) -> None:
    user.name(write(tmp_path / "work.ics", event("Board")))
    user.session.do("told", save, replace(user.session.me, company="Work & Co"))
    assert not user.calendars.reading


def test_the_sample_has_taken_times_that_go_with_it(user: Reader, clock: StandingClock) -> None:
    user.session.do("loaded", load_sample, user.session.today(), clock.now())
    user.until(lambda: "Home survey" in user.taken())
    user.session.do("removed", remove_sample)
    assert user.taken() == []


class Far:
    """A disk that answers only when it is let."""

    def __init__(self) -> None:
        self.answers = threading.Event()

    def read(
        self,
        path: str,
        asked: Asked,
        known: CalendarRead | None,
        moment: float,
        tell: Callable[[int, int], None],
    ) -> CalendarRead:
        if "far" in path:
            assert self.answers.wait(60)
        return read_source(path, asked, known, moment, tell)


@pytest.fixture
def far(monkeypatch: pytest.MonkeyPatch) -> Iterator[Far]:
    disk = Far()
    monkeypatch.setattr(calendars, "read_source", disk.read)
    monkeypatch.setattr(calendars, "PATIENCE_MS", 100)
    yield disk
    disk.answers.set()
    for thread in threading.enumerate():  # those given up as well
        if thread.daemon:
            thread.join(PATIENCE)


def test_a_disk_that_does_not_answer_holds_nothing_up(
    far: Far, user: Reader, tmp_path: Path
) -> None:
    away = write(tmp_path / "far.ics", event("Far"))
    user.session.do("added", name_calendar, str(away))
    near = write(tmp_path / "near.ics", event("Near"))
    user.session.do("added", name_calendar, str(near))
    user.until(lambda: user.taken() == ["Near"])
    user.until(lambda: user.troubles() == [Trouble.SILENT, Trouble.NOTHING])
    assert "far.ics does not answer" in user.line()
    assert background.wait_for_all(100)  # nobody waits for it at the end
    far.answers.set()
    user.until(lambda: sorted(user.taken()) == ["Far", "Near"])
    assert user.troubles() == [Trouble.NOTHING, Trouble.NOTHING]


def test_one_removed_while_another_is_read_takes_nobody_any_more(
    far: Far, user: Reader, tmp_path: Path
) -> None:
    near = write(tmp_path / "near.ics", event("Near"))
    user.name(near)
    user.session.do("added", name_calendar, str(write(tmp_path / "far.ics", event("Far"))))
    user.until(lambda: user.calendars.reading)
    user.session.do("removed", forget_calendar, str(near))
    far.answers.set()
    user.until(lambda: user.taken() == ["Far"])


def test_a_silent_disk_is_asked_once_until_it_answers(
    far: Far, user: Reader, tmp_path: Path
) -> None:
    user.session.do("added", name_calendar, str(write(tmp_path / "far.ics", event("Far"))))
    user.until(lambda: user.troubles() == [Trouble.SILENT])
    user.calendars.ask()
    assert not user.calendars.reading


def test_closing_while_one_is_read_drops_what_comes_of_it(
    far: Far, user: Reader, tmp_path: Path
) -> None:
    user.session.do("added", name_calendar, str(write(tmp_path / "far.ics", event("Far"))))
    user.session.end()
    far.answers.set()
    assert background.wait_for_all()
    user.calendars.ask()
    user.qtbot.waitUntil(lambda: not user.calendars.reading)
    assert user.taken() == []


def test_nothing_of_a_calendar_is_kept_in_the_library(
    user: Reader, store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    user.name(write(tmp_path / "work.ics", event("Zahnwurzelbehandlung")))
    assert user.taken() == ["Zahnwurzelbehandlung"]
    assert not store.search.find("Zahnwurzelbehandlung")
    store.close()
    for kept in store.path.parent.glob("library.visavis*"):
        assert b"wurzelbehandlung" not in kept.read_bytes()
    assert "wurzelbehandlung" not in caplog.text


def test_two_windows_read_the_same_calendar(
    user: Reader, qtbot: QtBot, tmp_path: Path, clock: StandingClock
) -> None:
    file = write(tmp_path / "work.ics", event("Board"))
    user.name(file)
    with Store.open(tmp_path / "other.visavis") as store:
        other = Reader(Session(store, clock), qtbot)
        other.name(file)
        assert other.taken() == user.taken() == ["Board"]
        other.session.end()


def test_a_calendar_named_by_another_program_is_read(user: Reader, tmp_path: Path) -> None:
    file = write(tmp_path / "work.ics", event("Board"))
    assert not user.calendars.named
    with user.session.store.another() as own:
        name_calendar(own, str(file))
    user.session.look_elsewhere()
    user.until(lambda: user.taken() == ["Board"])


def test_how_long_ago_they_were_read(user: Reader, clock: StandingClock, tmp_path: Path) -> None:
    work, home = write(tmp_path / "work.ics"), write(tmp_path / "home.ics")
    user.name(work)
    clock.moment += timedelta(minutes=2)
    assert user.line() == "your calendar: work.ics, read 2 minutes ago"
    clock.moment += timedelta(hours=2)
    assert user.line() == "your calendar: work.ics, read today 09:30"
    user.name(home)
    assert user.line() == "your calendars: work.ics and home.ics, read just now"
    user.name(write(tmp_path / "third.ics"))
    assert user.line() == "your 3 calendars, read just now"
    (tmp_path / "third.ics").unlink()
    user.until(lambda: user.line() == "your 3 calendars, third.ics not found")
    home.unlink()
    user.until(lambda: user.line() == "your 3 calendars, 2 of them not to be read")
