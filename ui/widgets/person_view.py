"""A person's page: the head, and what is known and happened in two columns of cards."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.domain.ladder import step_from_history
from planner.journeys.person_page import PersonPage
from ui.widgets.columns import Columns
from ui.widgets.layouts import GAP, Scrolled, clear
from ui.widgets.person_acts import PersonActs
from ui.widgets.person_between import BetweenCard
from ui.widgets.person_card import PersonCard
from ui.widgets.person_contact import ContactCard
from ui.widgets.person_facts import FactsCard, PrivateCard
from ui.widgets.person_head import PersonHead
from ui.widgets.person_history import HistoryCard
from ui.widgets.person_met_at import MetAtCard
from ui.widgets.person_warmth import WarmthCard

WIDEST = 1180  # pixels; in wider windows the lines of a card would be tiring to read
HEAD_GAP = 4  # pixels more below the head than between cards


class PersonView(Scrolled):
    """Shows one person after another; each is built anew, so a line never shows old words.

    Whoever was in sight before and is shown again keeps the place scrolled to, and the focus
    stays where it was as long as that line is there.
    """

    def __init__(self, acts: PersonActs) -> None:
        super().__init__()
        self.setObjectName("person-view")
        self._acts = acts
        self._shown: _Cards | None = None
        self.body.setSpacing(0)

    def show_person(self, page: PersonPage, today: date) -> None:
        """Shows this person as they are now."""
        same = self._shown is not None and page.person.id == self._acts.person.id
        bar = self.verticalScrollBar()
        place = bar.value() if same else 0
        focused = self._focused() if same else ()
        self._acts.person = page.person
        self.setUpdatesEnabled(False)
        clear(self.body)
        self._shown = _Cards(page, today, self._acts)
        self.body.addWidget(self._shown)
        self.body.addStretch(1)
        self._shown.show()  # now, not when Qt next comes round: the keyboard goes back into it
        self._focus(focused)
        if place:
            self.body.activate()  # so that there is somewhere to scroll to
        bar.setValue(place)
        self.setUpdatesEnabled(True)

    def go_in(self) -> None:
        """Puts the user at the head of the page."""
        self._focus(("plan",))

    def _focused(self) -> tuple[str, ...]:
        """The names of what has the focus on the page, then of what stands in for it if it goes."""
        now = self.window().focusWidget()  # also while a form stands in front of the window
        if now is None or self._shown is None or not self._shown.isAncestorOf(now):
            return ()
        card = now.parentWidget()
        while card is not None and not isinstance(card, PersonCard):
            card = card.parentWidget()
        head = card.findChild(QPushButton) if card is not None else None
        return (now.objectName(), head.objectName() if head is not None else "", "plan")

    def _focus(self, names: tuple[str, ...]) -> None:
        """Puts the keyboard on the first of these that is there."""
        if self._shown is None:
            return
        for name in filter(None, names):
            found = self._shown.findChild(QWidget, name)
            if found is not None:
                found.setFocus()
                return


class _Cards(QWidget):
    """The content of the page, for one person at one moment."""

    def __init__(self, page: PersonPage, today: date, acts: PersonActs) -> None:
        super().__init__()
        self.setMaximumWidth(WIDEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + HEAD_GAP)
        column.addWidget(_head(page, today, acts))
        if (asked := acts.fit_question(today)) is not None:
            column.addWidget(asked)
        columns = Columns((1, 1))
        for card in _known(page, today, acts):
            columns.first.addWidget(card)
        for card in _happened(page, today, acts):
            columns.second.addWidget(card)
        columns.first.addStretch(1)
        columns.second.addStretch(1)
        column.addWidget(columns)


def _head(page: PersonPage, today: date, acts: PersonActs) -> PersonHead:
    talks = page.signals.meetings
    step = step_from_history(page.person, talks, page.facts, page.promises, page.referrals)
    portrait = acts.portraits.of(page.person.id)
    head = PersonHead(
        page.person,
        step,
        talks,
        today,
        page.habits.table_half_life,
        portrait,
        planned=any(one.starts.date() >= today for one in page.planned),
    )
    head.plan_wanted.connect(acts.plan)
    head.prepare_wanted.connect(acts.prepare)
    head.edit_wanted.connect(acts.edit)
    head.touch_wanted.connect(acts.add_touch)
    head.note_wanted.connect(acts.note_touch)
    head.past_wanted.connect(acts.add_past)
    head.sheet_wanted.connect(acts.show_sheet)
    head.export_wanted.connect(acts.export_wanted)
    head.rest_wanted.connect(acts.rest)
    head.rest_until_wanted.connect(acts.rest_until)
    head.suggest_wanted.connect(acts.suggest_again)
    head.introduce_wanted.connect(acts.introduce)
    head.merge_wanted.connect(acts.merge)
    head.remove_wanted.connect(acts.remove)
    head.moved.connect(acts.move)
    head.fit_said.connect(acts.say_fit)
    head.rhythm_said.connect(acts.say_rhythm)
    return head


def _known(page: PersonPage, today: date, acts: PersonActs) -> tuple[QWidget, ...]:
    told = [fact for fact in page.facts if not fact.private]
    facts = FactsCard(page.person, told, page.still_to_learn, page.ways_to_ask, today)
    private = PrivateCard([fact for fact in page.facts if fact.private], today)
    for card in (facts, private):
        card.add_wanted.connect(acts.add_fact)
        card.chosen.connect(acts.open)
        card.removed.connect(acts.forget)
    contact = ContactCard(page.person, page.phones)
    contact.edit_wanted.connect(acts.edit)
    return facts, private, contact


def _happened(page: PersonPage, today: date, acts: PersonActs) -> tuple[QWidget, ...]:
    between = BetweenCard(page, today)
    between.promise_wanted.connect(acts.add_promise)
    between.referral_wanted.connect(acts.add_referral)
    between.ask_wanted.connect(acts.add_ask)
    between.ticked.connect(acts.tick)
    history = HistoryCard(page, today)
    history.touch_wanted.connect(acts.add_touch)
    history.past_wanted.connect(acts.add_past)
    history.debrief_wanted.connect(acts.debrief)
    met_at = MetAtCard(page.met_at, today)
    met_at.add_wanted.connect(acts.add_met_at)
    for card in (between, history, met_at):
        card.chosen.connect(acts.open)
        card.removed.connect(acts.forget)
    # Last: it comes a moment later, and nothing that is read moves for it.
    return between, WarmthCard(page, today), history, met_at, acts.pairs()
