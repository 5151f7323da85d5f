"""Every page and dialog of the window in turn, over a library full of markup and ampersands."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QWidget,
)

from planner.domain.busy import Skipped
from planner.domain.facts import Fact, FactKind
from planner.domain.introductions import Introduction
from planner.domain.me import Me
from planner.domain.meetings import Touch
from planner.domain.own_questions import OwnGuide, OwnPrompt
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.domain.trips import Trip
from planner.errors import LibraryDamaged
from planner.guides.library import load
from planner.journeys.busy_times import name_calendar
from planner.journeys.fit_questions import note_asked
from planner.journeys.go_on_talking import cut_short
from planner.journeys.hold_conversation import begin
from planner.journeys.keep_backups import back_up_now
from planner.journeys.last_import import LastImport
from planner.journeys.restore_library import figures_of
from planner.journeys.share_questions import file_of
from planner.storage.store import Store
from tests import messages
from tests.builders import TODAY, a_meeting
from tests.clocks import StandingClock
from ui import background
from ui.dialogs.about import AboutDialog, KeysDialog
from ui.dialogs.ask import AskDialog
from ui.dialogs.bring_in import BringInDialog
from ui.dialogs.bring_questions import BringQuestionsDialog
from ui.dialogs.came_of import CameOfDialog
from ui.dialogs.check import CheckDialog
from ui.dialogs.encrypt import ChangePassphraseDialog, DecryptDialog, EncryptDialog
from ui.dialogs.event import EventDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.fact import FactDialog
from ui.dialogs.go_on import GoOnDialog
from ui.dialogs.group import GroupDialog
from ui.dialogs.introduce import IntroduceDialog
from ui.dialogs.introduce_to import IntroduceToDialog
from ui.dialogs.left_out import LeftOutDialog
from ui.dialogs.merge_with import MergeWithDialog
from ui.dialogs.met_at import MetAtDialog
from ui.dialogs.open_calendar import OpenCalendarDialog
from ui.dialogs.own_guide import OwnGuideDialog
from ui.dialogs.own_prompt import OwnPromptDialog
from ui.dialogs.passphrase import AskPassphraseDialog
from ui.dialogs.past_with import PastWithDialog
from ui.dialogs.people_there import PeopleThereDialog
from ui.dialogs.person import PersonDialog
from ui.dialogs.pick_people import PickPeopleDialog
from ui.dialogs.places import PlacesDialog
from ui.dialogs.plan_day import PlanDayDialog
from ui.dialogs.plan_on import PlanOnDialog
from ui.dialogs.promise import PromiseDialog
from ui.dialogs.question_problems import QuestionProblemsDialog
from ui.dialogs.referral import ReferralDialog
from ui.dialogs.remember import RememberDialog
from ui.dialogs.rest import RestDialog
from ui.dialogs.restore import RestoreDialog
from ui.dialogs.search import SearchDialog
from ui.dialogs.share_questions import ShareQuestionsDialog
from ui.dialogs.sheet import SheetDialog
from ui.dialogs.touch import TouchDialog
from ui.dialogs.trip import TripDialog
from ui.dialogs.trouble import TroubleDialog
from ui.dialogs.unlock import UnlockDialog
from ui.dialogs.why import WhyDialog
from ui.in_sight import InSight, Who
from ui.main_window import MainWindow
from ui.page_stack import PAGES
from ui.remembered import Remembered
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.reminder_strip import ReminderStrip
from ui.widgets.table_window import TableWindow

MARK = "<b>x</b> <img src='/etc/hostname'> & Co"

Open = Callable[[MainWindow], QDialog]
DIALOGS: dict[str, Open] = {
    "about": lambda window: AboutDialog(window),
    "ask": lambda window: AskDialog(window.session, window.session.store.asks.all()[0], window),
    "bring-in": lambda window: BringInDialog(window.session, [_cards(window)], window),
    "bring-in columns": lambda window: BringInDialog(window.session, [_table(window)], window),
    "bring-in doubts": lambda window: BringInDialog(window.session, [_alike(window)], window),
    "event": lambda window: EventDialog(window.session, _event(window), parent=window),
    "new event": lambda window: EventDialog(window.session, parent=window),
    "export": lambda window: ExportDialog(
        window.session, InSight((1, 2, 3), (_person(window),)), Who.LISTED, window
    ),
    "fact": lambda window: FactDialog(window.session, _facts(window)[0], window),
    "go-on": lambda window: _go_on(window),
    "group": lambda window: GroupDialog(
        window.session, window.session.store.groups.all()[0].id, 0, window
    ),
    "came-of": lambda window: CameOfDialog(window.session, *_introduction(window), window),
    "introduce": lambda window: IntroduceDialog(
        window.session, *_introduction(window)[1:], None, _introduction(window)[0], window
    ),
    "introduce-to": lambda window: IntroduceToDialog(
        window.session, window.session.store.people.get(_person(window)), window
    ),
    "keys": lambda window: KeysDialog(window),
    "left out": lambda window: LeftOutDialog(
        MARK, [(MARK, Skipped(f"line 12, “{MARK}”", f"It has no start. {MARK}"))] * 3, window
    ),
    "met-at": lambda window: MetAtDialog(window.session, _person(window), parent=window),
    "open calendar": lambda window: OpenCalendarDialog(window.session, [_calendar(window)], window),
    "open calendar message": lambda window: OpenCalendarDialog(
        window.session, [_invitation(window)], window
    ),
    "bring questions": lambda window: BringQuestionsDialog(
        window.session, [_questions(window)], window
    ),
    "own guide": lambda window: OwnGuideDialog(
        window.session, window.session.store.own_guides.all()[0], None, window
    ),
    "own question": lambda window: OwnPromptDialog(
        window.session, window.session.store.own_prompts.all()[0], parent=window
    ),
    "question problems": lambda window: QuestionProblemsDialog([f"x.toml: {MARK}."] * 3, window),
    "share questions": lambda window: ShareQuestionsDialog(window.session, window),
    "person": lambda window: PersonDialog(window.session, _person(window), window),
    "past with": lambda window: PastWithDialog(window.session, window),
    "pick people": lambda window: PickPeopleDialog(
        window.session, LastImport(TODAY, tuple(window.session.store.people.by_name())), (), window
    ),
    "new person": lambda window: PersonDialog(window.session, parent=window),
    "merge-with": lambda window: _merging(window),
    "places": lambda window: PlacesDialog(window.session, window),
    "plan day": lambda window: PlanDayDialog(window.session, parent=window),
    "plan day times": lambda window: _day(window, 1),
    "plan day given": lambda window: _day(window, 2),
    "plan on": lambda window: PlanOnDialog(window.session, TODAY, window),
    "plan trip": lambda window: PlanDayDialog(window.session, _trip(window), (), window),
    "promise": lambda window: PromiseDialog(
        window.session, Promise(person=_person(window)), window
    ),
    "referral": lambda window: ReferralDialog(
        window.session, Referral(person=_person(window)), window
    ),
    "ask passphrase": lambda window: AskPassphraseDialog(
        Path("<b>x & Co.visavis"), "That is not it.", window
    ),
    "change passphrase": lambda window: ChangePassphraseDialog(window.session, window),
    "decrypt": lambda window: DecryptDialog(window.session, window),
    "encrypt": lambda window: EncryptDialog(window.session, [Path(MARK), Path(MARK)], window),
    "rest": lambda window: RestDialog(window.session, _person(window), window),
    "why": lambda window: WhyDialog(window.session, (_person(window),), _person(window), window),
    "new trip": lambda window: TripDialog(window.session, parent=window),
    "people there": lambda window: PeopleThereDialog(window.session, _trip(window), window),
    "trip": lambda window: TripDialog(window.session, _trip(window), window),
    "remember": lambda window: RememberDialog(window.session, Remembered(window.view), window),
    "unlock": lambda window: UnlockDialog(
        window.session.store.path, Store.open, Remembered(window.view)
    ),
    "check": lambda window: CheckDialog(window.session.store, window.session.wall_now(), window),
    "restore": lambda window: _backups(window),
    "search": lambda window: _search(window),
    "trouble": lambda window: TroubleDialog(
        window.session.store.path, LibraryDamaged("The file <b>x</b> & co is damaged."), TODAY
    ),
    "sheet": lambda window: SheetDialog(window.session, _person(window), 0, window),
    "sheets together": lambda window: SheetDialog(
        window.session, _person(window), 0, window, together=_planned(window)
    ),
    "touch": lambda window: TouchDialog(
        window.session, Touch(person=_person(window), day=TODAY), window
    ),
}
SOON_MS = 100  # what a page puts off for no longer belongs to it
PAST = "past 1-2-1"  # the debrief of one of long ago
STRIP = "reminder"  # the line at the window's foot
CALENDARS = ("month", "agenda")  # the other views of the Meetings page
OWN_QUESTION = "questions of one's own"  # the Questions page, at one the user wrote
KEPT = {  # forms in a conversation, by the button that opens them, and a field of each
    "keep-promise": "promise-what",
    "keep-introduction": "introduction-why",
    "keep-fact": "fact-text",
}
TABLE = "table"  # its small window
VIEWS = (*PAGES, PAST, *CALENDARS, OWN_QUESTION, *DIALOGS, STRIP, *KEPT, TABLE)


def marked_window(sample: Path, folder: Path) -> MainWindow:
    """The window over a copy of the sample network whose every text has markup in it."""
    path = folder / "marked.visavis"
    shutil.copy(sample, path)
    store = Store.open(path)
    with store.transaction():
        _mark(store)
    view = QSettings(str(folder / "view.ini"), QSettings.Format.IniFormat)
    view.setValue("scheme", "light")
    session = Session(store, StandingClock())
    coming = store.meetings.planned()[0]
    session.keep(begin, load(), coming.id, session.now())
    window = MainWindow(session, view)
    session.keep(note_asked, _person(window), TODAY)
    window.show()
    window.activateWindow()
    return window


def dismiss(window: MainWindow) -> None:
    """Closes the window for good."""
    window.close()
    window.session.store.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


def opened(window: MainWindow, name: str) -> QWidget:
    """Brings a page or dialog in sight; `put_away` ends it."""
    if name in PAGES:
        coming = window.session.store.meetings.planned()[0]
        person = coming.person if name in (Where.CONVERSATION, Where.DEBRIEF) else _person(window)
        meeting = coming.id if name in (Where.CONVERSATION, Where.DEBRIEF, Where.MEETINGS) else 0
        meeting = _to_prepare(window) if name == Where.PREPARE else meeting
        window.go(Route(Where(name), person=person, meeting=meeting))
        assert window.page is not None
        root: QWidget = window.page
        looking = root.findChild(QWidget, "looking")
        while looking is not None and looking.isVisible():
            QApplication.processEvents()
    elif name == PAST:
        window.go(Route(Where.DEBRIEF, person=_person(window)))
        assert window.page is not None
        root = window.page
    elif name == STRIP:
        root = _reminded(window)
    elif name in CALENDARS:
        root = _in_view(window, name)
    elif name in KEPT:
        root = _keeping(window, name)
    elif name == TABLE:
        root = _on_table(window)
    elif name == OWN_QUESTION:
        root = _own_question(window)
    else:
        root = DIALOGS[name](window)
        root.open()  # type: ignore[attr-defined]
        root.activateWindow()
        progress = root.findChild(QProgressBar)
        while progress is not None and progress.isVisible():
            QApplication.processEvents()
    while any(map(_soon_over, root.findChildren(QTimer))):
        QApplication.processEvents()
    background.wait_for_all()  # what is looked for beside the window stands in it as well
    for _ in range(5):
        QApplication.processEvents()
    return root


def _soon_over(timer: QTimer) -> bool:
    """Whether it is about to have something looked for, as Today has its further cards."""
    return timer.isSingleShot() and timer.isActive() and timer.interval() <= SOON_MS


def put_away(root: QWidget) -> None:
    if isinstance(root, QDialog):
        root.done(0)
        root.deleteLater()
    elif isinstance(root, TableWindow):
        root.close()
    elif root.objectName() == STRIP:
        root.hide()
        root.deleteLater()


def visible(root: QWidget) -> list[QWidget]:
    return [part for part in root.findChildren(QWidget) if part.isVisible()]


def inner(part: QWidget) -> bool:
    """A part of one of Qt's own widgets, which its owner speaks for."""
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QLineEdit | QComboBox | QAbstractSpinBox | QCalendarWidget):
            return True
        if isinstance(around, QAbstractItemView):
            return True
        around = around.parentWidget()
    return part.objectName().startswith("qt_")


