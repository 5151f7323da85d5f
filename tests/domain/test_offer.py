"""Times on offer as words to paste into a message."""

from __future__ import annotations

from datetime import datetime

from planner.domain.offer import times_that_suit
from planner.domain.slots import Slot

LONDON = "Europe/London"
SLOTS = (
    Slot(datetime(2026, 11, 24, 9), True, LONDON),
    Slot(datetime(2026, 11, 25, 16), True, LONDON),
)


def test_on_the_users_clock_where_the_guest_has_the_same() -> None:
    assert times_that_suit(SLOTS, 45, "The Wharf, 12 Dock St", "Europe/Lisbon") == (
        "Would one of these times suit you at The Wharf?\n\n"
        "- Tuesday 24 November, 09:00 to 09:45\n"
        "- Wednesday 25 November, 16:00 to 16:45"
    )


def test_on_the_guests_clock_which_is_named() -> None:
    assert times_that_suit(SLOTS, 45, "", "Asia/Tokyo") == (
        "Would one of these times suit you?\n\n"
        "- Tuesday 24 November, 18:00 to 18:45\n"
        "- Thursday 26 November, 01:00 to 01:45\n\n"
        "(All times are Tokyo time.)"
    )
    late = times_that_suit(SLOTS[1:], 500, "Online", "America/New_York")
    assert "online?" in late and "11:00 to 19:20" in late and "New York time" in late
    over = times_that_suit(SLOTS[1:], 480, "", "Asia/Kolkata")
    assert "- Wednesday 25 November, 21:30 to Thursday 26 November, 05:30" in over


def test_the_users_clock_is_named_to_a_guest_of_whom_nobody_knows_where_they_are() -> None:
    assert times_that_suit(SLOTS, 45, "").endswith("(All times are London time.)")
    assert times_that_suit((), 45, "") == ""


def test_a_change_of_the_clocks_on_one_side_alone_is_seen() -> None:
    slots = (Slot(datetime(2026, 10, 26, 9), True, LONDON),)  # Britain's clocks went back
    assert "05:00 to 05:45" in times_that_suit(slots, 45, "", "America/New_York")
