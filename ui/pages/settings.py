"""Settings: how it looks, alarms, paper, the library, and the sample network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from planner import APP
from planner.domain.changes import Kind
from planner.journeys import fit_questions, settings
from planner.journeys.about_me import save
from planner.journeys.back_up import ENDING, back_up, file_name
from planner.journeys.load_sample import load_sample, remove_sample, sample_loaded
from ui import background, theme
from ui.file_dialogs import file_to_save
from ui.log_file import log_path
from ui.pages.page import Page
from ui.routes import Route, Where
from ui.session import Session
from ui.theme import Scheme
from ui.widgets.calendar_files_card import CalendarFilesCard
from ui.widgets.calendars_card import CalendarsCard
from ui.widgets.columns import Columns
from ui.widgets.data_card import DataCard
from ui.widgets.field import Field
from ui.widgets.layouts import Card, at_most, button, lay_out_page, page_head, row
from ui.widgets.me_fields import MeFields
from ui.widgets.passphrase_card import PassphraseCard
from ui.widgets.path_line import PathLine
from ui.widgets.reminders_card import RemindersCard
from ui.widgets.segments import Segments
from ui.widgets.text import Text

if TYPE_CHECKING:
    from planner.storage.store import Store

WIDEST = 1000  # pixels


class SettingsPage(Page):
    """Cards of choices, each of which holds as soon as it is made."""

    where = Where.SETTINGS
    shows = frozenset({Kind.ME, Kind.SETTING})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._alarms = MeFields(session, ("alarm_minutes", "evening_alarm"), self)
        self._alarms.finished.connect(self._keep_alarm)
        self._scheme = Segments(
            "scheme",
            (
                (Scheme.SYSTEM, self.tr("As the desktop")),
                (Scheme.LIGHT, self.tr("Light")),
                (Scheme.DARK, self.tr("Dark")),
            ),
        )
        self._text = Segments(
            "text",
            (
                ("normal", self.tr("Normal")),
                ("large", self.tr("Large")),
                ("largest", self.tr("Largest")),
            ),
        )
        papers = (("a4", "A4"), ("letter", self.tr("Letter")), ("pocket", self.tr("Pocket")))
        self._paper = Segments("paper", papers)
        self._scheme.finished.connect(self._wear)
        self._text.finished.connect(self._wear)
        self._paper.finished.connect(self._choose_paper)
        self._asks = QCheckBox(self.tr("Ask me who fits"))
        self._asks.setObjectName("asks-fit")
        self._asks.clicked.connect(self._choose_asking)
        self._sample = button("", self._turn_sample, name="sample")
        self._sample_words = Text("", "soft")
        self._data = DataCard(session, self)
        self._data.act_wanted.connect(self.act_wanted)
        self._data.copy_wanted.connect(self.back_up)
        self._passphrase = PassphraseCard(session)
        self._reminders = RemindersCard(session, self)
        self._calendars = CalendarsCard(session, self)
        self._calendar_files = CalendarFilesCard(session, self)
        self._lay_out()

    def refresh(self) -> None:
        self._passphrase.refresh()
        self._reminders.refresh()
        self._calendars.refresh()
        self._calendar_files.refresh()
        self._alarms.show(self.session.me)
        view = self._view()
        if view is not None:
            self._scheme.show_value(theme.scheme_named(str(view.value("scheme", ""))))
            size = str(view.value("text", ""))
            self._text.show_value(size if size in theme.TEXT_SCALES else "normal")
        self._paper.show_value(settings.paper(self.session.store, _usual_paper()))
        self._asks.setChecked(fit_questions.asks(self.session.store))
        self._data.follow(getattr(self.window(), "care", None))
        self._data.refresh()
        loaded = sample_loaded(self.session.store)
        self._sample.setText(
            self.tr("Remove the sample network") if loaded else self.tr("Load the sample network")
        )
        self._sample_words.setText(
            self.tr("Thirty made-up people are among yours. Your own stay when they go.")
            if loaded
            else self.tr("Thirty made-up people with a history, to look around with.")
        )

    def open(self, route: Route) -> None:
        self.session.calendars.ask()
        super().open(route)

    def show_calendars(self) -> None:
        """Puts the user where calendars are added."""
        self._calendars.add_file.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_leave(self) -> bool:
        kept = all(self._keep_alarm(name) for name in ("alarm_minutes", "evening_alarm"))
        return self.lets_go(kept=kept, typed=self._alarms.answers())

    def back_up(self) -> None:
        """Asks where to, and copies the library there beside the window."""
        path = file_to_save(
            self,
            self.tr("Save a copy"),
            file_name(self.session.today()),
            self.tr("Library (*{ending})").format(ending=ENDING),
        )
        if path is not None:
            self._copy_to(path)

    def _on_export(self) -> None:
        self.act_wanted.emit("export")

    def _copy_to(self, target: Path) -> None:
        store = self.session.store

        def copy(job: background.Job) -> Path:
            return _copied(store, target)

        self._had_focus = self._data.save_copy.hasFocus()
        self._data.save_copy.setEnabled(False)
        background.run(copy, self._on_copied, self._on_not_copied)

    def _allow_copies(self) -> None:
        """Disabled it lost the focus to the next button; whoever pressed it is still there."""
        self._data.save_copy.setEnabled(True)
        if self._had_focus:
            self._data.save_copy.setFocus()

    def _on_copied(self, target: Path) -> None:
        self._allow_copies()
        self._data.told.setText(self.tr("A copy is saved as {path}").format(path=target))
        self._data.told.show()

    def _on_not_copied(self, sentence: str) -> None:
        self._allow_copies()
        self._data.told.hide()
        self.session.refused.emit(sentence)

    def _keep_alarm(self, name: str) -> bool:
        me = self._alarms.typed(self.session.me, name)
        new = me != self.session.me
        if new and self.session.do(self.tr("Alarm changed"), save, me) is None:
            self.try_again_soon()
            return False
        self._alarms.settle(name)
        return True

    def _choose_paper(self) -> None:
        paper = self._paper.value()
        if self.session.do(self.tr("Paper changed"), settings.choose_paper, paper) is None:
            self.refresh()  # to the one that is kept

    def _choose_asking(self) -> None:
        wanted = self._asks.isChecked()
        label = (
            self.tr("Asked about who fits again")
            if wanted
            else self.tr("No more questions about who fits")
        )
        if self.session.do(label, fit_questions.choose_asking, wanted) is None:
            self.refresh()

    def _turn_sample(self) -> None:
        if sample_loaded(self.session.store):
            self.session.do(self.tr("Sample network removed"), remove_sample)
        else:
            self.session.do(
                self.tr("Sample network loaded"),
                load_sample,
                self.session.today(),
                self.session.now(),
            )

    def _wear(self) -> None:
        """The look belongs to the machine, so it is kept beside, not in, the library."""
        view = self._view()
        if view is not None:
            view.setValue("scheme", self._scheme.value())
            view.setValue("text", self._text.value())
            self.window().apply_theme()  # type: ignore[attr-defined]

    def _view(self) -> QSettings | None:
        """Where the window keeps its looks; None on a page that stands alone."""
        view = getattr(self.window(), "view", None)
        return view if isinstance(view, QSettings) else None

    def _lay_out(self) -> None:
        look = Card(self.tr("Look"))
        look.body.addWidget(Field("scheme", self.tr("Colours"), self._scheme))
        look.body.addSpacing(4)
        look.body.addWidget(Field("text", self.tr("Text size"), self._text))
        before = Card(self.tr("Before a 1-2-1"))
        for name in ("alarm_minutes", "evening_alarm"):
            before.body.addWidget(self._alarms[name])
        paper = Card(self.tr("Cheat-sheet"))
        paper.body.addWidget(Field("paper", self.tr("Paper"), self._paper))

        asking = Card(self.tr("Questions"))
        asking.setObjectName("questions")
        asking.body.addWidget(self._asks)
        words = self.tr(
            "After a 1-2-1, and now and then besides: is this somebody you look for? "
            "One word of yours tells more than any list."
        )
        asking.body.addWidget(Text(words, "soft"))

        sample = Card(self.tr("Sample network"))
        sample.body.addWidget(self._sample_words)
        sample.body.addLayout(row(self._sample, None))
        log = Card(self.tr("Log"))
        log.body.addWidget(
            Text(self.tr("What went wrong stands here, without names or notes."), "soft")
        )
        log.body.addWidget(PathLine(log_path(APP), "log"))

        export = Card(self.tr("Take it with you"))
        words = self.tr(
            "All you keep can leave in forms that other programs read: contact cards, a table, a "
            "calendar, or everything in one file."
        )
        export.body.addWidget(Text(words, "soft"))
        export.body.addLayout(row(button(self.tr("Export…"), self._on_export, name="export"), None))

        rest = asking, sample
        columns = Columns((1, 1))
        for side, cards in (
            (columns.first, (look, self._calendars, before, self._reminders, paper, *rest)),
            (columns.second, (self._data, self._passphrase, self._calendar_files, export, log)),
        ):
            for card in cards:
                side.addWidget(card)
            side.addStretch(1)
        head = page_head(
            Text(self.tr("Settings"), "title"),
            Text(self.tr("Each choice holds at once"), "soft"),
        )
        lay_out_page(self, head, at_most(WIDEST, columns))


def _copied(store: Store, target: Path) -> Path:
    """Copies through a connection of the worker's own."""
    with store.another() as own:
        back_up(own, target)
    return target


def _usual_paper() -> str:
    from ui.printing import usual_paper

    return usual_paper().value
