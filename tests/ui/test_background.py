"""Work beside the window: its result comes to the window's thread, or a sentence does."""

from __future__ import annotations

import gc
import logging
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.errors import PlannerError
from ui import background


class Listener(QObject):
    """Keeps what it is told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.sentences: list[str] = []
        self.threads: list[QThread] = []
        self.told: list[int] = []
        self.said: list[str] = []
        self.stops = 0

    def on_done(self, result: object) -> None:
        self.results.append(result)
        self.threads.append(QThread.currentThread())

    def on_told(self, thousandths: int) -> None:
        self.told.append(thousandths)

    def on_said(self, words: str) -> None:
        self.said.append(words)

    def on_stopped(self) -> None:
        self.stops += 1

    def on_failed(self, sentence: str) -> None:
        self.sentences.append(sentence)


@pytest.fixture
def listener(qapp: QApplication) -> Listener:
    return Listener()


def test_the_result_comes_to_the_windows_thread(listener: Listener, qtbot: QtBot) -> None:
    worked_in: list[int] = []

    def work(job: background.Job) -> int:
        worked_in.append(threading.get_ident())
        return 42

    background.run(work, listener.on_done, listener.on_failed)
    qtbot.waitUntil(lambda: listener.results == [42])
    assert worked_in != [threading.get_ident()]
    assert listener.threads == [listener.thread()]


def test_a_refusal_is_said_in_its_own_words(listener: Listener, qtbot: QtBot) -> None:
    def work(job: background.Job) -> None:
        raise PlannerError("contacts.vcf cannot be opened.")

    background.run(work, listener.on_done, listener.on_failed)
    qtbot.waitUntil(lambda: listener.sentences == ["contacts.vcf cannot be opened."])
    assert listener.results == []


def test_a_bug_is_logged_and_told_in_a_sentence(
    listener: Listener, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def work(job: background.Job) -> None:
        raise ZeroDivisionError

    with caplog.at_level(logging.ERROR):
        background.run(work, listener.on_done, listener.on_failed)
        qtbot.waitUntil(lambda: len(listener.sentences) == 1)
    assert "Something went wrong in the program itself" in listener.sentences[0]
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize("fails", [False, True])
def test_cancelled_work_says_nothing(listener: Listener, qtbot: QtBot, fails: bool) -> None:
    begun, go_on = threading.Event(), threading.Event()
    saw: list[bool] = []

    def work(job: background.Job) -> int:
        begun.set()
        go_on.wait(10)
        saw.append(job.cancelled)
        if fails:
            raise PlannerError("too late")
        return 42

    job = background.run(work, listener.on_done, listener.on_failed)
    assert begun.wait(10)
    job.cancel()
    go_on.set()
    assert background.wait_for_all()
    later = background.run(lambda job: "later", listener.on_done, listener.on_failed)
    qtbot.waitUntil(lambda: listener.results == ["later"])
    assert saw == [True]
    assert listener.sentences == []
    assert not later.cancelled


def test_whoever_is_gone_is_not_told(listener: Listener, qtbot: QtBot) -> None:
    go_on = threading.Event()

    def work(job: background.Job) -> int:
        go_on.wait(10)
        return 42

    gone = Listener()
    kept = gone.results
    background.run(work, gone.on_done, gone.on_failed)
    gone.deleteLater()
    with qtbot.waitSignal(gone.destroyed):
        pass
    go_on.set()
    assert background.wait_for_all()
    background.run(lambda job: 1, listener.on_done, listener.on_failed)
    qtbot.waitUntil(lambda: listener.results == [1])
    assert kept == []


def test_waiting_ends_when_the_work_has(listener: Listener, qtbot: QtBot) -> None:
    go_on = threading.Event()
    finished: list[bool] = []

    def work(job: background.Job) -> None:
        go_on.wait(10)
        finished.append(True)

    background.run(work, listener.on_done, listener.on_failed)
    assert not background.wait_for_all(1)
    go_on.set()
    assert background.wait_for_all()
    assert finished == [True]


def test_work_tells_how_far_it_is_and_what_it_does(listener: Listener, qtbot: QtBot) -> None:
    def work(job: background.Job) -> int:
        job.say("Counting")
        job.tell(1, 4)
        job.tell(2, 4)  # too soon after for a bar to move
        return 42

    background.run(work, listener.on_done, told=listener.on_told, said=listener.on_said)
    qtbot.waitUntil(lambda: listener.results == [42])
    assert listener.told == [250]
    assert listener.said == ["Counting"]


def test_of_nothing_at_all_work_tells_as_well(listener: Listener, qtbot: QtBot) -> None:
    background.run(lambda job: job.tell(0, 0), listener.on_done, told=listener.on_told)
    qtbot.waitUntil(lambda: listener.results == [None])
    assert listener.told == [0]


def test_cancelled_work_stops_where_it_tells(listener: Listener, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    went_on: list[bool] = []

    def work(job: background.Job) -> None:
        begun.set()
        go_on.wait(10)
        job.tell(1, 2)
        went_on.append(True)

    job = background.run(work, listener.on_done, stopped=listener.on_stopped, binding=True)
    assert begun.wait(10)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: listener.stops == 1)
    assert went_on == []
    assert listener.results == []


@pytest.mark.parametrize("fails", [False, True])
def test_what_is_binding_is_told_though_it_was_cancelled_too_late(
    listener: Listener, qtbot: QtBot, fails: bool
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(job: background.Job) -> int:
        begun.set()
        go_on.wait(10)
        if fails:
            raise PlannerError("The disk is full.")
        return 42

    job = background.run(work, listener.on_done, listener.on_failed, binding=True)
    assert begun.wait(10)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(listener.results or listener.sentences))
    assert listener.results == ([] if fails else [42])
    assert listener.sentences == (["The disk is full."] if fails else [])


def test_very_many_things_are_let_go_of_beside_the_window() -> None:
    class Thing:
        pass

    things = [Thing() for _ in range(2000)]
    first, last = (weakref.ref(things[place]) for place in (0, -1))
    background.let_go(things)
    assert background.wait_for_all()
    assert (first(), last()) == (None, None)


@pytest.mark.parametrize("apart", [False, True])
def test_what_work_was_made_of_goes_in_the_windows_thread(
    apart: bool, listener: Listener, qtbot: QtBot
) -> None:
    """It may be the last to hold a window that was closed meanwhile."""
    gone_in: list[int] = []

    class Thing:
        def __del__(self) -> None:
            gone_in.append(threading.get_ident())

    def begin(thing: Thing) -> None:
        background.run(lambda job: bool(thing), listener.on_done, apart=apart)

    begin(Thing())
    qtbot.waitUntil(lambda: bool(gone_in))
    assert gone_in == [threading.get_ident()]
    assert listener.results == [True]


def test_garbage_is_left_to_the_windows_thread(listener: Listener, qtbot: QtBot) -> None:
    """Taken apart beside the window, what is left of widgets would crash the program."""
    collected_in: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        collected_in.append(threading.get_ident())

    def work(job: background.Job) -> int:
        kept: list[list[int]] = [[number] for number in range(100_000)]
        assert len(kept) and threading.get_ident() not in collected_in
        return threading.get_ident()

    gc.enable()
    gc.callbacks.append(note)
    try:
        background.run(work, listener.on_done)
        assert not gc.isenabled()
        qtbot.waitUntil(lambda: bool(listener.results))
        qtbot.waitUntil(gc.isenabled)
    finally:
        gc.callbacks.remove(note)
    assert listener.results[0] not in collected_in


def test_work_apart_reports_like_any_other(listener: Listener, qtbot: QtBot) -> None:
    background.run(lambda job: 42, listener.on_done, apart=True)
    qtbot.waitUntil(lambda: listener.results == [42])
    assert listener.threads == [QThread.currentThread()]


def test_work_apart_that_hangs_is_given_up_and_holds_nothing_up(
    listener: Listener, qtbot: QtBot
) -> None:
    gc.enable()
    answers = threading.Event()

    def hang(job: background.Job) -> int:
        assert answers.wait(60)
        return 42

    job = background.run(hang, listener.on_done, apart=True)
    assert not gc.isenabled()
    background.give_up(job)
    assert gc.isenabled()
    assert background.wait_for_all(100)
    gc.disable()
    answers.set()
    qtbot.waitUntil(lambda: job.ended)
    background.run(lambda job: 43, listener.on_done, apart=True)
    qtbot.waitUntil(lambda: bool(listener.results))
    assert listener.results == [43]  # what came back too late is dropped


def test_turns_are_short_while_work_is_under_way(listener: Listener, qtbot: QtBot) -> None:
    usual = sys.getswitchinterval()
    turns: list[float] = []
    background.run(lambda job: turns.append(sys.getswitchinterval()), listener.on_done)
    qtbot.waitUntil(lambda: bool(listener.results))
    qtbot.waitUntil(lambda: sys.getswitchinterval() == usual)
    assert turns[0] < usual


def test_what_works_apart_is_waited_for_a_moment(listener: Listener) -> None:
    done: list[int] = []

    def work(job: background.Job) -> None:
        done.append(1)

    background.run(work, apart=True)
    assert background.wait_for_all()
    assert done == [1]
