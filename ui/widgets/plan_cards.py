"""The cards of the page on which a 1-2-1 is planned."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.journeys.given_files import given
from ui import plan_wording, times_wording
from ui.planning import Planning
from ui.session import Session
from ui.widgets.aims_card import AimsCard
from ui.widgets.columns import Columns
from ui.widgets.invitation_card import InvitationCard
from ui.widgets.plan_actions import PlanActions
from ui.widgets.planned_card import PlannedCard
from ui.widgets.when_card import WhenCard
from ui.widgets.where_card import WhereCard

WIDEST = 1120  # pixels; longer lines are tiring to read


class PlanCards(Columns):
    """When, where and what for at the left; the message and what to do with it at the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__((4, 3), parent=parent)
        self._session = session
        self.planned = PlannedCard()
        self.when = WhenCard(session.today())
        self.where = WhereCard()
        self.aims = AimsCard()
        self.invitation = InvitationCard()
        self.actions_ = PlanActions()
        for card in (self.planned, self.when, self.where, self.aims):
            self.first.addWidget(card)
        self.second.addWidget(self.invitation)
        self.second.addWidget(self.actions_)
        for side in (self.first, self.second):
            side.addStretch(1)
        self.setMaximumWidth(WIDEST)

    def show_plan(self, planning: Planning, *, choosing: bool) -> None:
        """Shows the plan; `choosing` while the times of a kept 1-2-1 are open to choose from."""
        page, meeting, wish = planning.page, planning.meeting, planning.wish
        if page is None:
            return
        over = planning.over
        choosing = not over and (meeting is None or choosing)
        self.planned.setVisible(meeting is not None)
        if meeting is not None:
            calendars = given(self._session.store, meeting, self._session.now())
            year = self._session.today().year
            self.planned.show_meeting(meeting, page.person, calendars, year, choosing=choosing)
        self.when.setVisible(choosing)
        if choosing:
            self.when.show_wish(wish)
            self.show_times(planning)
        self.where.show_places(page.places, page.far, page.both_know)
        self.where.show_wish(wish.place, wish.neutral)
        self.aims.show_wish(wish, proposed=planning.proposed)
        self.invitation.show_message(wish.message, edited=wish.edited)
        change = plan_wording.to_change(planning.pending)
        theirs = meeting is not None and meeting.theirs
        self.actions_.show_state(planned=meeting is not None, change=change, answer=theirs)
        for card in (self.where, self.aims, self.invitation, self.actions_):
            card.setVisible(not over)

    def show_times(self, planning: Planning) -> None:
        """Shows the times there are to choose from now."""
        slots = planning.days.slots()
        self.when.show_slots(slots, planning.wish.starts, earlier=planning.days.has_earlier)
        self.when.grid.tell(times_wording.hints(planning, slots))
        self.when.tell(times_wording.told(planning, self._session, slots))