def told(part: QWidget) -> str:
    """How a test names a part in its complaint."""
    words = part.text() if isinstance(part, QAbstractButton | QLabel) else ""
    return f"{type(part).__name__} {part.objectName() or '(no name)'} {words!r}"


def _in_view(window: MainWindow, name: str) -> QWidget:
    """The Meetings page in another view, where the next 1-2-1 is."""
    coming = window.session.store.meetings.planned()[0]
    window.go(Route(Where.MEETINGS, meeting=coming.id))
    assert window.page is not None
    choice = window.page.findChild(QAbstractButton, f"view-{name}")
    assert choice is not None
    choice.click()
    return window.page


def _keeping(window: MainWindow, name: str) -> QWidget:
    """The conversation, something being kept hold of."""
    page = opened(window, Where.CONVERSATION)
    opens = page.findChild(QAbstractButton, name)
    assert opens is not None
    opens.click()
    field = page.findChild(QLineEdit, KEPT[name])
    assert field is not None
    field.setText(MARK)
    return page


def _on_table(window: MainWindow) -> QWidget:
    """The conversation in its small window, a promise being kept hold of."""
    page = _keeping(window, "keep-promise")
    puts = page.findChild(QAbstractButton, TABLE)
    assert puts is not None
    puts.click()
    every = QApplication.topLevelWidgets()
    return next(one for one in every if isinstance(one, TableWindow) and one.isVisible())


