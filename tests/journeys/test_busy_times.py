"""The calendars a user names: kept, read, and read again where they have changed."""

from __future__ import annotations

import logging
import os
import time
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from planner.calendar import busy
from planner.domain.busy import BusyTime
from planner.domain.calendar_reads import SAMPLE, Asked, CalendarRead, Trouble, problem
from planner.errors import PlannerError
from planner.journeys.about_me import save
from planner.journeys.busy_times import (
    calendars,
    forget_calendar,
    name_calendar,
    name_calendars,
    own_addresses,
    read_calendars,
    span,
)
from planner.journeys.calendar_source import read_source
from planner.journeys.load_sample import load_sample, remove_sample
from planner.storage.open_files import is_open
from planner.storage.store import Store
from tests.builders import TODAY
from tests.calendar_files import calendar, event, write, write_text
from tests.clocks import NOW

NOVEMBER = Asked("Europe/London", datetime(2026, 11, 1), datetime(2026, 12, 1))


def read(path: Path, known: CalendarRead | None = None, asked: Asked = NOVEMBER) -> CalendarRead:
    return read_source(str(path), asked, known, time.time())


def taken(found: CalendarRead) -> list[tuple[str, datetime]]:
    times = [each for kept in found.parts.values() for each in kept.file.busy]
    return sorted((each.summary, each.start) for each in times)


def summaries(found: CalendarRead) -> list[str]:
    return [summary for summary, _ in taken(found)]


def test_calendars_are_kept_in_the_order_they_were_named(store: Store, tmp_path: Path) -> None:
    work, home = str(tmp_path / "work.ics"), str(tmp_path / "home.ics")
    name_calendar(store, work)
    named = name_calendar(store, home)
    assert calendars(store) == (work, home)
    store.revert(named)
    assert calendars(store) == (work,)
    store.reapply(named)
    forgotten = forget_calendar(store, work)
    assert calendars(store) == (home,)
    store.revert(forgotten)
    assert calendars(store) == (work, home)


def test_the_same_calendar_is_not_named_twice(store: Store, tmp_path: Path) -> None:
    name_calendar(store, str(tmp_path / "work.ics"))
    with pytest.raises(PlannerError, match=r"^work\.ics is one of your calendars already\.$"):
        name_calendar(store, str(tmp_path / "work.ics"))
    with pytest.raises(PlannerError):
        name_calendars(store, [str(tmp_path / "work.ics")])


def test_of_several_those_named_already_are_left_out(store: Store, tmp_path: Path) -> None:
    work, home = str(tmp_path / "work.ics"), str(tmp_path / "home.ics")
    name_calendar(store, work)
    name_calendars(store, [work, home])
    assert calendars(store) == (work, home)


def test_a_setting_that_another_program_wrote_is_no_calendar(store: Store) -> None:
    with store.transaction():
        store.settings.put("calendars", "not what we write")
    assert calendars(store) == ()


def test_the_sample_network_has_a_calendar_that_goes_with_it(store: Store, tmp_path: Path) -> None:
    load_sample(store, TODAY, NOW)
    assert calendars(store) == (SAMPLE,)
    name_calendar(store, str(tmp_path / "work.ics"))
    found = read_calendars(calendars(store)[:1], "Europe/London", NOVEMBER.start, NOVEMBER.end)
    assert not found.problems
    assert [each for file in found.files for each in file.skipped] == []
    monday = datetime(2026, 11, 23, 13, 0)
    assert BusyTime(monday, monday + timedelta(minutes=45)) == replace(
        next(each for each in found.busy if each.start >= monday), summary="", uid=""
    )
    remove_sample(store)
    assert calendars(store) == (str(tmp_path / "work.ics"),)


def test_a_file_is_read(tmp_path: Path) -> None:
    file = write(tmp_path / "work.ics", event("Board"), event("Dentist", "20261125T100000"))
    found = read(file)
    assert taken(found) == [
        ("Board", datetime(2026, 11, 24, 9)),
        ("Dentist", datetime(2026, 11, 25, 10)),
    ]
    assert (found.events, found.trouble, found.read) == (2, Trouble.NOTHING, True)


def test_what_all_calendars_say_is_put_together_earliest_first(tmp_path: Path) -> None:
    one = write(tmp_path / "one.ics", event("Late", "20261126T100000Z"), event("Early"))
    other = write(tmp_path / "other.ics", event("Middle", "20261125T100000Z"))
    gone = tmp_path / "gone.ics"
    paths = [str(one), str(other), str(gone)]
    found = read_calendars(paths, "UTC", NOVEMBER.start, NOVEMBER.end, moment=time.time())
    assert [each.summary for each in found.busy] == ["Early", "Middle", "Late"]
    assert found.problems == (problem(str(gone), Trouble.MISSING),)
    assert str(gone) in found.problems[0]


