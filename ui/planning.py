"""The plan being made on the page: what is wished, what is kept, and what is left half done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from planner.domain.left_wishes import WORDS, caught_up, own, still_possible, where_it_is
from planner.domain.me import Me
from planner.domain.meetings import Meeting
from planner.domain.slots import Slot
from planner.domain.trips import Stay
from planner.domain.week import monday_of
from planner.domain.wishes import Wish, wish_of
from planner.errors import NotFound, PlannerError
from planner.journeys import plan_page as journeys
from planner.journeys.plan_draft import draft_of, keep_draft
from planner.journeys.plan_meeting import edit_details
from planner.journeys.plan_page import PlanPage
from planner.journeys.plan_times import Looking, away_on
from planner.journeys.when_and_where import checked_start
from ui.offered_days import BEST, OfferedDays
from ui.routes import Route, Where
from ui.session import Session


class Pending(StrEnum):
    """What the page says of a kept 1-2-1 that is not kept yet."""

    NOTHING = ""
    TIME = "time"
    PLACE = "place"


class Planning:
    """A 1-2-1 with one person: new, or kept already and being changed.

    A person whose 1-2-1 was planned here is shown with it again until another is wanted. What is
    not planned yet is parked in the library when the page is left.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: dict[int, int] = {}  # the 1-2-1 planned here, by person
        self._fresh = Wish()  # the wish as it was before the user touched it
        self.route: Route | None = None
        self.page: PlanPage | None = None  # None when person or 1-2-1 are not there any more
        self.wish = Wish()
        self.days = OfferedDays(session, self._looking, self._redraft)
        self.resumed = False  # taken up from where it was left
        self._begun = False  # the person or 1-2-1 was there when they were opened

    @property
    def meeting(self) -> Meeting | None:
        return self.page.meeting if self.page else None

    @property
    def person_id(self) -> int:
        return self.page.person.id if self.page else 0

    @property
    def meeting_id(self) -> int:
        return self.meeting.id if self.meeting else 0

    @property
    def zone(self) -> str:
        """In which the wished time is told: where the user is then."""
        return self.wish.zone or self._session.zone

    def _there(self, starts: datetime | None) -> str:
        """The zone of the trip the user is on then; "" at home, or where the clock is the same."""
        if starts is None or self.page is None:
            return ""
        stay = self.stay_on(starts.date())
        return "" if stay is None or stay.zone == self._session.zone else stay.zone

    def stay_on(self, day: date) -> Stay | None:
        """The trip the user is on that day; None at home."""
        if self.page is None:
            return None
        looking = Looking(self.me, Wish(), self._session.now(), stays=self.page.stays)
        return looking.stay_on(day)

    @property
    def over(self) -> bool:
        """Whether it is kept, and held, missed or called off."""
        return self.meeting is not None and not self.meeting.planned

    @property
    def pending(self) -> Pending:
        if self.meeting is None or self.over:
            return Pending.NOTHING
        if journeys.moves(self.meeting, self.wish, self._session.zone):
            return Pending.TIME
        elsewhere = journeys.goes_elsewhere(self.meeting, self.wish)
        return Pending.PLACE if elsewhere else Pending.NOTHING

    @property
    def proposed(self) -> bool:
        """Whether learn, give and ask are still the proposals."""
        if self.meeting is not None or self.page is None:
            return False
        aims = self.page.aims
        said = (self.wish.learn, self.wish.give, self.wish.ask)
        return any(said) and said == (aims.learn, aims.give, aims.ask)

    def open(self, route: Route) -> None:
        """Takes up a person or a 1-2-1, with what was left about them."""
        self.route = route
        self.days.full_too = False
        made = self._session.store.meetings.find(self._made.get(route.person, 0))
        if made is None or not made.planned or made.ends_utc <= self._session.now():
            self._made.pop(route.person, None)
        self.page = self._read()
        self._begun = self.page is not None
        if self.page is None:
            return
        self._fresh = self._as_it_stands()
        left = draft_of(self._session.store, self.person_id, self.meeting_id)
        self.wish = self._fresh if left is None else self._still_possible(left)
        self.resumed = left is not None and self._half_done
        self._show_from()

    def read_again(self) -> None:
        """Something in the library changed: what the user has not touched follows it."""
        if not self._begun and self.route is not None:
            self.open(self.route)  # a removal was taken back, perhaps
            return
        before, self.page = self.page, self._read()
        if self.page is None:
            return
        self.wish = where_it_is(self.wish, self._session.zone, self._there(self.wish.starts))
        fresh = self._as_it_stands()
        if before is not None and (before.meeting is None) == (self.page.meeting is None):
            self.wish = caught_up(self.wish, self._fresh, fresh)
        self._fresh = fresh
        self.days.not_before_today()
        self._redraft()

    def start_afresh(self) -> None:
        """Forgets what was left about them."""
        self.resumed = False
        self.wish = self._fresh
        self._forget()

    def plan_another(self) -> Route:
        """Leaves the 1-2-1 planned here as it is; where one more is planned."""
        self._made.pop(self.person_id, None)
        return Route(Where.PLAN, person=self.person_id)

    def wish_for(self, **fields: object) -> None:
        """The user wishes something else; the message follows."""
        before = self.wish
        self.wish = replace(before, **fields)  # type: ignore[arg-type]
        elsewhen = any(getattr(before, name) != value for name, value in fields.items())
        if self.page is not None and self.wish.edited and elsewhen and "message" not in fields:
            told = (before, self.wish, self._session.zone, self._session.now(), self.days.first)
            message = journeys.followed(self._session.store, self.page.person, *told)
            self.wish = replace(self.wish, message=message)
        self._redraft()

    def take_time(self, starts: datetime) -> str:
        """Wishes for a time, by the clock where the user is that day.

        The sentence why it cannot be, "" when it can.
        """
        zone = self._looking().zone_on(starts.date())
        try:
            checked = checked_start(starts, zone, self.wish.minutes)
        except PlannerError as refusal:
            return str(refusal)
        self.wish_for(starts=checked, zone="" if zone == self._session.zone else zone)
        return ""

    def draft_again(self) -> None:
        self.wish = replace(self.wish, edited=False)
        self._redraft()

    def keep(self, label: str) -> Meeting | None:
        """Plans the 1-2-1, or makes the kept one what is wished; None when that is refused."""
        new = self.meeting is None
        kept = self._session.do(
            label,
            journeys.plan_wish if new else journeys.change_to_wish,
            self.person_id if new else self.meeting_id,
            self.wish,
            self._session.zone,
            self._session.now(),
        )
        if not isinstance(kept, Meeting):
            return None
        self._forget()
        if new:
            self._made[kept.person] = kept.id
        self.resumed = False
        self.page = self._read()
        self._fresh = self._as_it_stands()
        self.wish = replace(self._fresh, part=self.wish.part, edited=self.wish.edited)
        return kept

    def keep_words(self, label: str) -> bool:
        """Keeps learn, give, ask and the message of a 1-2-1 that is planned, as they stand.

        False when that is refused.
        """
        if self.meeting is None:
            return True
        kept = self.meeting
        words = {name: getattr(self.wish, name) for name in WORDS}
        if self.wish.edited:
            words["invitation"] = self.wish.message
        if all(getattr(kept, name) == text for name, text in words.items()):
            return True
        now = self._session.now()
        return self._session.do(label, edit_details, kept.id, now, **words) is not None

    def park(self) -> bool:
        """Keeps what is not planned yet, for the next time the page is opened.

        False when that is refused.
        """
        if self.page is None or self.over:
            return True
        if self._half_done:
            about = (self.person_id, self.meeting_id, self.wish)
            return self._session.keep(keep_draft, *about) is not None
        if draft_of(self._session.store, self.person_id, self.meeting_id) is not None:
            self._forget()
        return True

    @property
    def _half_done(self) -> bool:
        """Whether the user typed or chose something that is not planned yet."""
        if self.meeting is not None:
            return bool(self.pending)
        return own(self.wish) != own(self._fresh)

    def best(self, count: int = BEST) -> tuple[Slot, ...]:
        """The best few times of the next days, on both clocks."""
        theirs, trip = (self.page.person.zone, self.page.trip) if self.page else ("", None)
        return self.days.best(count, theirs, trip)

    @property
    def me(self) -> Me:
        """About me, in the zone it is where the user is."""
        return replace(self._session.me, zone=self._session.zone)

    def away_then(self) -> str:
        """The town too far away for it that the user is in at the time wished; "" for none."""
        starts, store = self.wish.starts, self._session.store
        return away_on(store, self._looking(), starts.date()) if starts is not None else ""

    def _looking(self) -> Looking:
        """What times are looked for."""
        return Looking(
            self.me,
            self.wish,
            self._session.now(),
            self.meeting_id,
            self.page.stays if self.page else (),
            self._session.diary.known(),
            self.days.full_too,
        )

    def _read(self) -> PlanPage | None:
        if self.route is None:
            return None
        meeting = self.route.meeting or self._made.get(self.route.person, 0)
        if not self.route.meeting and self._session.store.meetings.find(meeting) is None:
            meeting = 0
        try:
            return journeys.plan_page(
                self._session.store, self.route.person, meeting, self._session.now()
            )
        except NotFound:
            return None

    def _as_it_stands(self) -> Wish:
        """The kept 1-2-1 as a wish, or the proposals for a new one."""
        assert self.page is not None
        if self.page.meeting is None:
            aims = self.page.aims
            wish = Wish(learn=aims.learn, give=aims.give, ask=aims.ask)
        else:
            there = self._there(self.page.meeting.starts)
            there = there if self.page.meeting.zone == there else ""
            wish = replace(wish_of(self.page.meeting, there or self._session.zone), zone=there)
        draft = self._draft_for(wish)
        if not wish.message.strip():
            return replace(wish, message=draft)
        return replace(wish, edited=wish.message != draft)

    def _draft_for(self, wish: Wish) -> str:
        told = (self.person_id, wish, self._session.zone, self._session.now(), self.days.first)
        try:
            return journeys.drafted(self._session.store, *told)
        except NotFound:  # removed a moment ago: the page is about to say so
            return wish.message

    def _redraft(self) -> None:
        if not self.wish.edited and self.page is not None:
            self.wish = replace(self.wish, message=self._draft_for(self.wish))

    def _still_possible(self, left: Wish) -> Wish:
        """What was left, without a time that is over by now."""
        session = self._session
        told = (self._fresh, session.zone, self._there(left.starts), session.now())
        left = still_possible(left, *told)
        return left if left.edited else replace(left, message=self._draft_for(left))

    def _show_from(self) -> None:
        today = self._session.today()
        starts = self.wish.starts
        if starts:
            self.days.show_from(monday_of(starts.date()))
        else:
            wished = self.route.day if self.route and self.meeting is None else None
            self.days.show_from(wished or today)

    def _forget(self) -> None:
        self._session.keep(keep_draft, self.person_id, self.meeting_id, None)
