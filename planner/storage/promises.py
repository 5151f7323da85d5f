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

    def open(self) -> list[Promise]:
        """Those not kept yet, due first, undated last."""
        waiting = self.where(self.table.done_on.is_null())
        return sorted(waiting, key=lambda promise: (promise.due or date.max, promise.id))


class Referrals(OfPerson[Referral]):
    record = Referral
    kind = Kind.REFERRAL
