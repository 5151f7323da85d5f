"""Promises and referrals."""

from __future__ import annotations

from datetime import date

from planner.domain.changes import Kind
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.storage.repository import OfPerson


class Promises(OfPerson[Promise]):
    record = Promise
    kind = Kind.PROMISE

    def open(self, until: date | None = None) -> list[Promise]:
        """Those not kept yet, due first, undated last; with `until` those due by then alone."""
        due = [] if until is None else [self.table.due <= until]
        waiting = self.where(self.table.done_on.is_null(), *due)
        return sorted(waiting, key=lambda promise: (promise.due or date.max, promise.id))


class Referrals(OfPerson[Referral]):
    record = Referral
    kind = Kind.REFERRAL
