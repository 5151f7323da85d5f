"""The work behind bringing people in, beside the window: read, compare, write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import chain
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, SignalInstance

from planner.domain.changes import Change
from planner.domain.column_mapping import Meaning, Table
from planner.domain.gained_photos import brings_picture
from planner.domain.merging import Reading, Refusal, Verdict
from planner.domain.phones import Forms
from planner.errors import PlannerError
from planner.journeys.import_contacts import apply_import, plan_import_of
from planner.journeys.read_contacts import (
    read_contacts,
    remember_mapping,
    remembered_mappings,
)
from planner.journeys.show_phones import phone_forms
from ui import background
from ui.import_choice import Choice
from ui.import_pictures import Pictures
from ui.session import Session


class Step(Enum):
    """Where it is; each takes its time with many thousands of people."""

    READING = "reading"
    COMPARING = "comparing"
    WRITING = "writing"


def as_given(phone: str) -> Forms:
    """A number before anybody knows how the user reads them."""
    return Forms(phone, phone, phone)


@dataclass(frozen=True)
class Preview:
    """What bringing in would do, worked out for the window to show at once."""

    choice: Choice = field(default_factory=Choice)
    pictures: int = 0  # people who would get one
    forms: Callable[[str], Forms] = as_given  # how the user reads a phone number


@dataclass(frozen=True)
class Brought:
    """What was done."""

    change: Change
    new: int
    updated: int
    damaged: int = 0  # pictures that could not be read


class BringingIn(QObject):
    """One import from its files to its change. One step runs at a time.

    Signals:
        told(int): how far the step is, in thousandths.
        said(str): what is being done just now.
        read(): the files are read; `readings` has what they hold.
        read_more(int): further files are read; their readings begin at this place.
        tried(Reading): this is what a file holds, read in the way that was tried.
        compared(Preview): this is what it would do.
        written(Brought): it is done.
        failed(str): the step could not be done, and why; nothing was changed.
        stopped(): the step was called off in time; nothing was changed.
    """

    told = Signal(int)
    said = Signal(str)
    read = Signal()
    read_more = Signal(int)
    tried = Signal(object)
    compared = Signal(object)
    written = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, session: Session, files: Sequence[Path], parent: QObject) -> None:
        super().__init__(parent)
        self.files = list(files)
        self.readings: list[Reading] = []
        self.step = Step.READING
        self._session = session
        self._told: dict[str, tuple[Meaning, ...]] = {}  # what the user said of columns, by table
        self._coming: list[Path] = []  # files that are being read beside the others
        self._choice = Choice()
        self._job: background.Job | None = None
        self._trying: background.Job | None = None
        self.compared.connect(self._on_compared)

    def start_reading(self) -> None:
        """Reads all files, tables as they were told before."""
        self.step = Step.READING
        store, files = self._session.store, self.files

        def work(job: background.Job) -> list[Reading]:
            with store.another() as own:
                mappings = remembered_mappings(own)
            return read_contacts(files, mappings, job.tell, pass_over=True)

        self._run(work, self._on_read)

    def start_reading_more(self, files: Sequence[Path]) -> None:
        """Reads further files; one that cannot be opened is refused beside the others."""
        self.step = Step.READING
        self._coming = list(files)
        store, coming, told = self._session.store, list(files), dict(self._told)

        def work(job: background.Job) -> list[Reading]:
            with store.another() as own:
                mappings = {**remembered_mappings(own), **told}
            readings = []
            for number, file in enumerate(coming):
                job.tell(number, len(coming))
                try:
                    readings += read_contacts([file], mappings, lambda *_: job.tell(0, 1))
                except PlannerError as refusal:
                    words = Refusal("", str(refusal))
                    readings.append(Reading(str(file), "", refused=(words,)))
            return readings

        self._run(work, self._on_read_more)

    def try_columns(self, place: int, meanings: Sequence[Meaning]) -> None:
        """Reads the file at `place` as if its columns meant this; `tried` follows."""
        self.try_no_more()
        file, table = self.files[place], self.readings[place].table
        if table is None:
            return

        def work(job: background.Job) -> Reading:
            return read_contacts([file], {table.key: tuple(meanings)}, job.tell)[0]

        self._trying = background.run(work, self.tried, self.failed)

    def try_no_more(self) -> None:
        """Nobody waits for what was tried last."""
        if self._trying is not None:
            self._trying.cancel()
            self._trying = None

    def take(self, place: int, reading: Reading) -> None:
        """Takes a file as it was tried."""
        self.readings[place] = reading

    def start_comparing(self) -> None:
        """Works out what the files would change; what was chosen before of them holds on."""
        self.step = Step.COMPARING
        store, readings, before = self._session.store, list(self.readings), self._choice

        def work(job: background.Job) -> Preview:
            with store.another() as own:
                plan = plan_import_of(own, readings, progress=job.tell)
                forms = phone_forms(own)
            forms("+44 20 7946 0018")  # so that the rules of all countries are read here
            choice = Choice(plan, before)
            return Preview(choice, sum(map(brings_picture, plan.entries)), forms)

        self._run(work, self.compared)

    def start_writing(self) -> None:
        """Brings in who is wanted, in one step that can be undone."""
        self.step = Step.WRITING
        # Read here, in the window's thread: the session's own connection is not the worker's.
        store, today, choice = self._session.store, self._session.today(), self._choice

        def work(job: background.Job) -> Brought:
            final = choice.wanted()
            pictures = Pictures(final, job)
            with store.another() as own:
                change = apply_import(own, final, today, pictures.tell_rest, pictures)
            new, changed = (len(final.of(which)) for which in (Verdict.NEW, Verdict.CHANGED))
            return Brought(change, new, changed, pictures.damaged)

        self._run(work, self.written, binding=True)

    def remember_columns(self, table: Table) -> None:
        """Keeps what the user said of a table's columns, whether or not people come in."""
        self._told[table.key] = table.meanings
        self._session.keep(remember_mapping, table, table.meanings)

    def stop(self) -> None:
        """Calls the step off; `stopped` follows if that was in time."""
        self.try_no_more()
        if self._job is not None:
            self._job.cancel()

    def let_go(self) -> None:
        """Gives up all that was read and worked out, which takes a while of very many people."""
        self.blockSignals(True)  # nobody waits any more for what is under way
        plan, cards = self._choice.plan, chain.from_iterable(r.cards for r in self.readings)
        things = [*plan.basis, *plan.entries, *cards]
        self._choice, self.readings, self._job = Choice(), [], None
        background.let_go(things)

    def _run(
        self,
        work: Callable[[background.Job], Any],
        done: Callable[[Any], None] | SignalInstance,
        *,
        binding: bool = False,
    ) -> None:
        # Signals to signals, which Qt carries into the window's thread and drops with this.
        self._job = background.run(
            work,
            done,
            self.failed,
            told=self.told,
            said=self.said,
            stopped=self.stopped,
            binding=binding,
        )

    def _on_read(self, readings: list[Reading]) -> None:
        self.readings = readings
        self.read.emit()

    def _on_read_more(self, readings: list[Reading]) -> None:
        first = len(self.readings)
        self.files += self._coming
        self.readings += readings
        self.read_more.emit(first)

    def _on_compared(self, preview: Preview) -> None:
        self._choice = preview.choice
