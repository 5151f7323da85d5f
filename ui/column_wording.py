"""What the columns of a table mean, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from planner.domain.column_mapping import Meaning

translate = QCoreApplication.translate


def meaning(of: Meaning) -> str:
    return {
        Meaning.NOTHING: translate("columns", "Leave out"),
        Meaning.NAME: translate("columns", "Name"),
        Meaning.FIRST_NAME: translate("columns", "First name"),
        Meaning.MIDDLE_NAME: translate("columns", "Middle name"),
        Meaning.LAST_NAME: translate("columns", "Last name"),
        Meaning.PREFIX: translate("columns", "Before the name (Dr)"),
        Meaning.SUFFIX: translate("columns", "After the name (Jr)"),
        Meaning.NICKNAME: translate("columns", "Nickname"),
        Meaning.COMPANY: translate("columns", "Company"),
        Meaning.ROLE: translate("columns", "Role"),
        Meaning.EMAIL: translate("columns", "E-mail"),
        Meaning.PHONE: translate("columns", "Phone"),
        Meaning.LINK: translate("columns", "Profile or web address"),
        Meaning.CITY: translate("columns", "City"),
        Meaning.BIRTHDAY: translate("columns", "Birthday"),
        Meaning.BIRTH_YEAR: translate("columns", "Year of birth"),
        Meaning.BIRTH_MONTH: translate("columns", "Month of birth"),
        Meaning.BIRTH_DAY: translate("columns", "Day of birth"),
        Meaning.NOTE: translate("columns", "Note"),
        Meaning.LABELS: translate("columns", "Groups"),
        Meaning.CONNECTED_ON: translate("columns", "Connected on"),
    }[of]
