"""Makes two people one, as the user chose, and says so."""

from __future__ import annotations

from planner.domain.changes import Change
from planner.domain.joining import Detail
from planner.journeys.merge_people import merge
from planner.journeys.two_people import TwoPeople
from ui.merge_wording import are_one
from ui.session import Session


def merge_two(session: Session, two: TwoPeople, of_gone: frozenset[Detail]) -> bool:
    """Merges the two, undoable; False when that was refused, as the window says then."""
    label = are_one(two.keep, two.gone)
    done = session.do(label, merge, two.keep.id, two.gone.id, of_gone)
    return isinstance(done, Change)
