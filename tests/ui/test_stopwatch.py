"""The clock of a conversation: whole seconds, none from sleeping, none while standing still."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.stopwatch import LONGEST, Stopwatch


class Seconds:
    def __init__(self) -> None:
        self.now = 10.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def watch(qtbot: QtBot, seconds: Seconds) -> Stopwatch:
    return Stopwatch(seconds=seconds)


def test_it_counts_whole_seconds_and_keeps_the_rest(watch: Stopwatch, seconds: Seconds) -> None:
    watch.start()
    taken = []
    for _ in range(4):
        seconds.now += 0.75
        taken.append(watch.take())
    assert taken == [0, 1, 1, 1]
    watch.stop()


def test_standing_still_it_counts_nothing(watch: Stopwatch, seconds: Seconds) -> None:
    seconds.now += 3
    assert watch.take() == 0
    watch.start()
    seconds.now += 2
    assert watch.take() == 2
    watch.stop()
    seconds.now += 2
    assert (watch.take(), watch.running) == (0, False)


def test_starting_again_does_not_count_the_break(watch: Stopwatch, seconds: Seconds) -> None:
    watch.start()
    watch.stop()
    seconds.now += 4
    watch.start()
    seconds.now += 1
    assert watch.take() == 1
    watch.stop()


def test_starting_twice_loses_nothing(watch: Stopwatch, seconds: Seconds) -> None:
    watch.start()
    seconds.now += 2
    watch.start()
    assert watch.take() == 2
    watch.stop()


@pytest.mark.parametrize(("jump", "counted"), [(9 * 3600, int(LONGEST)), (-60, 0)])
def test_a_jump_of_the_clock_counts_little_or_nothing(
    watch: Stopwatch, seconds: Seconds, jump: float, counted: int
) -> None:
    watch.start()
    seconds.now += jump
    assert watch.take() == counted
    watch.stop()


def test_it_says_when_a_second_has_passed(watch: Stopwatch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.ticked, timeout=3000):
        watch.start()
    watch.stop()