def _to_prepare(window: MainWindow) -> int:
    """A 1-2-1 that nobody has begun, with somebody of whom much is known; another the same day."""
    store, maya = window.session.store, _person(window)
    for one in store.meetings.planned():
        if one.person == maya:
            return one.id
    starts = datetime.combine(TODAY + timedelta(days=2), time(10))
    with store.transaction():
        place = f"The Wharf {MARK}"
        other = next(one for one in store.people.all() if one.id != maya)
        store.meetings.add(a_meeting(other.id, starts + timedelta(hours=2)))
        return store.meetings.add(a_meeting(maya, starts, place=place, learn=MARK)).id


def _own_question(window: MainWindow) -> QWidget:
    window.go(Route(Where.QUESTIONS))
    assert window.page is not None
    mine = window.page.findChild(QAbstractButton, "filter-own")
    assert mine is not None
    mine.click()
    return window.page


def _reminded(window: MainWindow) -> QWidget:
    """The strip, with a name in it that would be markup and takes more than a line."""
    strip = ReminderStrip(window.centralWidget())
    strip.say("Tomorrow 08:30:", f"1-2-1 with {MARK} {MARK}, nothing prepared yet", "Prepare")
    window.lay_at_foot(strip)
    strip.show()
    return strip


def _person(window: MainWindow) -> int:
    """Somebody of whom much is known."""
    people = window.session.store.people.all()
    return next(person.id for person in people if person.name.startswith("Maya Okafor"))


