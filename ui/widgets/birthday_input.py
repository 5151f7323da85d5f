"""A birthday in words, with or without its year."""

from __future__ import annotations

import re
from itertools import product

from PySide6.QtCore import QLocale

from planner.domain.dates_in_words import birthday_from_words
from ui import day_wording
from ui.widgets.inputs import LineInput

MONTHS = range(1, 13)


class BirthdayInput(LineInput):
    """Shows "22 January 1980" and takes what people write; its value is as a person has it.

    Words that are no birthday stay as they are, for whoever keeps them to say so.
    """

    def value(self) -> str:
        typed = self.text().strip()
        return birthday_from_words(typed) or birthday_from_words(_in_english(typed)) or typed

    def show_value(self, value: str) -> None:
        if value != self.value():
            super().show_value(day_wording.birthday(value))


def _in_english(text: str) -> str:
    """The same with the months of the user's own language in English."""
    english = QLocale(QLocale.Language.English)
    forms = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    for month in MONTHS:
        for here, form in product((QLocale(), QLocale.system()), forms):
            name = re.escape(here.monthName(month, form).rstrip("."))
            text = re.sub(rf"\b{name}\b\.?", english.monthName(month), text, flags=re.IGNORECASE)
    return re.sub(r"(\d)\.", r"\1", text)
