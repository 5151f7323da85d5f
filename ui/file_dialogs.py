"""The system's dialogs for files: they begin where such files lie, later where the last one lay."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_BROUGHT_IN, _SAVED = "folder/brought-in", "folder/saved"  # names in the view's settings
_FIRST = {
    _BROUGHT_IN: QStandardPaths.StandardLocation.DownloadLocation,
    _SAVED: QStandardPaths.StandardLocation.DocumentsLocation,
}


def contact_files(parent: QWidget) -> list[str]:
    """Asks for files to bring people in from; none when the user thought better of it."""
    translate = QCoreApplication.translate
    chosen, _ = QFileDialog.getOpenFileNames(
        parent,
        translate("files", "Bring people in"),
        _folder(parent, _BROUGHT_IN),
        translate("files", "Contact files (*.vcf *.vcard *.csv *.zip *.txt)")
        + ";;"
        + translate("files", "All (*)"),
    )
    if chosen:
        _remember(parent, _BROUGHT_IN, Path(chosen[0]))
    return chosen


def file_to_save(parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
    """Asks where to save a file and offers `name`; None when the user thought better of it."""
    offered = str(Path(_folder(parent, _SAVED)) / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, offered, kinds)
    if not chosen:
        return None
    path = Path(chosen)
    _remember(parent, _SAVED, path)
    return path


def _folder(parent: QWidget | None, kind: str) -> str:
    """Where the last such file lay; at first, or when that is gone, where they usually lie."""
    view = _view(parent)
    last = str(view.value(kind, "")) if view is not None else ""
    if last and Path(last).is_dir():
        return last
    return QStandardPaths.writableLocation(_FIRST[kind]) or str(Path.home())


def _remember(parent: QWidget | None, kind: str, file: Path) -> None:
    view = _view(parent)
    if view is not None and file.parent.is_dir():
        view.setValue(kind, str(file.parent))


def _view(part: QWidget | None) -> QSettings | None:
    """What the main window around `part` keeps for its looks; None for one that stands alone."""
    while part is not None:
        view = getattr(part, "view", None)
        if isinstance(view, QSettings):
            return view
        part = part.parentWidget()
    return None