def _planned(window: MainWindow) -> list[int]:
    return [meeting.id for meeting in window.session.store.meetings.planned()]


def _event(window: MainWindow) -> int:
    return next(event.id for event in window.session.store.events.all() if event.day)


def _day(window: MainWindow, steps: int) -> QDialog:
    """A 1-2-1 day with a few people, so many steps on."""
    people = [person.id for person in window.session.store.people.all()[:3]]
    dialog = PlanDayDialog(window.session, None, people, window)
    background.wait_for_all()
    QApplication.processEvents()
    go_on = dialog.findChild(QAbstractButton, "day-next")
    assert go_on is not None
    for _ in range(steps):
        go_on.click()
    return dialog


def _trip(window: MainWindow) -> Trip:
    return window.session.store.trips.all()[0]


def _facts(window: MainWindow) -> list[Fact]:
    return window.session.store.facts.of_person(_person(window))


def _introduction(window: MainWindow) -> tuple[Introduction, Person, Person]:
    store = window.session.store
    one = store.introductions.open()[0]
    return one, store.people.get(one.person), store.people.get(one.other)


def _backups(window: MainWindow) -> QDialog:
    store = window.session.store
    back_up_now(store, window.session.wall_now())
    return RestoreDialog(store.path, TODAY, figures_of(store), store.key, window)


