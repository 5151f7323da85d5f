"""Gives a message to the mail program, or else to the clipboard."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from planner.journeys.write_to_guest import Letter

translate = QCoreApplication.translate


class Handed(NamedTuple):
    """What came of it, in words; whether a mail program was there."""

    words: str
    opened: bool


def hand_over(mail: Letter, message: str) -> Handed:
    """Opens a new mail; a message too long for a link is left to be pasted."""
    link = QUrl.fromEncoded(mail.link.encode("ascii"), QUrl.ParsingMode.StrictMode)
    opened = QDesktopServices.openUrl(link)
    if opened and mail.whole:
        return Handed(translate("mail", "Your mail program has the message."), True)
    QGuiApplication.clipboard().setText(message)
    if opened:
        words = translate("mail", "The message is too long for it and is copied: paste it there.")
    else:
        words = translate("mail", "No mail program answered. The message is copied instead.")
    return Handed(words, opened)
