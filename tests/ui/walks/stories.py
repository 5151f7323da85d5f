"""The six walks there are."""

from __future__ import annotations

from tests.ui.walks import (
    a_catch_up,
    a_first_meeting,
    a_journalist,
    after_two_years,
    learning_to_refer,
    wary_of_networking,
)

STORIES = (
    a_first_meeting.STORY,
    a_catch_up.STORY,
    learning_to_refer.STORY,
    wary_of_networking.STORY,
    a_journalist.STORY,
    after_two_years.STORY,
)