def _cards(window: MainWindow) -> Path:
    file = window.session.store.path.parent / "<b>cards.vcf"
    cards = (f"BEGIN:VCARD\nVERSION:3.0\nFN:{MARK} {n}\nORG:{MARK}\nEND:VCARD\n" for n in range(3))
    file.write_text("".join(cards))
    return file


def _calendar(window: MainWindow) -> Path:
    """Some that were held, some that perhaps were, a series, and what cannot be read."""
    people = [one for one in window.session.store.people.all() if one.emails]
    events = [
        messages.held(n, f"2025{n + 1:02}10", f"Lunch {MARK}", people[n].emails[0], messages.ME)
        for n in range(9)
    ]
    events += [messages.held(20, "20250911", f"Coffee with {people[3].name}")]
    events += [messages.event(f"SUMMARY:{MARK}", "DTSTART:20250101T100000Z", "RRULE:FREQ=WEEKLY")]
    events += [messages.event(f"SUMMARY:{MARK}", "DTSTART:soon")]
    folder = window.session.store.path.parent
    return messages.saved(folder, messages.calendar("", *events), "<b>calendar & co.ics")


def _invitation(window: MainWindow) -> Path:
    """From somebody unknown, with a word."""
    more = (f"COMMENT:I heard your talk {MARK}",)
    text = messages.invitation(sender="ned@new.example", name=f"Ned {MARK}", place=MARK, more=more)
    return messages.saved(window.session.store.path.parent, text, "<b>invitation & co.ics")


def _questions(window: MainWindow) -> Path:
    """One that is new, one that the user has with other words, and one that cannot be used."""
    store = window.session.store
    file = store.path.parent / "<b>questions & co.toml"
    mine = file_of(store, (), [store.own_prompts.all()[0].key]).decode()
    more = (f'id = "x"\nguide = "first"\nphase = "{phase}"' for phase in ("help", "moon"))
    added = (f'[[prompts]]\n{each}\ntext = "New {MARK}"\n' for each in more)
    file.write_text("\n".join((mine.replace("Ever ", "Never "), *added)), encoding="utf-8")
    return file


def _table(window: MainWindow) -> Path:
    """Of columns that nobody knows."""
    file = window.session.store.path.parent / "<b>table.csv"
    rows = (f'"{MARK} {n}","{MARK}",x{n}@mail.example\n' for n in range(3))
    file.write_text("".join((f'"{MARK}",Firm,Reach\n', *rows)))
    return file


def _alike(window: MainWindow) -> Path:
    """Somebody who looks like somebody known; made up people are nobody to look like."""
    store = window.session.store
    with store.transaction():
        jonas = next(one for one in store.people.all() if one.name.startswith("Jonas"))
        store.people.update(replace(jonas, sample=False))
    file = store.path.parent / "alike.vcf"
    name = jonas.name.replace("Lindqvist", "Lindquist")
    lines = (f"FN:{name}", f"ORG:{jonas.company}", "TEL:+44 113 496 0999")
    file.write_text("\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", "")))
    return file


