"""The first Today is quick because it brings in nothing that it does not show."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from planner.storage.store import Store
from tests.builders import a_person

ROOT = Path(__file__).resolve().parents[2]

# What other pages, the terminal and files need; each costs between two and thirty milliseconds.
LATER = {
    *("csv", "icalendar", "importlib.resources", "phonenumbers", "playhouse", "rapidfuzz"),
    *("tomllib", "tzlocal", "sqlcipher3", "keyring", "ui.photos", "ui.lookalikes"),
    *("ui.background", "ui.in_sight", "ui.undo", "planner.storage.person_tables"),
    *("PySide6.QtNetwork", "PySide6.QtPrintSupport", "ui.asking", "ui.dialogs", "ui.terminal"),
    *("planner.domain.conversation", "planner.domain.groups", "planner.domain.guides"),
    *("planner.domain.duplicates", "planner.domain.photos", "planner.domain.slots", "ui.diary"),
    *("holidays", "recurring_ical_events", "planner.domain.diary"),
    *("ui.reminders", "ui.notifications", "jeepney", "planner.domain.reminders"),
    *("ui.todays_extras", "ui.widgets.list_foot", "planner.domain.weighing"),
    *("planner.domain.places", "planner.domain.trips", "planner.journeys.who_is_there"),
    *("planner.domain.merging", "planner.domain.prompts", "planner.storage.search"),
    *("ui.calendars", "planner.journeys.busy_times", "planner.domain.busy"),
}

START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from planner.calendar.zone_data import use_shipped_zones
from planner.storage.store import Store
import main

use_shipped_zones()
app = QApplication([])
window = main.build_window(Store.open(Path(sys.argv[1])))
window.start()
window.seen.connect(lambda: print(*sys.modules))
window.seen.connect(app.quit)
window.show()
app.exec()
"""


def test_the_first_today_brings_in_nothing_that_it_does_not_show(library: Path) -> None:
    with Store.open(library) as store, store.transaction():
        store.people.add(a_person())
        store.me.put(replace(store.me.get(), name="Sam", zone="Europe/London", ready=True))
    begun = subprocess.run(
        [sys.executable, "-c", START, str(library)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    loaded = set(begun.stdout.split())
    assert {"planner.journeys.suggest_people", "ui.widgets.suggestion_card"} <= loaded
    assert sorted(loaded & LATER) == []
