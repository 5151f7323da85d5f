"""Who may import whom, held by failing tests rather than by good intentions."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STANDARD = frozenset(sys.stdlib_module_names) | {"__future__"}
OURS = ("planner", "ui", "main", "tests")
STORE = "planner.storage.store.Store"  # main.py hands it in; elsewhere its name is a type
NAME, VERSION = "planner.APP", "planner.__version__"

# What each room may name of ours, whole packages and single names alike. The first room whose
# path a module's begins with is its own; a module without a room is a fault.
ROOMS: dict[str, tuple[str, ...]] = {
    "planner/__init__.py": (),
    "planner/errors.py": (),
    "planner/domain": ("planner.domain", "planner.errors"),
    "planner/contacts": ("planner.contacts", "planner.domain", "planner.errors"),
    "planner/calendar": ("planner.calendar", "planner.domain", "planner.errors", VERSION),
    "planner/guides": ("planner.guides", "planner.domain", "planner.errors"),
    "planner/storage": ("planner.storage", "planner.domain", "planner.errors"),
    "planner/journeys": (
        "planner.journeys",
        "planner.domain",
        "planner.errors",
        "planner.contacts",
        "planner.calendar",
        "planner.guides",
        "planner.storage.backup",
        "planner.storage.backups",
        "planner.storage.contents",
        "planner.storage.cipher",
        "planner.storage.open_files",
        "planner.storage.rekeying",
        "planner.storage.replacing",
        "planner.storage.soundness.Taken",
        "planner.storage.open_form",
        "planner.storage.open_form_reading",
        "planner.storage.search.Hit",
        "planner.storage.wiping",
        STORE,
        VERSION,
    ),
    "ui": ("ui", "planner.journeys", "planner.domain", "planner.errors", NAME, VERSION),
    "main.py": (
        "ui",
        "planner.journeys",
        "planner.errors",
        "planner.calendar.zone_data",
        NAME,
        "planner.storage.store",
    ),
}
# What a room may name only where types are checked.
FOR_TYPES: dict[str, tuple[str, ...]] = {"ui": (STORE,)}
# Packages that only some rooms may name.
KEPT_IN: dict[str, tuple[str, ...]] = {
    "sqlite3": ("planner/storage/",),
    "sqlcipher3": ("planner/storage/cipher.py",),
    "keyring": ("ui/remembered.py",),
    "jeepney": ("ui/session_bus.py", "ui/notifications.py"),
    "peewee": ("planner/storage/",),
    "playhouse": ("planner/storage/",),
    "icalendar": ("planner/calendar/",),
    "holidays": ("planner/calendar/",),
    "tzdata": ("planner/calendar/",),
    "phonenumbers": ("planner/journeys/", "planner/contacts/"),
    "rapidfuzz": ("planner/contacts/",),
    "PySide6": ("ui/", "main.py"),
    "shiboken6": ("ui/",),
    "tzlocal": ("ui/", "main.py"),
    "platformdirs": ("ui/", "main.py"),
}
NO_SCREEN = ("ui/terminal", "ui/wording", "ui/day_wording", "ui/reason_wording")


def room_of(path: str) -> str | None:
    return next((room for room in ROOMS if path == room or path.startswith(room + "/")), None)


def imports(source: str) -> Iterator[tuple[str, bool]]:
    """Every name a source imports, written out from the root, and whether only for its types."""
    tree = ast.parse(source)
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for kept in node.body
        for inner in ast.walk(kept)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield name.name, id(node) in typing_only
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out from the root"
            for name in node.names:
                yield f"{node.module}.{name.name}", id(node) in typing_only


def faults(path: str, source: str) -> list[str]:
    """What `source`, lying at `path` below the root, imports and may not."""
    room = room_of(path)
    if room is None:
        return [f"{path} lies in no room"]
    return [
        f"{path} imports {name}"
        for name, for_types in imports(source)
        if not _may_name(path, room, name, for_types)
    ]


def _may_name(path: str, room: str, name: str, for_types: bool) -> bool:
    top = name.partition(".")[0]
    if top in KEPT_IN:
        return path.startswith(KEPT_IN[top])
    if top in OURS:
        allowed = ROOMS[room] + (FOR_TYPES.get(room, ()) if for_types else ())
        return any(name == base or name.startswith(base + ".") for base in allowed)
    return top in STANDARD


def sources() -> Iterator[tuple[str, str]]:
    for folder in ("planner", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    yield "main.py", (ROOT / "main.py").read_text(encoding="utf-8")


def test_every_import_goes_the_way_it_may() -> None:
    found = [fault for path, source in sources() for fault in faults(path, source)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("planner/domain/people.py", "import peewee"),
        ("planner/domain/people.py", "from planner.storage.store import Store"),
        ("planner/domain/people.py", "import icalendar"),
        ("planner/domain/suggestions.py", "import numpy"),
        ("planner/domain/people.py", "from ui.session import Session"),
        ("planner/contacts/vcard.py", "from planner.calendar import ics"),
        ("planner/storage/store.py", "from planner.journeys.plan_meeting import plan"),
        ("planner/journeys/plan_meeting.py", "from PySide6.QtCore import QObject"),
        ("planner/journeys/plan_meeting.py", "import peewee"),
        ("planner/journeys/plan_meeting.py", "from ui import wording"),
        ("ui/pages/today.py", "from planner.storage.tables import Person"),
        ("ui/pages/today.py", "from planner.calendar import ics"),
        ("ui/pages/today.py", "def late():\n    import peewee"),
        ("ui/pages/today.py", "from planner import storage"),
        ("ui/pages/today.py", "import planner"),
        ("ui/pages/today.py", "from planner.storage.store import Store"),
        ("ui/pages/today.py", "if TYPE_CHECKING:\n    from planner.storage.store import rows"),
        ("ui/pages/today.py", "if TYPE_CHECKING:\n    pass\nelse:\n    import peewee"),
        ("ui/pages/today.py", "import sqlite3"),
        ("planner/calendar/ics.py", "from planner import storage"),
        ("planner/calendar/ics.py", "import planner.storage.store"),
        ("planner/journeys/plan_meeting.py", "from planner.storage.tables import Person"),
        ("planner/journeys/plan_meeting.py", "from planner.storage import tables"),
        ("planner/journeys/plan_meeting.py", "if TYPE_CHECKING:\n    from ui import wording"),
        ("planner/journeys/plan_meeting.py", "import sqlite3"),
        ("planner/guides/library.py", "import sqlite3"),
        ("planner/guides/library.py", "import requests"),
        ("planner/top.py", "import json"),
        ("planner/elsewhere/top.py", ""),
        ("main.py", "import peewee"),
        ("main.py", "import sqlite3"),
        ("main.py", "from planner.storage.tables import Person"),
        ("main.py", "from planner import storage"),
        ("main.py", "from tests import builders"),
    ],
)
def test_a_planted_wrong_import_is_found(path: str, line: str) -> None:
    assert faults(path, line)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("planner/journeys/plan_meeting.py", "from planner.storage.store import Store"),
        ("planner/journeys/back_up.py", "from planner.storage import backup"),
        ("planner/storage/faults.py", "import sqlite3"),
        ("ui/session.py", "if TYPE_CHECKING:\n    from planner.storage.store import Store"),
        ("ui/dialogs/about.py", "from planner import __version__"),
        ("main.py", "import planner.storage.store"),
    ],
)
def test_an_import_that_may_be_is_let_through(path: str, line: str) -> None:
    assert not faults(path, line)


@pytest.mark.parametrize("path", sorted(p for p, _ in sources() if p.startswith(NO_SCREEN)))
def test_terminal_and_wording_name_nothing_that_needs_a_screen(path: str) -> None:
    """They may import QtCore at the top, and what draws only where a command draws."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"):
            assert node.module == "PySide6.QtCore"


def test_the_clock_is_read_only_in_the_shell() -> None:
    """Today, now and the zone are arguments everywhere below ui and main.py."""
    readings = ("date.today(", "datetime.now(", "datetime.today(", "time.time(", "utcnow(")
    found = [
        f"{path}: {reading}"
        for path, source in sources()
        if path.startswith(("planner/domain", "planner/journeys", "planner/calendar"))
        for reading in readings
        if reading in source
    ]
    assert not found


def test_pages_do_not_know_each_other() -> None:
    found = [
        f"{path} imports {module}"
        for path, source in sources()
        if path.startswith("ui/pages/")
        for module, _ in imports(source)
        if module.startswith("ui.pages.") and not module.startswith("ui.pages.page.")
    ]
    assert not found
