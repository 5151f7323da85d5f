"""A process of its own that brings people in, edits and takes back until it is killed.

For each line on its standard input (a library, a seed, and how many people to begin with, 0 for
nobody in particular) it forks a child that works in that library; forking costs a hundredth of
starting anew. The child says "try WHAT" before each change
and "kept WHAT" once the store said that it is kept.
"""

from __future__ import annotations

import os
import random
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from planner.domain.changes import Change
from planner.domain.facts import Fact
from planner.domain.people import Person
from planner.journeys.import_contacts import apply_import, plan_import_of
from planner.journeys.read_contacts import read_contacts
from planner.storage.store import Store
from tests.builders import TODAY
from tests.connections import linkedin_rows

BATCH = 100_000  # numbers from one batch of people to the next
FEW, MANY = (50, 400), 1500  # the second are so many that their index is left for later


def batch_file(folder: Path, batch: int, size: int) -> Path:
    """The contact file of a batch, the same every time."""
    path = folder / f"Connections-{batch}-{size}.csv"
    return linkedin_rows(path, range(batch * BATCH, batch * BATCH + size))


def batch_of(person: Person) -> int:
    """The batch somebody came with, which their profile address tells."""
    return int(person.links[0].rpartition("-")[2]) // BATCH


def said(word: str) -> None:
    os.write(1, f"{word}\n".encode())  # in one piece, whatever happens next


@dataclass
class Worker:
    """Changes the library again and again, at random, and says so."""

    store: Store
    chance: random.Random
    done: list[tuple[str, Change]] = field(default_factory=list)  # what can be taken back

    def work(self, begin_with: int) -> None:
        if begin_with:
            self.bring(begin_with)
        acts = (self.bring, self.note, self.move, self.back, self.look)
        while True:
            (act,) = self.chance.choices(acts, (4, 3, 2, 3, 1))
            act()

    def change(self, what: str, act: Callable[[], Change]) -> Change:
        said(f"try {what}")
        change = act()
        said(f"kept {what}")
        return change

    def somebody(self) -> Person | None:
        people = self.store.people.all()
        return self.chance.choice(people) if people else None

    def bring(self, size: int = 0) -> None:
        batch = 1 + max(map(batch_of, self.store.people.all()), default=0)
        size = size or (MANY if self.chance.random() < 0.25 else self.chance.randint(*FEW))
        file = batch_file(self.store.path.parent, batch, size)
        plan = plan_import_of(self.store, read_contacts([file]))
        what = f"bring {batch} {size}"
        self.done.append((what, self.change(what, lambda: apply_import(self.store, plan, TODAY))))

    def note(self) -> None:
        person = self.somebody()
        if person is None:
            return
        text = f"Note {self.chance.randrange(10**9)}"

        def act() -> Change:
            with self.store.transaction() as work:
                self.store.facts.add(Fact(person=person.id, text=text))
            return work.change

        self.done.append((f"note {text[5:]}", self.change(f"note {text[5:]}", act)))

    def move(self) -> None:
        """A whole batch moves to another city."""
        somebody = self.somebody()
        if somebody is None:
            return
        batch, city = batch_of(somebody), str(self.chance.randrange(1, 10**9))
        theirs = [person for person in self.store.people.all() if batch_of(person) == batch]

        def act() -> Change:
            with self.store.transaction() as work:
                self.store.people.update_many(replace(person, city=city) for person in theirs)
            return work.change

        change = self.change(f"move {batch} {city}", act)
        self.done.append((f"move {batch} {somebody.city or 0}", change))

    def look(self) -> None:
        """Searching completes the index, which writes as well."""
        self.store.search.find("nora")

    def back(self) -> None:
        if not self.done:
            return
        what, change = self.done.pop()
        self.change(f"back {what}", lambda: self.store.revert(change))


def main() -> None:
    for line in sys.stdin:
        library, seed, begin_with = line.rstrip("\n").rsplit(" ", 2)
        child = os.fork()
        if child == 0:
            try:
                said("open")
                worker = Worker(Store.open(Path(library)), random.Random(int(seed)))
                worker.work(int(begin_with))
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(1)
        said(f"child {child}")
        _, status = os.waitpid(child, 0)
        said(f"end {status}")


if __name__ == "__main__":
    main()
