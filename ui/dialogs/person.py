"""Somebody new, or who somebody known is now."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from planner.domain.people import Attitude, Fit, Person, Stage
from planner.journeys.keep_people import add_person, edit_person
from planner.journeys.keep_photo import photo_of
from ui import wording
from ui.dialogs.long_form import LongForm
from ui.session import Session
from ui.widgets.birthday_input import BirthdayInput
from ui.widgets.field import Field
from ui.widgets.inputs import ChoiceInput, LineInput
from ui.widgets.lines_input import LinesInput
from ui.widgets.person_zone import PersonZone
from ui.widgets.photo_input import PhotoInput
from ui.widgets.segments import Segments
from ui.widgets.zone_field import zones


class PersonDialog(LongForm):
    """Adds somebody (`person_id` 0), or changes who they are.

    Raises NotFound when the person was removed meanwhile.
    """

    def __init__(self, session: Session, person_id: int = 0, parent: QWidget | None = None) -> None:
        self._person = session.store.people.get(person_id) if person_id else Person()
        self._photo = photo_of(session.store, person_id) if person_id else b""
        title = self._person.name or _tr("Somebody new")
        super().__init__(session, "person-dialog", title, parent)
        self._ask_who()
        self._ask_how_to_reach()
        self._ask_where_they_stand()
        for name, field in self.fields.items():
            field.input.show_value(self._shown(name))
        self.begin("name")

    def _ask_who(self) -> None:
        self.ask(Field("name", self.tr("Name"), LineInput()), self.form.body)
        photo = PhotoInput(self._person)
        photo.setAccessibleName(self.tr("Picture"))
        self.ask(Field("photo", "", photo), self.form.body)
        self.beside(
            Field("role", self.tr("Role"), LineInput(self.tr("for example mortgage adviser"))),
            Field("company", self.tr("Company"), LineInput()),
        )
        self.beside(
            Field("city", self.tr("City"), LineInput()),
            Field(
                "birthday",
                self.tr("Birthday"),
                BirthdayInput(self.tr("22 January, or 22 January 1980")),
            ),
        )

    def _ask_how_to_reach(self) -> None:
        self.beside(
            Field("emails", self.tr("E-mail, one a line"), LinesInput()),
            Field("phones", self.tr("Phone, one a line"), LinesInput()),
        )
        self.ask(
            Field(
                "links",
                self.tr("Links, one a line"),
                LinesInput(self.tr("Profile or website")),
            ),
            self.form.body,
        )

    def _ask_where_they_stand(self) -> None:
        stages = [(stage.name, wording.stage(stage)) for stage in Stage]
        self.ask(
            Field("stage", self.tr("Where they stand"), Segments("stage", stages)),
            self.form.body,
        )
        fits = (
            (Fit.MORE.value, self.tr("More like this")),
            (Fit.UNSAID.value, self.tr("As is")),
            (Fit.LESS.value, self.tr("Less")),
        )
        self.ask(
            Field(
                "fit",
                self.tr("Fit"),
                Segments("fit", fits),
            ),
            self.form.body,
        )
        self.ask(
            Field(
                "attitude",
                self.tr("How they take to networking"),
                ChoiceInput(tuple(Attitude), wording.attitude),
                self.tr("Decides which questions suit them; not everybody likes a pitch."),
            ),
            self.form.body,
        )
        zone = PersonZone(self.session.zone, self.session.now, self._zone_there)
        self.ask(Field("zone", "", zone), self.form.body)

    def _zone_there(self) -> str:
        """The zone of the town that stands in the form, as far as that is known."""
        city = str(self.answer("city")).strip()
        town = self.session.store.surroundings(self.session.me).town(city) if city else None
        return town.zone if town is not None and town.zone in zones() else ""

    def _shown(self, name: str) -> object:
        if name == "photo":
            return self._photo
        known = getattr(self._person, name)
        if isinstance(known, Stage):
            return known.name
        return known.value if isinstance(known, Fit) else known

    def save(self) -> None:
        person = replace(
            self._person,
            **{
                name: self.answer(name)
                for name in ("name", "role", "company", "city", "birthday", "zone")
            },
            **{name: self.answer(name) for name in ("emails", "phones", "links")},
            stage=Stage[self.answer("stage")],
            fit=Fit(self.answer("fit")),
            attitude=Attitude(self.answer("attitude")),
        )
        name = person.name.strip()
        photo: bytes = self.answer("photo")
        if person.id:
            label = self.tr("{name} changed").format(name=name)
            other = photo if photo != self._photo else None
            if self.walk(label, edit_person, person, other) is not None:
                self.close_kept(person.id)
            return
        made = self.walk(self.tr("{name} added").format(name=name), add_person, person, photo)
        if isinstance(made, Person):
            self.close_kept(made.id)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PersonDialog", text)
