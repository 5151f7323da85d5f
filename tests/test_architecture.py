"""Who may import whom, held by failing tests rather than by good intentions."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BORDERS = ("contacts", "calendar", "guides", "storage")
STANDARD = frozenset(sys.stdlib_module_names) | {"__future__"}

# What each room may import of ours; the first prefix that fits a module's path is its room.
ROOMS: dict[str, tuple[str, ...]] = {
    "planner/errors.py": (),
    "planner/__init__.py": (),
    "planner/domain": ("planner.domain", "planner.errors"),
    "planner/contacts": ("planner.contacts", "planner.domain", "planner.errors"),
    "planner/calendar": ("planner.calendar", "planner.domain", "planner.errors", "planner"),
    "planner/guides": ("planner.guides", "planner.domain", "planner.errors"),
    "planner/storage": ("planner.storage", "planner.domain", "planner.errors"),
    "planner/journeys": (
        "planner.journeys",
        "planner.domain",
        "planner.errors",
        "planner",  # its version
        *(f"planner.{border}" for border in BORDERS),
    ),
    "ui": ("ui", "planner.journeys", "planner.domain", "planner.errors", "planner"),
}
# Packages that only some rooms may name.
KEPT_IN: dict[str, tuple[str, ...]] = {
    "peewee": ("planner/storage",),
    "playhouse": ("planner/storage",),
    "icalendar": ("planner/calendar",),
    "phonenumbers": ("planner/journeys", "planner/contacts"),
    "PySide6": ("ui", "main.py"),
    "tzlocal": ("ui", "main.py"),
    "platformdirs": ("ui", "main.py"),
}
# The store is handed in by main.py; pages may name its type.
STORE = "planner.storage.store"
NO_SCREEN = ("ui/terminal", "ui/wording", "ui/reason_wording")


def room_of(path: str) -> str | None:
    return next((room for room in ROOMS if path == room or path.startswith(room + "/")), None)


def imports(source: str) -> Iterator[tuple[str, bool]]:
    """Every module a source names, and whether only for its types."""
    tree = ast.parse(source)
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield name.name, id(node) in typing_only
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out from the root"
            yield node.module or "", id(node) in typing_only


def faults(path: str, source: str) -> list[str]:
    """What `source`, lying at `path` below the root, imports and may not."""
    found = []
    room = room_of(path)
    for module, for_types in imports(source):
        top = module.partition(".")[0]
        if top in KEPT_IN and not path.startswith(KEPT_IN[top]):
            found.append(f"{path} imports {module}")
        elif room == "planner/domain" and top not in STANDARD and top != "planner":
            found.append(f"{path} imports {module}: the domain has the standard library alone")
        elif top in ("planner", "ui", "main", "tests") and room is not None:
            if room == "ui" and module == STORE:
                continue
            if for_types and room == "planner/journeys":
                continue
            allowed = ROOMS[room]
            if not any(
                module == base or (base != "planner" and module.startswith(base + "."))
                for base in allowed
            ):
                found.append(f"{path} imports {module}")
    return found


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
        ("planner/domain/people.py", "from ui.session import Session"),
        ("planner/contacts/vcard.py", "from planner.calendar import ics"),
        ("planner/storage/store.py", "from planner.journeys.plan_meeting import plan"),
        ("planner/journeys/plan_meeting.py", "from PySide6.QtCore import QObject"),
        ("planner/journeys/plan_meeting.py", "import peewee"),
        ("planner/journeys/plan_meeting.py", "from ui import wording"),
        ("ui/pages/today.py", "from planner.storage.tables import Person"),
        ("ui/pages/today.py", "from planner.calendar import ics"),
        ("ui/pages/today.py", "def late():\n    import peewee"),
        ("main.py", "import peewee"),
    ],
)
def test_a_planted_wrong_import_is_found(path: str, line: str) -> None:
    assert faults(path, line)


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
        if module.startswith("ui.pages.") and module != "ui.pages.page"
    ]
    assert not found
