"""Phone numbers as the user reads them, in their country's form."""

from __future__ import annotations

from collections.abc import Callable

from planner.contacts.phone_numbers import forms_of, home_region
from planner.domain.phones import Forms
from planner.storage.store import Store


def phone_forms(store: Store) -> Callable[[str], Forms]:
    """Says the forms of any number for the user, whose country About me tells.

    The first number takes a while (the rules of all countries are read), the others do not.
    """
    me = store.me.get()
    region: list[str] = []  # found out with the first number

    def forms(phone: str) -> Forms:
        if not region:
            region.append(home_region(me.phone, me.zone))
        return forms_of(phone, region[0])

    return forms
