"""Begins the conversation that a route names, or says why there is none."""

from __future__ import annotations

from enum import StrEnum

from planner.domain.conversation import Conversation
from planner.domain.guides import Library
from planner.journeys import hold_conversation
from planner.journeys.go_on_talking import begin_with, talked_on
from ui.routes import Route
from ui.session import Session


class NotBegun(StrEnum):
    """Why there is no conversation to hold."""

    NOBODY = "nobody"  # the route names none
    TODAY_ALREADY = "today"  # they talked today, and a second one is seldom meant
    REFUSED = "refused"  # the strip at the foot says why


def begin_talk(
    session: Session, library: Library, route: Route, *, second: bool
) -> Conversation | NotBegun:
    """Goes on with the one a route names, or begins it; `second` is another on the same day."""
    person = session.store.people.find(route.person)
    begun: object = None
    if route.meeting:
        begin = hold_conversation.begin
        begun = session.keep(begin, library, route.meeting, session.now())
    elif person is None:
        return NotBegun.NOBODY
    else:
        if talked_on(session.store, person.id, session.today()) and not second:
            return NotBegun.TODAY_ALREADY
        label = session.tr("Conversation with {name} begun").format(name=person.name)
        begun = session.do(label, begin_with, library, person.id, session.now(), session.zone)
    return begun if isinstance(begun, Conversation) else NotBegun.REFUSED
