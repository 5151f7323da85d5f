"""About me: who the user is, whom they look for, and their week; kept as it is typed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from planner.domain.changes import Kind
from planner.journeys.about_me import save
from planner.journeys.whom_it_finds import Finds
from ui.pages.page import Page
from ui.routes import Where
from ui.session import Session
from ui.widgets.columns import Columns
from ui.widgets.finds_line import FindsLine, WhomItFinds
from ui.widgets.layouts import Card, at_most, lay_out_page, line, page_head, row
from ui.widgets.me_fields import WAYS, MeFields
from ui.widgets.text import Text

WIDEST = 1100  # pixels
FIELDS = (
    *("name", "email", "phone", "company", "city"),
    *("does", "for_whom", "ideal_referral"),
    *("wanted", "avoided"),
    *("per_week", "meets_online", "week"),
    *(*WAYS, "holidays", "zone"),
)


class AboutMePage(Page):
    """Three cards of questions; each answer is kept when the user is done with it."""

    where = Where.ME
    shows = frozenset({Kind.ME, Kind.PERSON, Kind.FACT})  # the people for whom it finds

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._fields = MeFields(session, FIELDS, self)
        self._fields.finished.connect(self._keep)
        self._wanted_finds = FindsLine("wanted-finds")
        self._avoided_finds = FindsLine("avoided-finds")
        self._finds = WhomItFinds(session, self)
        self._finds.found.connect(self._on_found)

        columns = Columns()
        head = page_head(
            Text(self.tr("About me"), "title"),
            Text(self.tr("What others pass on about you, and whom you look for"), "soft"),
        )
        lay_out_page(self, head, at_most(WIDEST, columns))
        # From the page inwards: what is put into something else later is all styled again.
        self._ask_who(_card(columns.first, self.tr("Who I am")))
        self._ask_looks_for(_card(columns.first, self.tr("Whom I look for")))
        self._ask_week(_card(columns.second, self.tr("My week")))
        columns.first.addStretch(1)
        columns.second.addStretch(1)

    def refresh(self) -> None:
        self._show()
        self._finds.look()

    def _on_found(self, wanted: Finds, avoided: Finds) -> None:
        self._wanted_finds.tell(wanted)
        self._avoided_finds.tell(avoided)

    def may_leave(self) -> bool:
        """Keeps what was typed last. What is wrong stays typed, until it is put right."""
        kept = all(self._keep(name) for name in FIELDS)
        return self.lets_go(kept=kept, typed=self._fields.answers())

    def _show(self) -> None:
        me = self.session.me
        self._fields.show(replace(me, zone=me.zone or self.session.zone))

    def _keep(self, name: str) -> bool:
        """Keeps one answer, unless it is wrong or says nothing new; False when it could not be."""
        me = self.session.me
        typed = self._fields.typed(me, name)
        if self._fields.judged(me, name):
            return True
        new = typed != me and not (name == "zone" and typed.zone == self.session.zone)
        if new and self.session.do(self._kept(name), save, typed) is None:
            self.try_again_soon()
            return False
        self._fields.settle(name)
        self._show()
        return True

    def _ask_who(self, card: Card) -> None:
        for pair in (("name", "email"), ("company", "phone"), ("city", "")):
            beside = row(gap=14)
            for name in pair:
                # At the top: where one says what is wrong, the other's parts stay together.
                part = self._fields[name] if name else QWidget()
                beside.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
            card.body.addLayout(beside)
            card.body.addSpacing(4)
        card.body.addWidget(line())
        for name in ("does", "for_whom", "ideal_referral"):
            card.body.addSpacing(4)
            card.body.addWidget(self._fields[name])

    def _ask_looks_for(self, card: Card) -> None:
        for name, told in (("wanted", self._wanted_finds), ("avoided", self._avoided_finds)):
            card.body.addWidget(self._fields[name])
            card.body.addWidget(told)
            card.body.addSpacing(4)

    def _ask_week(self, card: Card) -> None:
        for name in ("per_week", "meets_online", "week"):
            card.body.addWidget(self._fields[name])
            card.body.addSpacing(6)
        head = QVBoxLayout()
        head.setSpacing(3)  # as a field's own
        head.addWidget(Text(self.tr("On the way")))
        why = self.tr("Kept free around a 1-2-1, except between two at one place.")
        head.addWidget(Text(why, "small"))
        card.body.addLayout(head)
        ways = QGridLayout()
        ways.setHorizontalSpacing(14)
        ways.setVerticalSpacing(6)
        ways.setColumnStretch(1, 1)
        for at, name in enumerate(WAYS):
            ways.addWidget(Text(self._fields.way_to(name), wrap=False), at, 0)
            ways.addWidget(self._fields[name], at, 1)
        card.body.addLayout(ways)
        card.body.addSpacing(6)
        for name in ("holidays", "zone"):
            card.body.addWidget(self._fields[name])
            card.body.addSpacing(6)

    def _kept(self, name: str) -> str:
        """What was done, for the strip with Undo."""
        return {
            "name": self.tr("Name changed"),
            "email": self.tr("E-mail changed"),
            "phone": self.tr("Phone changed"),
            "company": self.tr("Company changed"),
            "city": self.tr("City changed"),
            "does": self.tr("What you do changed"),
            "for_whom": self.tr("Whom you work for changed"),
            "ideal_referral": self.tr("Ideal referral changed"),
            "wanted": self.tr("Whom you want to meet changed"),
            "avoided": self.tr("Whom you have enough of changed"),
            "per_week": self.tr("1-2-1s a week changed"),
            "meets_online": self.tr("Meeting online changed"),
            "week": self.tr("Hours changed"),
            "travel_neutral": self.tr("Time on the way changed"),
            "travel_own": self.tr("Time on the way changed"),
            "travel_online": self.tr("Time around calls changed"),
            "holidays": self.tr("Days off changed"),
            "zone": self.tr("Time zone changed"),
        }[name]


def _card(column: QVBoxLayout, title: str) -> Card:
    """An empty card in its place."""
    card = Card(title)
    column.addWidget(card)
    return card
