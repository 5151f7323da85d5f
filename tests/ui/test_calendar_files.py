"""Writing calendar files from a page: what is refused, and what then counts as given."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.domain.meetings import Meeting, State
from planner.errors import PlannerError
from planner.journeys.given_files import Given, given
from planner.storage.store import Store
from tests.builders import a_meeting, a_person
from tests.ui.drivers_plan import save_into
from ui import saving
from ui.calendar_files import CalendarFiles
from ui.session import Session


@pytest.fixture
def meeting(store: Store) -> Meeting:
    with store.transaction():
        person = store.people.add(a_person())
        return store.meetings.add(a_meeting(person.id, datetime(2026, 12, 1, 8, 30)))


@pytest.fixture
def files(session: Session, qtbot: QtBot) -> CalendarFiles:
    page = QWidget()
    qtbot.addWidget(page)
    return CalendarFiles(session, page)


def test_a_file_that_could_not_be_written_was_not_given(
    files: CalendarFiles,
    session: Session,
    meeting: Meeting,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(file: saving.NewFile, data: bytes) -> None:
        raise PlannerError("The disk is full.")

    path = tmp_path / "a.ics"
    with monkeypatch.context() as held:
        held.setattr(saving.NewFile, "write", full)
        with (
            qtbot.assertNotEmitted(files.saved),
            qtbot.assertNotEmitted(session.changed),
            qtbot.waitSignal(session.refused) as refused,
        ):
            assert not files.write(meeting.id, path, invite=False)
    assert refused.args == ["The disk is full."]
    assert session.store.meetings.get(meeting.id) == meeting
    assert given(session.store, meeting, session.now()) == Given()
    with qtbot.waitSignal(files.saved):
        assert files.write(meeting.id, path, invite=False)
    assert given(session.store, meeting, session.now()) == Given(mine=True)
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_the_library_is_no_name_for_a_calendar_file(
    files: CalendarFiles,
    session: Session,
    meeting: Meeting,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = session.store.path
    save_into(path.parent, monkeypatch).name = path.name
    person = session.store.people.get(meeting.person)
    with qtbot.waitSignal(session.refused) as refused:
        day = "2026-12-01"
        assert files.where_to(person, day, invite=False, state=State.AGREED) is None
    assert "is a Vis-à-vis library" in refused.args[0]
