"""Who of an import is wanted, and who of the doubtful is whom: what the user chose so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from planner.domain.doubting import gains_of
from planner.domain.merging import Doubt, Entry, Gain, ImportPlan, Refusal, Verdict


class Part(StrEnum):
    """The parts of a preview."""

    NEW = "new"
    CHANGED = "changed"
    DOUBTFUL = "doubtful"  # new, unless they are whom they look like
    SAME = "same"
    REFUSED = "refused"
    LEFT_OUT = "left-out"  # of cards that were taken


CHOSEN_FROM = (Part.NEW, Part.CHANGED, Part.DOUBTFUL)  # parts whose people can be left out


@dataclass(frozen=True, slots=True)
class Refused:
    """A card or row that was not taken, or something left out of one that was."""

    file: str
    refusal: Refusal


Row = Entry | Doubt | Refused


class Decision(StrEnum):
    """What the user says of somebody new who looks like somebody known."""

    UNDECIDED = ""  # comes in as somebody new
    SAME = "same"
    DIFFERENT = "different"


class Choice:
    """What a plan would do, part by part, with a tick for each who can be left out.

    At first all are ticked and nothing is decided. `before` is the choice made in an earlier
    plan of the same cards: it holds on. Making one takes time with very many people; asking and
    ticking does not, so all the figures are at hand with every press of a key.
    """

    def __init__(self, plan: ImportPlan | None = None, before: Choice | None = None) -> None:
        self.plan = plan or ImportPlan()
        self._rows = _rows_of(self.plan)
        self._ticks = {part: bytearray(b"\1") * len(self._rows[part]) for part in CHOSEN_FROM}
        self._decided: dict[int, Decision] = {}  # by the row of the doubtful one
        self._gains: dict[int, tuple[Gain, ...]] = {}  # the same, once it was asked for
        self._changed = {
            entry.known.id: row
            for row, entry in enumerate(self._rows[Part.CHANGED])
            if isinstance(entry, Entry) and entry.known is not None
        }
        if before is not None:
            self._take_over(before)

    def rows(self, part: Part) -> Sequence[Row]:
        return self._rows[part]

    def count(self, part: Part) -> int:
        return len(self._rows[part])

    # ticks

    def is_ticked(self, part: Part, row: int) -> bool:
        return bool(self._ticks[part][row])

    def ticked(self, part: Part) -> int:
        """How many of a part are ticked."""
        return self._ticks[part].count(1)

    def tick(self, part: Part, row: int, *, on: bool) -> None:
        self._ticks[part][row] = on

    def tick_all(self, part: Part, *, on: bool) -> None:
        self._ticks[part] = bytearray([on]) * len(self._ticks[part])

    # the doubtful

    def decision(self, row: int) -> Decision:
        return self._decided.get(row, Decision.UNDECIDED)

    def decide(self, row: int, decision: Decision) -> None:
        if decision is Decision.UNDECIDED:
            self._decided.pop(row, None)
        else:
            self._decided[row] = decision

    def gains(self, row: int) -> tuple[Gain, ...]:
        """What the known person would gain if the doubtful one is the same."""
        if row not in self._gains:
            self._gains[row] = gains_of(self.plan, self.plan.doubts[row])
        return self._gains[row]

    def undecided(self) -> int:
        """How many of the doubtful nothing was said of."""
        return self.count(Part.DOUBTFUL) - len(self._decided)

    def undecided_coming(self) -> int:
        """How many of them come in as somebody new, for they are ticked."""
        ticks = enumerate(self._ticks[Part.DOUBTFUL])
        return sum(bool(tick) and row not in self._decided for row, tick in ticks)

    def remembers(self) -> bool:
        """Whether somebody was said to be the same person, which holds for the same file again."""
        return any(self.is_ticked(Part.DOUBTFUL, row) for row in self._same())

    # what comes of it

    def coming(self) -> tuple[int, int]:
        """How many come in as somebody new, and how many known people gain something."""
        same = [row for row in self._same() if self.is_ticked(Part.DOUBTFUL, row)]
        gain = self._who_gain(same)
        beside = sum(
            self.is_ticked(Part.CHANGED, self._changed[id]) for id in gain if id in self._changed
        )
        new = self.ticked(Part.NEW) + self.ticked(Part.DOUBTFUL) - len(same)
        return new, self.ticked(Part.CHANGED) + len(gain) - beside

    def offered(self) -> tuple[int, int]:
        """The same if nobody were left out."""
        same = self._same()
        gain = self._who_gain(same)
        new = self.count(Part.NEW) + self.count(Part.DOUBTFUL) - len(same)
        return new, self.count(Part.CHANGED) + sum(id not in self._changed for id in gain)

    def wanted(self) -> ImportPlan:
        """The plan with those alone who are ticked, as it was decided of them."""
        there = {
            id(_entry(row))
            for part in CHOSEN_FROM
            for row, ticked in zip(self._rows[part], self._ticks[part], strict=True)
            if ticked
        }
        plan = self.plan.keeping(entry for entry in self.plan.entries if id(entry) in there)
        doubts = [(doubt, self.decision(row)) for row, doubt in enumerate(self.plan.doubts)]
        doubts = [(doubt, said) for doubt, said in doubts if id(doubt.entry) in there]
        return plan.as_same(doubt for doubt, said in doubts if said is Decision.SAME).as_different(
            doubt for doubt, said in doubts if said is Decision.DIFFERENT
        )

    def _same(self) -> list[int]:
        return [row for row, said in self._decided.items() if said is Decision.SAME]

    def _who_gain(self, rows: Sequence[int]) -> set[int]:
        """The known people who gain something from the doubtful in these rows."""
        return {self.plan.doubts[row].like.id for row in rows if self.gains(row)}

    def _take_over(self, before: Choice) -> None:
        """Keeps what was chosen of the same cards; their places may be others now."""
        off = {
            _key(row)
            for part in CHOSEN_FROM
            for row, ticked in zip(before._rows[part], before._ticks[part], strict=True)
            if not ticked
        }
        said = {_key(before.plan.doubts[row]): said for row, said in before._decided.items()}
        if off:
            for part in CHOSEN_FROM:
                ticks = (_key(row) not in off for row in self._rows[part])
                self._ticks[part] = bytearray(ticks)
        for row, doubt in enumerate(self.plan.doubts):
            self.decide(row, said.get(_key(doubt), Decision.UNDECIDED))


def _rows_of(plan: ImportPlan) -> dict[Part, Sequence[Row]]:
    """The rows of each part, in the order of the files; the likeliest of the doubtful first."""
    doubtful = {id(doubt.entry) for doubt in plan.doubts}
    return {
        Part.NEW: tuple(e for e in plan.of(Verdict.NEW) if id(e) not in doubtful),
        Part.CHANGED: plan.of(Verdict.CHANGED),
        Part.DOUBTFUL: plan.doubts,
        Part.SAME: plan.of(Verdict.SAME),
        Part.REFUSED: tuple(Refused(file, refusal) for file, refusal in plan.refused),
        Part.LEFT_OUT: tuple(Refused(file, remark) for file, remark in plan.remarks),
    }


def _entry(row: Row) -> Entry | None:
    if isinstance(row, Doubt):
        return row.entry
    return row if isinstance(row, Entry) else None


def _key(row: Row) -> int:
    """Stands for somebody of a file as long as it is not read anew: their first card."""
    entry = _entry(row)
    return id(entry.card) if entry is not None else 0
