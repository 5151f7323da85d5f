"""Questions through the window: browsed, found, marked, written, shared and brought in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.guides import FIRST
from planner.domain.own_questions import OwnGuide, OwnPrompt
from planner.guides.library import own_folder
from planner.guides.shared import read_shared
from planner.journeys.own_questions import add_guide, add_prompt
from planner.journeys.question_library import ours, question_library
from planner.storage.store import Store
from tests.ui.drivers_day import shown
from tests.ui.drivers_plan import save_into
from tests.ui.drivers_questions import QuestionsDriver, TicksDriver, choices, go_down_to
from tests.ui.drivers_window import WindowDriver
from ui.routes import Where
from ui.session import Session

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
OPENER = ours().guide(FIRST).prompts[1]
MINE = "What would you never give up?"


@pytest.fixture
def user(session: Session, view: QSettings, qtbot: QtBot) -> Iterator[WindowDriver]:
    store = session.store
    with store.transaction():
        store.me.put(replace(store.me.get(), name="Sam", ready=True, zone="Europe/London"))
    yield from shown(session, view, qtbot)


@pytest.fixture
def page(user: WindowDriver) -> QuestionsDriver:
    user.go(Where.QUESTIONS)
    assert user.window.page is not None
    return QuestionsDriver(user.window.page)


def read(user: WindowDriver, qtbot: QtBot) -> TicksDriver:
    """What files bring, once they are read."""
    qtbot.waitUntil(lambda: user.dialogs() == ["bring-questions-dialog"])
    bring = TicksDriver(user.dialog("bring-questions-dialog").root, "brought-list")
    qtbot.waitUntil(lambda: bring.says("brought-told") not in ("", "Reading…"))
    return bring


def test_the_whole_library_is_there_by_guide_and_phase(page: QuestionsDriver) -> None:
    library = ours()
    assert page.questions() == [p.text for guide in library.guides for p in guide.prompts]
    assert page.heads()[0] == f"{library.guides[0].title} · {library.guides[0].phases[0].title}"
    first = library.guide(FIRST)
    page.choose("question-guide", first.title)
    assert page.questions() == [prompt.text for prompt in first.prompts]
    assert page.heads() == [phase.title for phase in first.phases]


def test_a_question_is_shown_whole(page: QuestionsDriver, qtbot: QtBot) -> None:
    page.choose("question-guide", ours().guide(FIRST).title)
    page.go_to(OPENER.text)
    qtbot.waitUntil(lambda: page.question() == OPENER.text)
    said = page.reads("question-card")
    for words in (*OPENER.follow_ups, OPENER.why, f"Say back: “{OPENER.read_back}”"):
        assert words in said
    assert f"Careful: {OPENER.dont}" in said
    principle = ours().principle(OPENER.principle)
    assert principle is not None
    assert f"{principle.name}: {principle.says}" in said and principle.source in said


def test_every_word_finds(page: QuestionsDriver, qtbot: QtBot) -> None:
    words = OPENER.follow_ups[0]
    page.type("find-questions", words)
    assert OPENER.text in page.questions()
    assert len(page.questions()) < 20
    page.type("find-questions", "xyzzy")
    assert page.questions() == []
    assert page.says("no-question-found") == "No question here has “xyzzy”."
    qtbot.waitUntil(lambda: page.question() == "")
    page.press("show-all-questions")
    assert len(page.questions()) == len([p for g in ours().guides for p in g.prompts])


def test_filters_narrow_and_are_released(page: QuestionsDriver) -> None:
    every = [prompt for guide in ours().guides for prompt in guide.prompts]
    page.filter_by("depth-3")
    assert page.questions() == [prompt.text for prompt in every if prompt.depth == 3]
    assert page.words_on("filter-depth") == "Close ×"
    page.press("filter-depth")
    assert len(page.questions()) == len(every)
    page.filter_by("fills-goal")
    assert page.questions() == [p.text for p in every if p.fills == "goal"]
    page.filter_by("phase-Understand")
    assert page.questions()
    assert {head.rpartition(" · ")[2] for head in page.heads()} == {"Understand"}


def test_a_favourite_is_marked_found_and_taken_back(
    page: QuestionsDriver, user: WindowDriver, store: Store, qtbot: QtBot
) -> None:
    page.choose("question-guide", ours().guide(FIRST).title)
    page.go_to(OPENER.text)
    qtbot.waitUntil(lambda: page.question() == OPENER.text)
    page.press("favourite")
    assert user.toast() == "Marked as a favourite"
    assert page.is_pressed("favourite")
    assert page.told(OPENER.text) == f"{OPENER.text}, Favourite"
    page.press("filter-favourite")
    assert page.questions() == [OPENER.text]
    assert question_library(store).favourites == {OPENER.id}
    user.undo()
    assert page.questions() == []
    assert question_library(store) == ours()


def test_keys_mark_the_question_chosen(
    page: QuestionsDriver, user: WindowDriver, store: Store
) -> None:
    first = page.current()
    user.keys("Ctrl+D")
    assert user.toast() == "Marked as a favourite"
    user.keys("Ctrl+Shift+L")
    assert user.toast() == "Left out from now on"
    assert page.told(first) == f"{first}, Left out"
    user.keys("Ctrl+Shift+L")
    assert user.toast() == "No longer left out"
    assert question_library(store) == ours()


def test_a_question_is_written_by_keys_alone(
    page: QuestionsDriver, user: WindowDriver, store: Store, qtbot: QtBot
) -> None:
    page.choose("question-guide", ours().guide(FIRST).title)
    user.keys("Ctrl+Shift+N")
    form = user.dialog("own-prompt-dialog")
    form.root.activateWindow()
    qtbot.waitUntil(form.root.isActiveWindow)
    assert form.focus() == "prompt-text"
    form.write(MINE)
    form.key(Qt.Key.Key_Tab)
    form.write("How did you find that out?")
    form.key(Qt.Key.Key_Return, CTRL)
    assert user.toast() == "Question kept"
    assert page.current() == MINE
    assert page.question() == MINE
    assert page.told(MINE) == f"{MINE}, Mine"
    (kept,) = store.own_prompts.all()
    assert (kept.guide, kept.phase) == (FIRST, ours().guide(FIRST).phases[0].id)
    assert kept.follow_ups == ("How did you find that out?",)
    user.undo()
    assert MINE not in page.questions()


def test_a_form_without_words_says_so_and_stays(page: QuestionsDriver, user: WindowDriver) -> None:
    page.press("write-own")
    form = user.dialog("own-prompt-dialog")
    form.press("save")
    assert form.says("form-wrong").startswith("The question has no words yet.")
    form.press("cancel")
    assert not user.dialogs()


def test_ones_own_version_takes_the_place_of_the_programs(
    page: QuestionsDriver, user: WindowDriver, store: Store, qtbot: QtBot
) -> None:
    page.choose("question-guide", ours().guide(FIRST).title)
    page.go_to(OPENER.text)
    qtbot.waitUntil(lambda: page.question() == OPENER.text)
    page.press("own-version")
    form = user.dialog("own-prompt-dialog")
    assert form.holds("prompt-text") == OPENER.text
    assert form.holds("read-back") == OPENER.read_back
    form.type("prompt-text", "In my own words?")
    form.press("save")
    assert page.question() == "In my own words?"
    assert page.told(OPENER.text) == f"{OPENER.text}, Left out"
    assert question_library(store).prompt(OPENER.id) == OPENER
    user.undo()
    assert question_library(store) == ours()


def test_an_own_question_is_changed_moved_and_removed(
    page: QuestionsDriver, user: WindowDriver, session: Session, qtbot: QtBot
) -> None:
    session.do("Kept", add_prompt, OwnPrompt(guide=FIRST, phase="help", text=MINE))
    page.press("filter-own")
    qtbot.waitUntil(lambda: page.question() == MINE)
    page.press("edit-question")
    form = user.dialog("own-prompt-dialog")
    later = ours().guide("catch-up")
    form.choose("prompt-guide", later.title)
    form.choose("prompt-phase", later.phases[1].title)
    form.press("depth-3")
    form.press("stages-connected")
    form.press("save")
    assert user.toast() == "Question changed"
    assert page.heads() == [f"{later.title} · {later.phases[1].title}"]
    (kept,) = session.store.own_prompts.all()
    assert kept.depth == 3 and "CONNECTED" not in {stage.name for stage in kept.stages}
    page.press("remove-question")
    assert user.toast() == "Question removed"
    assert page.questions() == []
    user.undo()
    assert page.questions() == [MINE]


def test_delete_removes_ones_own_alone(
    page: QuestionsDriver, user: WindowDriver, session: Session
) -> None:
    first = page.current()
    page.rows.setFocus()
    page.key(Qt.Key.Key_Delete)
    assert page.current() == first
    session.do("Kept", add_prompt, OwnPrompt(guide=FIRST, phase="help", text=MINE))
    page.press("filter-own")
    page.rows.setFocus()
    page.key(Qt.Key.Key_Delete)
    assert user.toast() == "Question removed"
    assert not session.store.own_prompts.all()


def test_a_guide_is_made_of_another_and_removed(
    page: QuestionsDriver, user: WindowDriver, store: Store
) -> None:
    first = ours().guide(FIRST)
    page.choose("question-guide", first.title)
    page.press("about-guide")
    form = user.dialog("own-guide-dialog")
    form.type("guide-title", "My first")
    form.press("save")
    assert user.toast() == "Guide “My first” made"
    assert page.questions() == [prompt.text for prompt in first.prompts]
    assert page.told(OPENER.text) == f"{OPENER.text}, Mine"
    page.press("about-guide")
    user.dialog("own-guide-dialog").press("remove")
    assert user.toast() == "Guide “My first” removed"
    assert question_library(store) == ours()
    user.undo()
    assert "My first" in [guide.title for guide in question_library(store).guides]


def test_an_empty_guide_says_what_to_do(page: QuestionsDriver, user: WindowDriver) -> None:
    page.press("new-guide")
    form = user.dialog("own-guide-dialog")
    form.type("guide-title", "At a fair")
    form.type("part-0", "Say hello")
    form.press("save")
    assert page.questions() == []
    assert page.says("no-question-found").startswith("This guide has no question yet.")
    page.press("write-own")
    form = user.dialog("own-prompt-dialog")
    form.type("prompt-text", "Seen anything good?")
    form.press("save")
    assert page.heads() == ["Say hello"]
    assert page.questions() == ["Seen anything good?"]


def test_own_questions_are_shared_as_a_file_and_brought_in(
    page: QuestionsDriver,
    user: WindowDriver,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    guide = session.do("Made", add_guide, OwnGuide(title="At a fair"))
    assert isinstance(guide, OwnGuide)
    session.do("Kept", add_prompt, OwnPrompt(guide=guide.key, phase="help", text="At a stand?"))
    session.do("Kept", add_prompt, OwnPrompt(guide=FIRST, phase="help", text=MINE))
    dialog = save_into(tmp_path, monkeypatch)
    page.press("share-questions")
    share = TicksDriver(user.dialog("share-questions-dialog").root, "share-list")
    assert share.listed() == [
        ("At a fair", "A guide, 1 question", True),
        (MINE, "First 1-2-1 · Help each other", True),
    ]
    share.turn(MINE)
    share.press("share-save")
    assert dialog.offered == ["At a fair.toml"]
    assert user.toast() == "Saved as At a fair.toml"
    assert not user.sees("toast-undo")  # it would undo something else
    assert MINE not in dialog.last().decode()
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    assert question_library(session.store) == ours()

    file = tmp_path / "At a fair.toml"
    with file.open("a", encoding="utf-8") as more:
        more.write('[[prompts]]\nid = "x"\nguide = "first"\nphase = "moon"\ntext = "Hm?"\n')
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *asked: ([str(file)], ""))
    page.press("bring-questions")
    bring = read(user, qtbot)
    assert bring.says("brought-told") == "At a fair.toml: 1 new."
    assert bring.listed() == [
        ("At a fair", "A new guide", True),
        ("At a stand?", "At a fair · Help each other", True),
    ]
    assert bring.problems() == [
        "At a fair.toml, prompt “x”, key “phase”: "
        "there is no phase “moon” in the guide “First 1-2-1”."
    ]
    bring.press("bring-chosen")
    assert user.toast() == "1 question brought in"
    qtbot.waitUntil(lambda: page.current() == "At a stand?")
    assert page.question() == "At a stand?"
    user.undo()
    assert question_library(session.store) == ours()


def test_a_file_dropped_on_the_window_is_shown_and_ones_own_stay(
    user: WindowDriver, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "from Maya.toml"
    head = 'format = "visavis-questions"\nversion = 1\n'
    entry = '[[prompts]]\nid = "own-1"\nguide = "first"\nphase = "help"\ntext = "{}"\n'
    file.write_text(head + entry.format("Mine?"), encoding="utf-8")
    assert user.drop(file)
    read(user, qtbot).press("bring-chosen")
    qtbot.waitUntil(lambda: user.at is Where.QUESTIONS)
    file.write_text(head + entry.format("Theirs?"), encoding="utf-8")
    assert user.drop(file)
    bring = read(user, qtbot)
    assert bring.listed() == [("Theirs?", "Yours stays: “Mine?”", False)]
    assert not bring.find(QAbstractButton, "bring-chosen").isEnabled()
    bring.turn("Theirs?")
    bring.press("bring-chosen")
    assert [each.text for each in session.store.own_prompts.all()] == ["Theirs?"]


def test_contacts_dropped_with_it_have_their_turn_afterwards(
    user: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    questions, cards = tmp_path / "first.toml", tmp_path / "maya.vcf"
    shutil.copy(own_folder() / "first.toml", questions)
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Maya Okafor\nEND:VCARD\n", encoding="utf-8")
    assert user.drop(questions, cards)
    bring = read(user, qtbot)
    assert bring.listed() == []
    assert "that you have already" in bring.says("brought-told")
    bring.press("cancel-bring")
    qtbot.waitUntil(lambda: user.dialogs() == ["bring-in-dialog"])


def test_nothing_of_ones_own_is_nothing_to_share(page: QuestionsDriver, user: WindowDriver) -> None:
    page.press("share-questions")
    share = TicksDriver(user.dialog("share-questions-dialog").root, "share-list")
    assert share.listed() == []
    assert share.sees("empty")


def test_what_cannot_be_used_is_said(
    page: QuestionsDriver, user: WindowDriver, session: Session
) -> None:
    assert not page.sees("question-problems")
    session.do("Kept", add_prompt, OwnPrompt(guide="gone", phase="help", text=MINE))
    assert page.words_on("question-problems") == "1 entry cannot be used"
    page.press("question-problems")
    (said,) = TicksDriver(user.dialog("question-problems-dialog").root, "").problems()
    assert said.startswith(f"Your question “{MINE}” belongs to a guide that is not there")


def test_after_each_step_the_keyboard_is_still_on_the_page(
    page: QuestionsDriver, user: WindowDriver, session: Session, qtbot: QtBot
) -> None:
    page.press("favourite")
    page.find(QAbstractButton, "favourite").setFocus()
    user.keys("Ctrl+Shift+N")
    form = user.dialog("own-prompt-dialog")
    form.type("prompt-text", MINE)
    form.press("save")
    user.window.activateWindow()
    qtbot.waitUntil(user.window.isActiveWindow)
    assert page.question() == MINE
    assert page.focus() == "favourite"
    page.press("filter-own")
    page.find(QAbstractButton, "remove-question").setFocus()
    page.press("remove-question")
    qtbot.waitUntil(lambda: page.question() == "")
    assert page.focus() == "find-questions"
    page.find(QAbstractButton, "write-own").setFocus()
    user.keys("Ctrl+Z")
    qtbot.waitUntil(lambda: page.question() == MINE)
    assert page.focus() == "favourite"


def test_another_guide_is_shown_from_its_top(page: QuestionsDriver) -> None:
    page.go_to(page.questions()[-1])
    page.choose("question-guide", ours().guide(FIRST).title)
    assert page.current() == page.questions()[0]


def test_a_new_guide_is_seen_whatever_was_looked_for(
    page: QuestionsDriver, user: WindowDriver
) -> None:
    page.type("find-questions", "xyzzy")
    page.press("new-guide")
    form = user.dialog("own-guide-dialog")
    form.type("guide-title", "At a fair")
    go_down_to(form, "guide-copied", "All questions of “First 1-2-1”")
    form.press("save")
    assert len(page.questions()) == len(ours().guide(FIRST).prompts)


def test_the_phases_to_choose_are_those_of_the_guide(
    page: QuestionsDriver, user: WindowDriver
) -> None:
    page.press("new-guide")
    form = user.dialog("own-guide-dialog")
    form.type("guide-title", "At a fair")
    go_down_to(form, "guide-copied", "All questions of “First 1-2-1”")
    form.type("part-0", "Say hello")
    form.press("save")
    page.filter_by("phase-Say hello")
    assert page.heads() == ["Say hello"]
    page.choose("question-guide", ours().guide(FIRST).title)
    assert len(page.heads()) > 1  # no guide of the program's has that one


def test_of_very_many_problems_the_first_are_told(
    user: WindowDriver, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "broken.toml"
    entries = (f'[[prompts]]\nid = "{number}"\n' for number in range(400))
    head = 'format = "visavis-questions"\nversion = 1\n'
    file.write_text(head + "".join(entries), encoding="utf-8")
    assert user.drop(file)
    bring = read(user, qtbot)
    assert len(bring.problems()) == 100
    assert bring.says("more-problems") == "and 1,100 more"
    assert not bring.find(QAbstractButton, "bring-chosen").isEnabled()


def test_a_form_offers_the_parts_of_the_guide_it_begins_with(
    page: QuestionsDriver, user: WindowDriver, session: Session, qtbot: QtBot
) -> None:
    guide = session.do("Made", add_guide, OwnGuide(title="Fair", titles=tuple("ABCDE")))
    assert isinstance(guide, OwnGuide)
    session.do("Kept", add_prompt, OwnPrompt(guide=guide.key, phase="gone", text=MINE))
    page.press("write-own")
    form = user.dialog("own-prompt-dialog")
    assert choices(form, "prompt-phase") != list("ABCDE")
    go_down_to(form, "prompt-guide", "Fair")
    assert choices(form, "prompt-phase") == list("ABCDE")
    go_down_to(form, "prompt-phase", "D")
    form.type("prompt-text", "Mine?")
    form.press("save")
    assert session.store.own_prompts.all()[-1].phase == guide.phases[3]
    session.undo_stack.undo()
    page.choose("question-guide", "Fair")
    page.press("write-own")
    form = user.dialog("own-prompt-dialog")
    assert choices(form, "prompt-phase") == list("ABCDE")
    form.press("cancel")
    qtbot.waitUntil(lambda: page.question() == MINE)
    page.press("edit-question")  # of a part that its guide has no more
    form = user.dialog("own-prompt-dialog")
    assert choices(form, "prompt-phase") == list("ABCDE")
    form.press("save")
    assert session.store.own_prompts.all()[0].phase == guide.phases[0]


def test_all_are_ticked_at_once_and_a_name_gets_its_ending(
    page: QuestionsDriver,
    user: WindowDriver,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for words in ("One?", "Two?"):
        session.do("Kept", add_prompt, OwnPrompt(guide=FIRST, phase="help", text=words))
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *asked, **kept: (str(tmp_path / "mine"), "")
    )
    page.press("share-questions")
    share = TicksDriver(user.dialog("share-questions-dialog").root, "share-list")
    share.press("share-list-all")
    assert [ticked for *_, ticked in share.listed()] == [False, False]
    assert not share.find(QAbstractButton, "share-save").isEnabled()
    share.press("share-list-all")
    assert [ticked for *_, ticked in share.listed()] == [True, True]
    share.press("share-save")
    assert len(read_shared(tmp_path / "mine.toml").prompts) == 2


def test_a_guide_has_the_parts_of_the_one_it_begins_with(
    page: QuestionsDriver, user: WindowDriver, session: Session
) -> None:
    odd = OwnGuide(title="Short", phases=("a", "b"), titles=("A", "B"), lengths=(1, 2))
    session.do("Made", add_guide, replace(odd, paces=(4, 4)))
    page.press("new-guide")
    form = user.dialog("own-guide-dialog")
    form.type("guide-title", "Shorter")
    go_down_to(form, "guide-copied", "All questions of “Short”")
    assert form.holds("part-1") == "B"
    assert not form.sees("part-2")
    form.press("save")
    made = next(guide for guide in session.store.own_guides.all() if guide.title == "Shorter")
    assert (made.titles, made.lengths) == (("A", "B"), (1, 2))


def test_keys_lead_from_the_search_into_the_question_and_its_form(
    page: QuestionsDriver, user: WindowDriver, session: Session, qtbot: QtBot
) -> None:
    odd = "Any xylophones?"
    session.do("Kept", add_prompt, OwnPrompt(guide=FIRST, phase="help", text=odd))
    user.keys("Ctrl+F")
    assert page.focus() == "find-questions"
    page.write("xyloph")
    qtbot.waitUntil(lambda: page.question() == odd)
    page.key(Qt.Key.Key_Return)
    assert page.focus() == "favourite"
    user.keys("F2")
    form = user.dialog("own-prompt-dialog")
    assert form.holds("prompt-text") == odd
    form.press("cancel")
    user.keys("Ctrl+F")
    page.key(Qt.Key.Key_Escape)
    assert page.holds("find-questions") == ""
    assert len(page.questions()) > 1
    assert page.current() == odd


def test_the_keyboard_stays_beside_a_guide_that_is_removed(
    page: QuestionsDriver, user: WindowDriver, session: Session, qtbot: QtBot
) -> None:
    guide = session.do("Made", add_guide, OwnGuide(title="Fair", about="At a stand"))
    assert isinstance(guide, OwnGuide)
    session.do("Kept", add_prompt, OwnPrompt(guide=guide.key, phase="help", text=MINE))
    page.choose("question-guide", "Fair")
    page.find(QAbstractButton, "about-guide").setFocus()
    page.press("about-guide")
    user.dialog("own-guide-dialog").press("remove")
    user.come_to_front()
    assert page.focus() == "question-guide"


def test_of_a_bare_question_nothing_stands_aside(
    page: QuestionsDriver, session: Session, qtbot: QtBot
) -> None:
    session.do("Kept", add_prompt, OwnPrompt(guide=FIRST, phase="help", text=MINE))
    page.press("filter-own")
    qtbot.waitUntil(lambda: page.question() == MINE)
    place, card = page.find(QWidget, "question-place"), page.find(QWidget, "question-when")
    assert card.mapTo(page.root, QPoint()).x() == place.mapTo(page.root, QPoint()).x()
