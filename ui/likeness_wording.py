"""Why two people may be one, as a sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from planner.domain.duplicates import Alike, Beside, Likeness
from ui import day_wording

translate = QCoreApplication.translate


def reason(of: Likeness) -> str:
    """What they share, in a line: "Nearly the same name, both at Harbour & Co"."""
    said = _kind(of.kind)
    if of.beside is not None:
        words = translate("likeness", "{reason}, {beside}")
        return words.format(reason=said, beside=_beside(of.beside, of.shared))
    return said


def sentence(of: Likeness) -> str:
    """The same with the address or number they share: "Same phone number: 0113 496 0000"."""
    if not of.value:
        return reason(of)
    return translate("likeness", "{reason}: {value}").format(reason=reason(of), value=of.value)


def _kind(kind: Alike) -> str:
    return {
        Alike.EMAIL: translate("likeness", "Same e-mail address"),
        Alike.PROFILE: translate("likeness", "Same profile page"),
        Alike.PHONE: translate("likeness", "Same phone number"),
        Alike.NAME: translate("likeness", "Same name"),
        Alike.LONGER_NAME: translate("likeness", "Same first and last name"),
        Alike.NICKNAME: translate("likeness", "Perhaps a nickname"),
        Alike.NEAR_NAME: translate("likeness", "Nearly the same name"),
        Alike.PART_OF_NAME: translate("likeness", "One name is part of the other"),
    }[kind]


def _beside(beside: Beside, shared: str) -> str:
    if beside is Beside.BIRTHDAY:
        shared = day_wording.birthday(shared)
    return {
        Beside.COMPANY: translate("likeness", "both at {shared}"),
        Beside.BIRTHDAY: translate("likeness", "both born on {shared}"),
        Beside.DOMAIN: translate("likeness", "both with e-mail at {shared}"),
        Beside.MAILBOX: translate("likeness", "both write as {shared}@"),
        Beside.CITY: translate("likeness", "both in {shared}"),
    }[beside].format(shared=shared)
