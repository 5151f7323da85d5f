"""What the forms are for in which something leaves, and what of it is nobody else's business."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.journeys.export_library import OF_PEOPLE, Form
from ui.country import grouped

translate = QCoreApplication.translate


def about(form: Form) -> str:
    """What it is for, and what is in it."""
    return {
        Form.VCARD: translate(
            "export",
            "A vCard file, for phones, mail programs and every address book. What you noted about "
            "somebody goes onto their card.",
        ),
        Form.CSV: translate(
            "export",
            "A CSV file for Excel and other spreadsheets, a row for each person, with what you "
            "noted of them.",
        ),
        Form.CALENDAR: translate(
            "export", "All your 1-2-1s as one file, for any calendar program."
        ),
        Form.JSON: translate(
            "export",
            "One JSON file with all there is: people, 1-2-1s, promises, settings, About me. Any "
            "program can read it, and Vis-à-vis makes a library of it again.",
        ),
    }[form]


def about_private(form: Form, private: bool) -> str:
    """What becomes of private notes; "" where there is no question of them."""
    if form is Form.JSON:
        return translate(
            "export", "Private notes are always in it. Keep the file where only you can read it."
        )
    if form not in OF_PEOPLE:
        return ""
    if private:
        return translate(
            "export",
            "Whoever gets the file reads what you noted in confidence, and where people stand "
            "with you. Keep it to yourself.",
        )
    return translate(
        "export",
        "What you noted in confidence stays here, and so does where people stand with you.",
    )


def about_sample(invented: int, own: int) -> str:
    """What becomes of the sample network's people when everybody leaves; "" without them."""
    if not invented:
        return ""
    if not own:
        return translate("export", "All of them are the sample network's, and invented.")
    words = translate("export", "The {n} people of the sample network stay here.")
    return words.format(n=grouped(invented))


def kind_of_file(form: Form) -> str:
    """For the system's dialog that asks for a name."""
    return {
        Form.VCARD: translate("export", "Contact cards (*.vcf)"),
        Form.CSV: translate("export", "Table (*.csv)"),
        Form.CALENDAR: translate("export", "Calendar file (*.ics)"),
        Form.JSON: translate("export", "Everything (*.json)"),
    }[form]


def file_words(form: Form, day: date) -> str:
    """What to call a file of several people, without its ending."""
    words = {
        Form.CALENDAR: translate("export", "1-2-1s {day}"),
        Form.JSON: translate("export", "Vis-à-vis {day}"),
    }.get(form, translate("export", "People {day}"))
    return words.format(day=day.isoformat())


def saved(form: Form, people: int, file: str) -> str:
    """What was written, to be said afterwards."""
    several = translate("export", "{n} people").format(n=grouped(people))
    count = translate("export", "1 person") if people == 1 else several
    words = {
        Form.CALENDAR: translate("export", "All 1-2-1s saved as {file}"),
        Form.JSON: translate("export", "Everything saved as {file}"),
    }.get(form, translate("export", "{count} saved as {file}"))
    return words.format(count=count, file=file)
