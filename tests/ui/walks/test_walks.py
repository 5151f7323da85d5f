"""Six 1-2-1s through the window, each from the evening before to what came of it.

What the window said and what the user did is kept beside each story, as a text to be read. Where
the program has changed what it says on purpose, they are written anew by

    VISAVIS_WRITE_WALKS=1 QT_QPA_PLATFORM=offscreen python -m pytest tests/ui/walks

and then read as one of the two would read them: is every sentence true, and kind?
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.walks.record import Record
from tests.ui.walks.stories import STORIES
from tests.ui.walks.walker import Walked, walk

pytestmark = pytest.mark.usefixtures("qtbot")

RENEW = "VISAVIS_WRITE_WALKS"


@pytest.fixture(scope="module", params=STORIES, ids=lambda story: story.name)
def walked(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Walked]:
    """A walk, gone once for every question asked about it."""
    library = tmp_path_factory.mktemp("walk") / "library.visavis"
    yield walk(request.param, library, Record())


def test_the_window_said_what_is_kept(walked: Walked) -> None:
    kept = Path(__file__).with_name(f"{walked.story.name}.txt")
    if os.environ.get(RENEW):
        kept.write_text(walked.text, "utf-8")
    told = kept.read_text("utf-8")
    assert walked.text == told, f"{RENEW}=1 writes it anew; read it before it is kept"


def test_no_question_comes_twice(walked: Walked) -> None:
    assert len(walked.asked) == len(set(walked.asked))


def test_hardly_anything_of_the_story_is_left_untold(walked: Walked) -> None:
    """Else the questions have wandered off, and the story is to be told anew."""
    assert len(walked.untold) <= len(walked.story.turns) // 3, walked.untold


def test_what_is_private_is_nowhere(walked: Walked) -> None:
    """Neither on screen nor on paper nor in the note; the debrief is read over a shoulder too."""
    said = walked.text.casefold()
    assert not [word for word in walked.story.hushed if word in said]


def test_the_library_is_sound_afterwards(walked: Walked) -> None:
    assert walked.problems == ()