def test_a_file_that_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    file = write(tmp_path / "work.ics", event())
    first = read(file)
    assert read(file, first).parts[str(file)] is first.parts[str(file)]


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    file = write(tmp_path / "work.ics", event("Board"))
    first = read(file)
    write(file, event("Lunch"), event("Board"))
    second = read(file, first)
    assert summaries(second) == ["Board", "Lunch"]
    assert not second.says_the_same(first)


def test_a_file_put_in_its_place_is_another_even_of_the_same_size_and_age(tmp_path: Path) -> None:
    file = write(tmp_path / "work.ics", event("Board"))
    first, seen = read(file), file.stat()
    fresh = write(tmp_path / "work.ics.new", event("Lunch"))
    os.utime(fresh, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    fresh.replace(file)
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (seen.st_size, seen.st_mtime_ns)
    assert summaries(read(file, first)) == ["Lunch"]


def test_a_file_just_written_is_looked_at_again_as_its_time_may_not_tell(tmp_path: Path) -> None:
    file = write(tmp_path / "work.ics", event("Board"), seconds_ago=0)
    first = read(file)
    assert summaries(first) == ["Board"]
    assert first.unsettled
    file.write_bytes(calendar(event("Lunch")).encode())
    settled = read_source(str(file), NOVEMBER, first, time.time() + 60)
    assert summaries(settled) == ["Lunch"]
    assert not settled.unsettled


def test_in_another_zone_it_is_read_anew(tmp_path: Path) -> None:
    file = write(tmp_path / "work.ics", event("Dentist", "20261125T100000"))
    first = read(file)
    there = read(file, first, replace(NOVEMBER, zone="Asia/Tokyo"))
    assert taken(there) == [("Dentist", datetime(2026, 11, 25, 1))]


def test_a_file_that_is_gone_counts_as_it_was_last_read(tmp_path: Path) -> None:
    file = write(tmp_path / "work.ics", event("Board"))
    first = read(file)
    file.unlink()
    gone = read(file, first)
    assert (gone.trouble, summaries(gone)) == (Trouble.MISSING, ["Board"])
    write(file, event("Lunch"))
    back = read(file, gone)
    assert (back.trouble, summaries(back)) == (Trouble.NOTHING, ["Lunch"])


def test_a_file_that_comes_back_as_it_was_has_no_trouble_any_more(tmp_path: Path) -> None:
    file = write(tmp_path / "work.ics", event("Board"))
    first = read(file)
    aside = file.rename(tmp_path / "aside.ics")
    gone = read(file, first)
    aside.rename(file)
    assert read(file, gone).trouble is Trouble.NOTHING


def test_a_file_that_never_was_there_is_said(tmp_path: Path) -> None:
    found = read(tmp_path / "work.ics")
    assert (found.trouble, found.parts, found.read) == (Trouble.MISSING, {}, False)
    assert read(tmp_path / "work.ics" / "inner.ics").trouble is Trouble.MISSING


def test_a_file_below_a_file_is_not_there(tmp_path: Path) -> None:
    file = write(tmp_path / "work.ics", event())
    assert read(file / "inner.ics").trouble is Trouble.MISSING


def test_what_the_system_refuses_to_open_is_said(tmp_path: Path) -> None:
    (tmp_path / "work.ics").symlink_to(tmp_path / "work.ics")  # round and round
    assert read(tmp_path / "work.ics").trouble is Trouble.SHUT


def test_a_file_that_is_half_written_counts_as_it_was_before(tmp_path: Path) -> None:
    file = write(tmp_path / "work.ics", event("Board"))
    first = read(file)
    half = calendar(event("Lunch"), event("Board"))[:-40]
    write_text(file, half, seconds_ago=0)
    writing = read(file, first)
    assert (writing.trouble, summaries(writing)) == (Trouble.WRITING, ["Board"])
    assert writing.unsettled


@pytest.mark.parametrize("text", ["", "\r\n", calendar(event("Lunch"))[:60]])
def test_a_file_being_written_for_the_first_time_is_waited_for(tmp_path: Path, text: str) -> None:
    file = write_text(tmp_path / "work.ics", text, seconds_ago=0)
    found = read(file)
    assert (found.trouble, found.parts) == (Trouble.WRITING, {})


def test_a_file_left_half_written_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    text = calendar(event("Lunch"), event("Board"))
    file = write_text(tmp_path / "work.ics", text[: text.index("SUMMARY:Board")])
    found = read(file)
    assert "Lunch" in summaries(found)
    assert found.skipped  # and not silently
    assert found.trouble is Trouble.NOTHING


def test_a_folder_has_a_file_for_each_event(tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    (folder / "private").mkdir(parents=True)
    (folder / ".cache").mkdir()
    write(folder / "one.ics", event("One"))
    write(folder / "two.ICS", event("Two"))
    write(folder / "private" / "three.ics", event("Three"))
    write(folder / ".cache" / "hidden.ics", event("Hidden"))
    write(folder / ".two.ics.tmp.ics", event("Half"))
    (folder / "colour").write_text("#00aa00")
    found = read(folder)
    assert summaries(found) == ["One", "Three", "Two"]
    assert (found.events, found.folder, found.trouble) == (3, True, Trouble.NOTHING)


def test_of_a_folder_only_what_changed_is_read_again(tmp_path: Path) -> None:
    one, two = write(tmp_path / "one.ics", event("One")), write(tmp_path / "two.ics", event("Two"))
    write(tmp_path / "gone.ics", event("Gone"))
    first = read(tmp_path)
    (tmp_path / "gone.ics").unlink()
    write(two, event("Two and a half"))
    second = read(tmp_path, first)
    assert second.parts[str(one)] is first.parts[str(one)]
    assert summaries(second) == ["One", "Two and a half"]


def test_a_file_half_written_in_a_folder_counts_as_it_was(tmp_path: Path) -> None:
    write(tmp_path / "one.ics", event("One"))
    two = write(tmp_path / "two.ics", event("Two"))
    first = read(tmp_path)
    write_text(two, calendar(event("Two again"))[:50], seconds_ago=0)
    second = read(tmp_path, first)
    assert (second.trouble, summaries(second)) == (Trouble.WRITING, ["One", "Two"])


def test_a_folder_without_calendars_is_said(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").write_text("nothing")
    assert read(tmp_path).trouble is Trouble.EMPTY


def test_what_a_broken_file_in_a_folder_says_names_that_file(tmp_path: Path) -> None:
    write(tmp_path / "one.ics", event("One"))
    write_text(tmp_path / "bad.ics", "what is this?")
    found = read(tmp_path)
    assert summaries(found) == ["One"]
    assert {file for file, _ in found.skipped} == {"bad.ics"}


def test_a_picture_is_no_calendar_and_is_said(tmp_path: Path) -> None:
    file = tmp_path / "work.ics"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    found = read(file)
    assert (found.events, found.trouble) == (0, Trouble.NOTHING)
    assert len(found.skipped) == 1


def test_a_file_too_large_is_not_even_opened(tmp_path: Path) -> None:
    file = write(tmp_path / "work.ics", event())
    with file.open("r+b") as opened:
        opened.truncate(busy.MOST_MEGABYTES * 1_000_000 + 1)  # sparse: it takes no room
    os.utime(file, (0, 0))
    ((_, said),) = read(file).skipped
    assert said.reason == "It is larger than 50 MB; export fewer years of the calendar."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.ics")
    assert read(tmp_path / "pipe.ics").skipped
    write(tmp_path / "one.ics", event("One"))
    assert summaries(read(tmp_path)) == ["One"]


def test_the_library_itself_named_for_a_calendar_comes_to_no_harm(store: Store) -> None:
    found = read(store.path)
    assert found.skipped
    assert is_open(store.path)
    save(store, replace(store.me.get(), name="Sam"))
    assert store.me.get().name == "Sam"


def test_a_fault_of_the_reader_does_not_carry_private_words_into_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    file = write(tmp_path / "private.ics", event("Secret surgery"))

    def fail(data: bytes, *told: object, **more: object) -> None:
        raise ValueError(f"cannot read {data!r}")

    monkeypatch.setattr(busy, "read_busy", fail)
    with caplog.at_level(logging.DEBUG):
        found = read(file)
    assert len(found.skipped) == 1
    assert "ValueError" in caplog.text
    assert "Secret" not in caplog.text
    assert "private" not in caplog.text


def test_whoever_is_told_how_far_it_is_can_end_it(tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def stop(done: int, of: int) -> None:
        raise Enough

    file = write(tmp_path / "work.ics", event())
    with pytest.raises(Enough):
        read_source(str(file), NOVEMBER, None, time.time(), stop)


@pytest.mark.parametrize(
    ("today", "start", "end"),
    [
        (date(2026, 11, 22), datetime(2026, 9, 30), datetime(2027, 12, 2)),
        (date(2026, 1, 1), datetime(2025, 11, 30), datetime(2027, 2, 2)),
        (date(2026, 12, 31), datetime(2026, 10, 31), datetime(2028, 1, 2)),
    ],
)
def test_from_the_last_month_to_the_one_a_year_on(
    today: date, start: datetime, end: datetime
) -> None:
    assert span(today) == (start, end)


def test_a_user_is_known_by_their_address(store: Store) -> None:
    save(store, replace(store.me.get(), email=" Sam@Work.example"))
    assert own_addresses(store.me.get()) == {"sam@work.example"}
    save(store, replace(store.me.get(), email=""))
    assert own_addresses(store.me.get()) == frozenset()