def _search(window: MainWindow) -> QDialog:
    dialog = SearchDialog(window.session, parent=window)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText("okafor")
    return dialog


def _merging(window: MainWindow) -> QDialog:
    """With the two side by side."""
    store = window.session.store
    dialog = MergeWithDialog(window.session, store.people.get(_person(window)), window)
    field = dialog.findChild(QLineEdit, "merge-find")
    assert field is not None
    field.setText("lindqvist")
    field.returnPressed.emit()
    return dialog


def _go_on(window: MainWindow) -> QDialog:
    cut = cut_short(window.session.store)
    assert cut is not None
    return GoOnDialog(window.session, cut, window)


def _mark(store: Store) -> None:
    """Every text that can come from outside gets markup and an ampersand."""
    name_calendar(store, f"/nowhere/{MARK.replace('/', '')}.ics")
    me = store.me.get()
    texts = ("name", "company", "city", "does", "for_whom", "ideal_referral")
    marked = {name: f"{getattr(me, name)} {MARK}" for name in texts}
    store.me.put(replace(me, **marked, wanted=(*Me().wanted, MARK), avoided=(MARK,)))
    for person in store.people.all():
        store.people.update(
            replace(
                person,
                name=f"{person.name} {MARK}",
                company=f"{person.company} {MARK}",
                role=f"{person.role} {MARK}",
                city=f"{person.city} {MARK}",
                links=(*person.links, f"https://example.org/{MARK}"),
            )
        )
    twice = next(person for person in store.people.all() if person.name.startswith("Rob Kane"))
    store.people.add(replace(twice, id=0, name=f"Bob Kane {MARK}", city=f"York {MARK}", emails=()))
    for fact in store.facts.all():
        store.facts.update(replace(fact, text=f"{fact.text} {MARK}"))
    maya = next(person for person in store.people.all() if person.name.startswith("Maya Okafor"))
    for kind in FactKind:
        store.facts.add(Fact(person=maya.id, kind=kind, text=MARK))
    for trip in store.trips.all():
        store.trips.update(replace(trip, city=f"{trip.city} {MARK}"))
    for group in store.groups.all():
        store.groups.update(replace(group, name=f"{group.name} {MARK}"))
    for event in store.events.all():
        store.events.update(replace(event, name=f"{event.name} {MARK}".strip()))
    for touch in store.touches.all():
        store.touches.update(replace(touch, note=f"{touch.note} {MARK}"))
    for place in store.places.all():
        store.places.update(replace(place, name=f"{place.name} {MARK}"))
    for promise in store.promises.all():
        store.promises.update(replace(promise, text=f"{promise.text} {MARK}"))
    for referral in store.referrals.all():
        store.referrals.update(replace(referral, what=f"{referral.what} {MARK}"))
    for ask in store.asks.all():
        store.asks.update(replace(ask, text=f"{ask.text} {MARK}", came_of=MARK))
    for one in store.introductions.all():
        store.introductions.update(replace(one, why=f"{one.why} {MARK}", note=MARK))
    guide = store.own_guides.add(OwnGuide(key="own-g", title=f"Fair {MARK}", about=MARK))
    for key, within in (("own-p", "first"), ("own-q", guide.key)):
        texts = dict.fromkeys(("principle", "why", "dont", "read_back"), MARK)
        store.own_prompts.add(
            OwnPrompt(
                key=key,
                guide=within,
                phase="arrive",
                text=f"Ever {MARK}?",
                follow_ups=(MARK,),
                topics=(MARK,),
                **texts,
            )
        )
    for meeting in store.meetings.all():
        store.meetings.update(
            replace(
                meeting,
                place=f"{meeting.place} {MARK}",
                learn=f"{meeting.learn} {MARK}",
                give=MARK,
                ask=MARK,
                summary=f"{meeting.summary} {MARK}" if meeting.summary else "",
                invitation=f"{meeting.invitation} {MARK}",
            )
        )
