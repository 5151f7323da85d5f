"""How days and numbers are written: in the program's language, as in the user's country.

Works without a screen or an application, so that the terminal says the same as the window.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale

TRANSLATED = frozenset({QLocale.Language.English})  # the languages the program speaks
NOWHERE = "en_GB"  # where a system names no country: "C" writes neither months nor money
ELSEWHERE = "en_150"  # English of Europe, for countries without an English of their own


def here() -> QLocale:
    """What days and numbers are told in: names in the program's language, the country's order."""
    return in_our_words(QLocale())


def in_our_words(theirs: QLocale) -> QLocale:
    """The locale itself where its language is spoken here, else English of its country."""
    if theirs.language() in TRANSLATED:
        return theirs
    if theirs.language() is QLocale.Language.C:
        return QLocale(NOWHERE)
    ours = QLocale(QLocale.Language.English, theirs.territory())
    return ours if ours.territory() is theirs.territory() else QLocale(ELSEWHERE)


def currency() -> str:
    """The sign of the money that is used in the user's country; "" where nobody knows."""
    return QLocale().currencySymbol() or QLocale.system().currencySymbol()


def grouped(count: int) -> str:
    """ "10,038": a number as the user's country groups it."""
    return here().toString(count)
