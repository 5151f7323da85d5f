"""Making an import's pictures small, as a part of how far the whole of it is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from planner.domain.gained_photos import brings_picture
from planner.domain.merging import ImportPlan
from ui.background import Job

PICTURE = 50  # people are written in the time one picture takes, 1.5 ms


class Pictures:
    """Makes one picture after another small, counts those that are damaged, and tells the job."""

    def __init__(self, plan: ImportPlan, job: Job) -> None:
        self.damaged = 0
        self._job = job
        self._people = len(plan.entries)
        self._pictures = sum(map(brings_picture, plan.entries))
        self._done = 0
        self._writes = False
        if self._pictures:
            words = QCoreApplication.translate("import", "Making pictures small: {count}")
            job.say(words.format(count=f"{self._pictures:,}"))
        else:
            self._say_writing()

    def __call__(self, picture: bytes) -> bytes:
        from ui.photos import small

        self._tell(PICTURE * self._done)
        made = small(picture)
        self._done = min(self._done + 1, self._pictures)  # some bring two, where one is damaged
        self.damaged += not made
        return made

    def tell_rest(self, done: int, of: int) -> None:
        """Says how far the writing is that follows."""
        if not self._writes:
            self._say_writing()
        self._tell(PICTURE * self._pictures + self._people * done // max(1, of))

    def _say_writing(self) -> None:
        self._writes = True
        words = QCoreApplication.translate("import", "Writing people: {count}")
        self._job.say(words.format(count=f"{self._people:,}"))

    def _tell(self, done: int) -> None:
        self._job.tell(done, PICTURE * self._pictures + self._people)
