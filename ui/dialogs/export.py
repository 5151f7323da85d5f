"""Export: what is to leave, of whom, and whether with what is the user's alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.journeys.export_library import OF_PEOPLE, Form, export, invented
from ui import background, saving
from ui.country import grouped
from ui.dialogs.fitted import FittedDialog
from ui.export_wording import about, about_private, about_sample, file_words, kind_of_file, saved
from ui.file_dialogs import file_to_save
from ui.file_names import safe_file_name
from ui.in_sight import InSight, Who
from ui.session import Session
from ui.widgets.field import Field
from ui.widgets.inputs import TickInput
from ui.widgets.layouts import button, dress, row
from ui.widgets.segments import Segments
from ui.widgets.text import Text

WIDTH = 600  # pixels, at the normal text size
MARGIN = 22  # pixels around everything
LONGEST_NAME = 30  # letters of a name on a button


class ExportDialog(FittedDialog):
    """Asks what, of whom and where to, then writes beside the window.

    Signals:
        saved(str, str): the file of this path is written, and what to say of it.
    """

    saved = Signal(str, str)

    def __init__(
        self,
        session: Session,
        in_sight: InSight = InSight(),  # noqa: B008
        who: Who = Who.EVERYBODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._in_sight = in_sight
        self._job: background.Job | None = None
        self.setObjectName("export-dialog")
        self.setWindowTitle(self.tr("Export"))
        self._form = Segments(
            "form",
            (
                (Form.VCARD, self.tr("Contact cards")),
                (Form.CSV, self.tr("Table")),
                (Form.CALENDAR, self.tr("Calendar")),
                (Form.JSON, self.tr("Everything")),
            ),
        )
        self._form.finished.connect(self._offer)
        self._about = Text("", "soft")
        self._about.setObjectName("about-form")
        self._invented = invented(session.store)
        self._own = session.store.people.count() - self._invented
        self._who = Segments("who", self._choices())
        self._who.finished.connect(self._offer)
        self._sample_words = Text("", "small")
        self._sample_words.setObjectName("about-sample")
        self._who_field = Field("who", self.tr("Who"), self._who)
        self._private = TickInput(self.tr("With private notes and where they stand"))
        self._private_field = Field("private", "", self._private)
        self._private_words = Text("", "small")
        self._private_words.setObjectName("about-private")
        self._private.finished.connect(self._offer)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._wrong = Text("", "alert")
        self._wrong.setObjectName("export-wrong")
        self._wrong.hide()
        self._plain = Text(
            self.tr("The library is encrypted; what is exported is not. Keep it somewhere safe."),
            "small",
        )
        self._plain.setObjectName("export-plain")
        if not session.store.encrypted:
            self._plain.hide()
        self._export = button(self.tr("Export…"), self.export, "primary", "export")
        self._export.setDefault(True)
        self._cancel = button(self.tr("Cancel"), self.reject, name="cancel")
        self._cancel.setAutoDefault(False)
        self._lay_out()
        self._form.show_value(Form.VCARD)
        self._who.show_value(who)
        self._offer()

    @property
    def form(self) -> Form:
        """In which form it is to leave."""
        return Form(self._form.value())

    def export(self) -> None:
        """Asks where to, and writes the file there."""
        self._wrong.hide()
        title = self.tr("Export")
        path = file_to_save(self, title, self._name(), kind_of_file(self.form))
        if path is None:
            return
        try:
            path = _ended(path, self.form.value)
            saving.check(path)
        except PlannerError as refusal:
            self._say_wrong(str(refusal))
            return
        self._write(path)

    def _write(self, path: Path) -> None:
        self._wait(True)
        # Read here, in the window's thread: the session's own connection is not the worker's.
        store, now, form = self._session.store, self._session.now(), self.form
        people = self._people()
        private = self._private.value() and form in OF_PEOPLE

        def write(job: background.Job) -> tuple[Path, int]:
            with store.another() as own:
                made = export(own, form, now, people=people, private=private)
                saving.save(path, _as_long_as_wanted(made.pieces, job))
            return path, made.people

        self._job = background.run(write, self._on_written, self._on_failed)

    def _on_written(self, written: tuple[Path, int]) -> None:
        path, people = written
        self._job = None
        self.saved.emit(str(path), saved(self.form, people, path.name))
        self.accept()

    def _on_failed(self, sentence: str) -> None:
        self._job = None
        self._wait(False)
        self._say_wrong(sentence)

    def _wait(self, waiting: bool) -> None:
        self._progress.setVisible(waiting)
        for part in (self._form, self._who_field, self._private_field, self._export):
            part.setEnabled(not waiting)
        (self._cancel if waiting else self._export).setFocus()

    def _say_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.show()

    def _people(self) -> tuple[int, ...] | None:
        """Of whom; None for everybody."""
        return self._in_sight.of(Who(self._who.value())) if self.form in OF_PEOPLE else None

    def _choices(self) -> list[tuple[str, str]]:
        listed, chosen = self._in_sight.listed, self._in_sight.chosen
        choices: list[tuple[str, str]] = [
            (
                Who.EVERYBODY,
                self.tr("Everybody ({count})").format(count=grouped(self._own or self._invented)),
            )
        ]
        if listed:
            words = self.tr("Those in the list ({count})").format(count=grouped(len(listed)))
            choices.append((Who.LISTED, words))
        if chosen:
            words = self._only_name() or self.tr("Those chosen ({count})").format(
                count=grouped(len(chosen))
            )
            choices.append((Who.CHOSEN, words))
        return choices

    def _only_name(self) -> str:
        """The name of the one who is chosen, "" for several."""
        if len(self._in_sight.chosen) != 1:
            return ""
        person = self._session.store.people.find(self._in_sight.chosen[0])
        name = person.name if person is not None else ""
        return name if len(name) <= LONGEST_NAME else name[:LONGEST_NAME].rstrip() + "…"

    def _name(self) -> str:
        """What to call the file: its person, or what is in it and the day."""
        words = file_words(self.form, self._session.today())
        people = self._people()
        if people is not None and len(people) == 1:
            person = self._session.store.people.find(people[0])
            words = person.name if person is not None else words
        return safe_file_name(words, self.form.value)

    def _offer(self) -> None:
        """Says what the form is for, and asks what matters for it."""
        form = self.form
        of_people, private = form in OF_PEOPLE, self._private.value()
        self._about.setText(about(form))
        self._who_field.setVisible(of_people and len(self._choices()) > 1)
        self._private_field.setVisible(of_people)
        words = about_private(form, private)
        dress(self._private_words, "alert" if of_people and private else "small")
        self._private_words.setText(words)
        self._private_words.setVisible(bool(words))
        everybody = of_people and self._people() is None
        said = about_sample(self._invented, self._own) if everybody else ""
        self._sample_words.setText(said)
        self._sample_words.setVisible(bool(said))
        self._wrong.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        column.setSpacing(16)
        title = Text(self.tr("Export"), "name")
        title.setObjectName("export-title")
        what = QVBoxLayout()
        what.setSpacing(8)
        what.addWidget(Field("form", self.tr("What"), self._form))
        what.addWidget(self._about)
        confidence = QVBoxLayout()
        confidence.setSpacing(4)
        confidence.addWidget(self._private_field)
        confidence.addWidget(self._private_words)
        column.addWidget(title)
        column.addLayout(what)
        whom = QVBoxLayout()
        whom.setSpacing(4)
        whom.addWidget(self._who_field)
        whom.addWidget(self._sample_words)
        column.addLayout(whom)
        column.addLayout(confidence)
        column.addWidget(self._plain)
        column.addWidget(self._progress)
        column.addWidget(self._wrong)
        column.addStretch(1)
        column.addLayout(row(None, self._cancel, self._export))
        self.setMinimumWidth(WIDTH)

    def reject(self) -> None:
        """Leaves; what is being written then never gets its name."""
        if self._job is not None:
            self._job.cancel()
        super().reject()


def _ended(path: Path, ending: str) -> Path:
    """The path with the ending, which some systems' dialogs leave out.

    Raises PlannerError when there is such a file: nobody was asked about that one.
    """
    if path.suffix.lower() == ending:
        return path
    ended = path.with_name(path.name + ending)
    if ended.exists():
        raise PlannerError(f"There is a file {ended} already. Choose another name.")
    return ended


def _as_long_as_wanted(pieces: Iterable[bytes], job: background.Job) -> Iterator[bytes]:
    for piece in pieces:
        if job.cancelled:
            raise PlannerError("Nothing was written.")
        yield piece
