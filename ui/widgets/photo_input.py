"""A question's answer that is a picture: chosen from a file, dropped on it, or taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.people import Person
from planner.journeys.library_files import beginning_of
from ui import file_dialogs
from ui.widgets.avatar import Avatar
from ui.widgets.layouts import button
from ui.widgets.text import Text

MARK = 60  # pixels of the round mark
LARGEST_FILE = 50_000_000  # bytes; a camera's own picture is smaller


class PhotoInput(QWidget):
    """Shows the round mark as it will be, with what can be done about it.

    Signals:
        finished(): another picture was chosen, or it was taken away.
    """

    finished = Signal()

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._person = person
        self._data = b""
        self._mark = Avatar(person, MARK)
        self._choose = button(self.tr("Choose a picture…"), self._on_choose, name="choose-photo")
        self._remove = button(self.tr("Remove"), self._on_remove, "quiet", "remove-photo")
        self._wrong = Text("", "alert")
        self._wrong.setObjectName("photo-refused")
        self._wrong.hide()
        for each in (self._choose, self._remove):
            each.setAutoDefault(False)
        self._remove.setAccessibleName(self.tr("Remove the picture"))
        self.setFocusProxy(self._choose)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self._choose)
        acts.addWidget(self._remove)
        acts.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addStretch(1)
        words.addLayout(acts)
        words.addWidget(self._wrong)
        words.addStretch(1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(14)
        across.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        self.show_value(b"")

    def value(self) -> bytes:
        """The picture as it is kept, b"" for none."""
        return self._data

    def show_value(self, value: bytes) -> None:
        from ui.photos import shown

        self._data = value
        image = shown(value) if value else QImage()
        self._mark.show_person(self._person, None if image.isNull() else image)
        self._remove.setVisible(bool(value))
        self._mark.setVisible(bool(value or self._person.initials))  # somebody new has no mark yet
        self._say("")

    def take_file(self, file: Path) -> None:
        """Takes the picture in a file, or says why not."""
        try:
            data = beginning_of(file, LARGEST_FILE + 1)
        except (OSError, ValueError):
            self._say(self.tr("{file} could not be read.").format(file=file.name))
            return
        from ui.photos import small

        self._take(small(data) if len(data) <= LARGEST_FILE else b"")

    def _take(self, picture: bytes) -> None:
        """Takes a picture made small, b"" for none."""
        if not picture:
            self._say(self.tr("This is no picture that can be shown: JPEG, PNG, GIF or WebP."))
            return
        self.show_value(picture)
        self.finished.emit()

    def _say(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def _on_choose(self) -> None:
        file = file_dialogs.picture_file(self)
        if file is not None:
            self.take_file(file)

    def _on_remove(self) -> None:
        self.show_value(b"")
        self._choose.setFocus()
        self.finished.emit()

    def _take_from(self, mime: QMimeData) -> bool:
        """Takes the picture that was dropped or copied; False where there is none."""
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.take_file(files[0])
            return True
        image = mime.imageData() if mime.hasImage() else None
        if isinstance(image, QImage) and not image.isNull():
            from ui.photos import small_image

            self._take(small_image(image))
            return True
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasImage() or any(u.isLocalFile() for u in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._take_from(event.mimeData()):
            event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pasting = event.matches(QKeySequence.StandardKey.Paste)
        if not (pasting and self._take_from(QApplication.clipboard().mimeData())):
            super().keyPressEvent(event)
