"""The questions about the user, in the same words wherever they are asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.me import Me
from planner.journeys.about_me import FEWEST, MOST, problems, tidied
from ui.session import Session
from ui.widgets.field import Field
from ui.widgets.growing_text import GrowingText
from ui.widgets.inputs import ChoiceInput, LineInput, NumberInput, TickInput
from ui.widgets.words_field import WordsField

HOUR, DAY = 60, 1440  # minutes
WAYS = ("travel_neutral", "travel_own", "travel_online")
MINUTES_ON_THE_WAY = (0, 15, 30, 45, 60, 90)  # kept free before and after. Our choice
# Minutes before a 1-2-1, 0 for none: time to get ready, to walk, to travel. Our choice.
ALARMS = (0, 10, 30, 60, 120, DAY)


class MeFields(QObject):
    """The questions a form asks of the user, by the name of the field of `Me` each one fills.

    The form lays them out (`fields["name"]`) and saves; this shows, reads and judges them.

    Signals:
        finished(str): the user is done with the question of this name.
    """

    finished = Signal(str)

    def __init__(
        self,
        session: Session,
        names: Iterable[str],
        parent: QObject | None = None,
        *,
        label_look: str = "",
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._label_look = label_look
        self._fields = {name: self._build(name) for name in names}
        self._shown: dict[str, Any] = {}
        for field in self._fields.values():
            field.finished.connect(self.finished)

    def __getitem__(self, name: str) -> Field:
        return self._fields[name]

    def show(self, me: Me) -> None:
        """Fills in what is known; an answer being given, or one that is wrong, stays typed."""
        for name, field in self._fields.items():
            being_given = name in self._shown and field.input.value() != self._shown[name]
            if not being_given:
                field.input.show_value(getattr(me, name))
                self._shown[name] = field.input.value()
                field.say_wrong("")

    def typed(self, me: Me, *names: str) -> Me:
        """`me` with the answers to these questions, or to all."""
        wanted = names or tuple(self._fields)
        answers = {name: self._fields[name].input.value() for name in wanted}
        return tidied(replace(me, **answers))

    def answers(self) -> dict[str, Any]:
        """What stands under the questions now, as typed."""
        return {name: field.input.value() for name, field in self._fields.items()}

    def judged(self, me: Me, *names: str) -> str:
        """Says beside these questions, or all, what is wrong; the first such name, "" if none."""
        wrong = problems(self.typed(me, *names))
        for name in names or tuple(self._fields):
            self._fields[name].say_wrong(wrong.get(name, ""))
        return next((name for name in self._fields if name in wrong), "")

    def settle(self, *names: str) -> None:
        """These answers, or all, are kept: from now on they show what is known."""
        for name in names or tuple(self._fields):
            self._shown[name] = self._fields[name].input.value()

    def _build(self, name: str) -> Field:
        label, why, example = self._words(name)
        if example:
            example = self.tr("for example {example}").format(example=example)
        return Field(name, label, self._input(name, example), why, label_look=self._label_look)

    def _input(self, name: str, example: str) -> QWidget:
        if name in ("does", "for_whom", "ideal_referral"):
            return GrowingText(example)
        if name in ("wanted", "avoided"):
            return WordsField(example)
        if name == "per_week":
            return NumberInput(FEWEST, MOST)
        if name == "week":
            from ui.widgets.week_hours import WeekHours

            return WeekHours()
        if name == "zone":
            from ui.widgets.zone_field import ZoneField

            return ZoneField(self._session.now)
        if name in WAYS:
            made = ChoiceInput(MINUTES_ON_THE_WAY, self._on_the_way)
            made.setAccessibleName(self.way_to(name))
            return made
        if name == "holidays":
            from ui.widgets.holidays_input import HolidaysInput

            return HolidaysInput(self._session)
        if name == "alarm_minutes":
            return ChoiceInput(ALARMS, self._ahead)
        if name == "meets_online":
            return TickInput(self.tr("I also meet online"))
        if name == "evening_alarm":
            return TickInput(self.tr("And one the evening before, to prepare"))
        return LineInput(example)

    def way_to(self, name: str) -> str:
        """The kind of place that one of `WAYS` is about."""
        return {
            "travel_neutral": self.tr("Neutral ground"),
            "travel_own": self.tr("Somebody's own place"),
            "travel_online": self.tr("Online"),
        }[name]

    def _on_the_way(self, minutes: int) -> str:
        return self.tr("{count} minutes").format(count=minutes) if minutes else self.tr("None")

    def _ahead(self, minutes: int) -> str:
        """An alarm in words."""
        once = {
            0: self.tr("No alarm"),
            HOUR: self.tr("An hour before"),
            DAY: self.tr("A day before"),
        }
        if minutes in once:
            return once[minutes]
        if minutes % HOUR == 0:
            return self.tr("{count} hours before").format(count=minutes // HOUR)
        return self.tr("{count} minutes before").format(count=minutes)

    def _words(self, name: str) -> tuple[str, str, str]:
        """A question's name, why it is asked, and an example of an answer."""
        return {
            "name": (
                self.tr("Your name"),
                self.tr("It stands under every invitation you send."),
                self.tr("Sam Doyle"),
            ),
            "email": (
                self.tr("E-mail"),
                self.tr("Answers to your invitations go there."),
                self.tr("sam@example.com"),
            ),
            "phone": (self.tr("Phone"), "", self.tr("+44 113 496 0123")),
            "company": (self.tr("Company"), "", self.tr("Doyle Bookkeeping")),
            "city": (self.tr("City"), "", self.tr("Leeds")),
            "does": (
                self.tr("What you do"),
                self.tr("One sentence that somebody else could repeat for you."),
                self.tr("Bookkeeping for small builders"),
            ),
            "for_whom": (
                self.tr("For whom"),
                self.tr("The narrower it is, the sooner you come to somebody's mind."),
                self.tr("Family firms around Leeds"),
            ),
            "ideal_referral": (
                self.tr("Ideal referral"),
                self.tr("The one introduction you would love: now others can listen out for it."),
                self.tr("An accountant with builders to pass on"),
            ),
            "wanted": (
                self.tr("Whom you want to meet"),
                self.tr(
                    "Industries, jobs, companies, places. Each weighs in every suggestion; "
                    "whoever looks for lawyers finds a solicitor too."
                ),
                self.tr("architects, lawyers in Leeds"),
            ),
            "avoided": (
                self.tr("Whom you have enough of"),
                self.tr("Weighs against somebody in suggestions; nobody is hidden."),
                self.tr("recruiters"),
            ),
            "per_week": (
                self.tr("1-2-1s a week"),
                self.tr("As many as you have time to do well; Today counts along."),
                "",
            ),
            "week": (
                self.tr("When you meet"),
                self.tr("Free times are looked for within these hours."),
                "",
            ),
            "holidays": (
                self.tr("Days off"),
                self.tr("On public holidays no times are offered."),
                "",
            ),
            "zone": (
                self.tr("Time zone"),
                self.tr("Taken from this computer. Type a city to change it."),
                "",
            ),
            "alarm_minutes": (
                self.tr("Alarm"),
                self.tr("Goes into the calendar file, so your phone reminds you."),
                "",
            ),
        }.get(name, ("", "", ""))
