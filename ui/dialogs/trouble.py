"""What to do when a library cannot be opened, or was found to be damaged: one plain window."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.domain.backups import KEPT, Contents
from planner.errors import LibraryDamaged, LibraryLocked, LibraryNewer, PlannerError
from planner.journeys.restore_library import Candidate, candidates, newest_good
from ui import assets, background, theme
from ui import backup_wording as wording
from ui.dialogs.fitted import FittedDialog
from ui.widgets.layouts import Card, Flow, button, dress, row
from ui.widgets.text import Text

if TYPE_CHECKING:
    from planner.journeys.encrypt_library import Key

WIDTH = 560  # pixels
SIGN = 30  # pixels across

Found = tuple[Candidate, Contents | None] | None


class Way(StrEnum):
    """The ways out; which one the user took."""

    BACK = "back"  # to the newest good backup
    MORE = "more"  # see the other backups
    CHECK = "check"  # Check my data
    OTHER = "other"  # another library
    ANEW = "anew"  # begin with an empty one
    AGAIN = "again"  # try to open it once more
    FOLDER = "folder"  # look at where the file lies
    LEAVE = "leave"


class TroubleDialog(FittedDialog):
    """Says what is wrong, and offers the ways there are. Changes nothing itself.

    `refusal` is why the library cannot be used, and an encrypted one's backups open by its `key`
    where that is known. `opened` tells that it can still be read in part,
    so that it can be checked, and that a window stands behind this one when there is a parent.
    After it has closed `way` is what the user chose, and `backup` the one to go back to.
    """

    def __init__(
        self,
        library: Path,
        refusal: PlannerError,
        today: date,
        *,
        key: Key | None = None,
        opened: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.way = Way.LEAVE
        self.backup: Path | None = None
        self._today = today
        self._damaged = isinstance(refusal, LibraryDamaged)
        self._locked = isinstance(refusal, LibraryLocked)  # nobody has its passphrase
        self._newer = isinstance(refusal, LibraryNewer)
        self._lost = self._damaged or self._locked or self._newer  # where a backup may help
        self._gone = self._damaged and not library.exists()
        self.setObjectName("trouble-dialog")
        self.setWindowTitle("Vis-à-vis")
        self.setMinimumWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        sign = Text("", wrap=False)
        ember = theme.colour("ember").name()
        sign.setPixmap(assets.pixmap("alert", ember, SIGN, self.devicePixelRatioF()))
        title = Text(self._title(), "title")
        title.setObjectName("trouble-title")
        head = row(sign, title, gap=12)
        head.setStretch(1, 1)
        column.addLayout(head)
        said = Text(str(refusal))
        said.setObjectName("trouble-words")
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(said)
        if self._lost:
            column.addWidget(Text(self._promise(), "soft"))
        self._card = Card()
        self._made = Text(self.tr("Looking through the backups…"), "soft")
        self._made.setObjectName("trouble-backup")
        self._figures = Text("", "soft")
        self._figures.setObjectName("trouble-figures")
        self._back = button(self.tr("Go back to this backup"), self._on_back, "primary", "back")
        self._card.body.addWidget(self._made)
        self._card.body.addWidget(self._figures)
        self._missing = Text(
            self.tr("What was noted since then is not in it.")
            if not self._newer
            else self.tr("It was made before the update; what was noted since then is not in it."),
            "soft",
        )
        self._missing.setObjectName("trouble-missing")
        self._missing.hide()
        self._card.body.addWidget(self._missing)
        self._card.body.addLayout(row(self._back, None))
        column.addWidget(self._card)
        self._card.setVisible(self._lost)
        self._figures.hide()
        self._back.hide()
        others = Flow()
        for way, words in self._ways(opened):
            made = button(words, name=f"way-{way}")
            made.setProperty("way", str(way))
            made.setAutoDefault(False)
            made.clicked.connect(self._on_way)
            others.addWidget(made)
        column.addStretch(1)
        column.addLayout(others)
        self._job: background.Job | None = None
        if self._lost:
            unread = not self._locked  # of what nobody can open, no backup is good either

            def look(job: background.Job) -> list[tuple[Found, bool]]:
                found = newest_good(library, key, unread=unread)
                aside = found is not None and any(
                    each.aside == KEPT and each.made > found[0].made for each in candidates(library)
                )
                return [(found, aside)]

            self._job = background.run(look, self._on_found)

    def _title(self) -> str:
        if self._gone:
            return self.tr("Your library is gone")
        if self._locked:
            return self.tr("Without the passphrase")
        if self._newer:
            return self.tr("Your library is from a newer version")
        if self._damaged:
            return self.tr("Your library is damaged")
        return self.tr("This library cannot be opened")

    def _promise(self) -> str:
        if self._gone:
            return self.tr("No empty one is made in its place unless you choose so.")
        if self._newer:
            return self.tr(
                "Nothing in it was changed. If you go back to a backup, the file is kept beside "
                "it, with “kept” and the time in its name."
            )
        if self._locked:
            return self.tr(
                "Nothing is thrown away: whatever you choose, the locked file is kept beside the "
                "new one, with “kept” and the time in its name. Should the passphrase come back "
                "to you, it opens it."
            )
        return self.tr(
            "Nothing is thrown away: whatever you choose, the damaged file is kept beside the new "
            "one, with “damaged” and the time in its name."
        )

    def _ways(self, opened: bool) -> list[tuple[Way, str]]:
        ways = []
        if self._lost:
            ways.append(
                (Way.MORE, self.tr("An export or a backup…"))
                if self._locked
                else (Way.MORE, self.tr("Other backups…"))
            )
        if opened:
            ways.append((Way.CHECK, self.tr("Check my data…")))
        if self.parent() is None:
            ways += [
                (Way.AGAIN, self.tr("Try again")),
                (Way.OTHER, self.tr("Choose another library…")),
            ]
            if (self._damaged or self._locked) and not opened:
                ways.append((Way.ANEW, self.tr("Begin with an empty library")))
            if not self._damaged:
                ways.append((Way.FOLDER, self.tr("Open folder")))
        leave = self.tr("Go on for now") if self.parent() is not None else self.tr("Quit")
        return [*ways, (Way.LEAVE, leave)]

    def _on_found(self, found: list[tuple[Found, bool]]) -> None:
        """In a list: of None alone nothing would be told."""
        best, aside = found[0]
        if best is None:
            self._made.setText(
                self.tr("No backup beside it can be opened without that passphrase.")
                if self._locked
                else self.tr("No good backup was found beside it.")
            )
            if self._locked:
                first = self.findChild(QPushButton, f"way-{Way.MORE}")
                if first is not None:
                    first.setDefault(True)
                    first.setFocus()
            return
        candidate, contents = best
        self.backup = candidate.path
        if self._locked:
            words = self.tr("The newest backup that is not encrypted: {when}")
        elif contents is None:
            words = self.tr("The newest backup: {when}. It is encrypted, and was not read.")
            self._back.setText(self.tr("Open it by its passphrase…"))
        else:
            words = self.tr("The newest good backup: {when}")
        self._made.setText(words.format(when=wording.within(candidate.made, self._today)))
        if aside:
            self._missing.setText(
                self.tr(
                    "{words} A library that was put aside later is among the other backups."
                ).format(words=self._missing.text())
            )
        self._missing.show()
        dress(self._made, "strong")
        if contents is not None:
            self._figures.setText(wording.figures(contents))
            self._figures.show()
        self._back.show()
        self._back.setDefault(True)
        self._back.setFocus()

    def _on_back(self) -> None:
        self._leave_by(Way.BACK)

    def _on_way(self) -> None:
        self._leave_by(Way(self.sender().property("way")))

    def _leave_by(self, way: Way) -> None:
        self.way = way
        self.accept()

    def done(self, result: int) -> None:
        """Closes; a search that still runs is let go."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)
