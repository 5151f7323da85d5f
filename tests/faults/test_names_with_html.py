"""Promise 25: a name that holds HTML is shown as the text it is, everywhere; no file is opened.

What the pages and dialogs show of such names is held by tests/ui/test_text.py; here the system
calls tell whether anybody ever looked for the file.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from planner.storage.store import Store
from tests.faults.machine import run, strace
from tests.ui.views import VIEWS

SHOWS_ALL = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QAbstractItemView, QWidget
from PySide6.QtCore import QEvent
from planner.calendar.zone_data import use_shipped_zones
use_shipped_zones()
app = QApplication(["visavis"])
app.setStyle("Fusion")
from tests.ui import views
views.MARK = sys.argv[3]
from ui import theme
theme.load_fonts()
theme.apply(app, theme.Scheme.LIGHT)
window = views.marked_window(Path(sys.argv[1]), Path(sys.argv[2]))
for name in views.VIEWS:
    shown = views.opened(window, name)
    shown.grab()
    for part in shown.findChildren(QWidget):
        if part.isVisible():
            at = part.rect().center()
            app.sendEvent(part, QHelpEvent(QEvent.Type.ToolTip, at, part.mapToGlobal(at)))
    app.processEvents()
    views.put_away(shown)
    print(name)
from ui import asking
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
def answer():
    box = QApplication.activeModalWidget()
    box.grab()
    box.close()
for ask in (asking.tell, asking.warn):
    QTimer.singleShot(0, answer)
    ask(window, sys.argv[3], sys.argv[3])
window.session.refused.emit(sys.argv[3])
window.session.done.emit(sys.argv[3])
window.grab()
app.processEvents()
from planner.guides.library import load
from planner.journeys.prepare_sheet import prepare
from ui.printing import Paper, write_pdf
store = window.session.store
for person in store.people.all()[:3]:
    sheet = prepare(store, load(), window.session.today(), person_id=person.id)
    write_pdf(sheet, Path(sys.argv[2]) / "sheet.pdf", Paper("a4"))
print("printed")
views.dismiss(window)
"""


def test_no_file_is_looked_for(sampled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "marked"
    folder.mkdir()
    bait = tmp_path / "bait.png"
    os.mkfifo(bait)  # whoever opens it waits for ever
    mark = (
        f"<img src='{bait}'><a href='file://{bait}'>x</a><link rel=stylesheet href='{bait}'> &amp;"
    )
    log = tmp_path / "calls"
    said = run(
        [sys.executable, "-c", SHOWS_ALL, sampled, folder, mark],
        tmp_path,
        within=strace(log, "-e", "trace=%file"),
        environ={"QT_QPA_PLATFORM": "offscreen"},
    )
    assert said.code == 0, said.err
    assert said.out.split("\n")[:-1] == [*VIEWS, "printed"]
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    assert len(calls) > 100  # the log is one of the right kind
    looked = [line for line in calls if "bait.png" in line and "execve(" not in line]
    looked = [line for line in looked if '"/nowhere/' not in line]  # a calendar the user named
    assert looked == []
    with Store.open(folder / "marked.visavis") as store:
        assert all(str(bait) in person.name for person in store.people.all())
