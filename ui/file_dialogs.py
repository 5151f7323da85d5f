"""The system's dialogs for files: they begin where such files lie, later where the last one lay."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

# Names in the view's settings.
_BROUGHT_IN, _SAVED, _PICTURES = "folder/brought-in", "folder/saved", "folder/pictures"
_CALENDARS = "folder/calendars"
_FIRST = {
    _PICTURES: QStandardPaths.StandardLocation.PicturesLocation,
    _BROUGHT_IN: QStandardPaths.StandardLocation.DownloadLocation,
    _SAVED: QStandardPaths.StandardLocation.DocumentsLocation,
    _CALENDARS: QStandardPaths.StandardLocation.DocumentsLocation,
}


def contact_files(parent: QWidget) -> list[str]:
    """Asks for files to bring people in from; none when the user thought better of it."""
    translate = QCoreApplication.translate
    title = translate("files", "Bring people in")
    usual = translate("files", "Contact files (*.vcf *.vcard *.csv *.zip *.txt)")
    return _several_files(parent, title, _BROUGHT_IN, usual)


def calendars_to_name(parent: QWidget) -> list[str]:
    """Asks for calendar files to be looked into; none when the user thought better of it."""
    translate = QCoreApplication.translate
    title = translate("files", "Choose your calendar")
    usual = translate("files", "Calendar files (*.ics *.ical *.ifb *.icalendar)")
    return _several_files(parent, title, _CALENDARS, usual)


def calendars_to_open(parent: QWidget) -> list[str]:
    """Asks for calendar files that came by mail, say; none when the user thought better of it."""
    translate = QCoreApplication.translate
    title = translate("files", "Open a calendar file")
    usual = translate("files", "Calendar files (*.ics *.ical *.ifb *.icalendar *.vcs)")
    return _several_files(parent, title, _BROUGHT_IN, usual)


def questions_to_bring(parent: QWidget) -> list[str]:
    """Asks for files of questions that others gave; none when the user thought better of it."""
    translate = QCoreApplication.translate
    title = translate("files", "Bring questions in")
    return _several_files(
        parent, title, _BROUGHT_IN, translate("files", "Files of questions (*.toml)")
    )


def calendar_folder(parent: QWidget) -> str:
    """Asks for a folder of calendar files; "" when the user thought better of it."""
    title = QCoreApplication.translate("files", "Choose the folder of your calendar")
    chosen = QFileDialog.getExistingDirectory(parent, title, _folder(parent, _CALENDARS))
    if chosen:
        _remember(parent, _CALENDARS, Path(chosen))
    return chosen


def picture_file(parent: QWidget) -> Path | None:
    """Asks for a picture of somebody; None when the user thought better of it."""
    translate = QCoreApplication.translate
    title = translate("files", "Choose a picture")
    usual = translate("files", "Pictures (*.jpg *.jpeg *.png *.gif *.webp)")
    return _one_file(parent, title, _PICTURES, usual)


def backup_to_open(parent: QWidget | None) -> Path | None:
    """Asks for a backup, a library or an export; None when the user thought better of it."""
    translate = QCoreApplication.translate
    title = translate("files", "Choose a backup")
    usual = translate("files", "Backups and exports (*.visavis *.json)")
    return _one_file(parent, title, _SAVED, usual)


def library_to_open(folder: Path) -> Path | None:
    """Asks for another library, beginning in `folder`; None when the user thought better of it."""
    translate = QCoreApplication.translate
    chosen, _ = QFileDialog.getOpenFileName(
        None,
        translate("files", "Choose a library"),
        str(folder),
        translate("files", "Libraries (*.visavis)") + ";;" + translate("files", "All files (*)"),
    )
    return Path(chosen) if chosen else None


def file_to_save(parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
    """Asks where to save a file and offers `name`, or the place a whole path names.

    None when the user thought better of it.
    """
    offered = str(Path(_folder(parent, _SAVED)) / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, offered, kinds)
    if not chosen:
        return None
    path = _with_ending(Path(chosen), Path(name).suffix)
    if path != Path(chosen) and path.exists() and not _may_replace(parent, title, path):
        return None  # the system's dialog asked about the name as it was typed alone
    _remember(parent, _SAVED, path)
    return path


def folder_to_save(parent: QWidget | None, title: str) -> Path | None:
    """Asks for a folder to save several files in; None when the user thought better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title, _folder(parent, _SAVED))
    if not chosen:
        return None
    _remember(parent, _SAVED, Path(chosen) / "file")
    return Path(chosen)


def _with_ending(path: Path, ending: str) -> Path:
    """The name as it was typed, with the usual ending where it has none."""
    return path if path.suffix or not ending else path.with_name(path.name + ending)


def _may_replace(parent: QWidget | None, title: str, path: Path) -> bool:
    from ui.asking import ask

    translate = QCoreApplication.translate
    return ask(
        parent,
        title,
        translate("files", "There is a file {name} already. Replace it?").format(name=path.name),
        translate("files", "Replace"),
        translate("files", "Keep it"),
    )


def _several_files(parent: QWidget, title: str, kind: str, usual: str) -> list[str]:
    """Asks for files of a kind, the `usual` ones first, and remembers where they lay."""
    everything = QCoreApplication.translate("files", "All files (*)")
    chosen, _ = QFileDialog.getOpenFileNames(
        parent, title, _folder(parent, kind), f"{usual};;{everything}"
    )
    if chosen:
        _remember(parent, kind, Path(chosen[0]))
    return chosen


def _one_file(parent: QWidget | None, title: str, kind: str, usual: str) -> Path | None:
    """Asks for one file of a kind, the `usual` ones first, and remembers where it lay."""
    everything = QCoreApplication.translate("files", "All files (*)")
    chosen, _ = QFileDialog.getOpenFileName(
        parent, title, _folder(parent, kind), f"{usual};;{everything}"
    )
    if not chosen:
        return None
    _remember(parent, kind, Path(chosen))
    return Path(chosen)


def _folder(parent: QWidget | None, kind: str) -> str:
    """Where the last such file lay; at first, or when that is gone, where they usually lie."""
    view = _view(parent)
    last = str(view.value(kind, "")) if view is not None else ""
    if last and Path(last).is_dir():
        return last
    usual = QStandardPaths.writableLocation(_FIRST[kind])
    return usual if usual and Path(usual).is_dir() else str(Path.home())


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
