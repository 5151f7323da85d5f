"""The terminal's command that tells which questions to take along to a 1-2-1, and why each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.guides import Guide, phase_minutes
from planner.domain.people import Person
from ui import terminal_rows as rows
from ui.terminal_call import Call
from ui.terminal_output import Told, plain

if TYPE_CHECKING:
    from datetime import date

    from planner.domain.meetings import Meeting
    from planner.domain.prompts import Choice
    from planner.domain.which_guide import GuideChoice

MINUTES = 60  # of a 1-2-1 whose length nobody said


def guide(call: Call) -> Told:
    from planner.journeys.choose_questions import guide_for, script_for
    from planner.journeys.find_people import one_person
    from planner.journeys.prepare_meeting import Questions
    from planner.journeys.prepare_sheet import next_with
    from planner.journeys.question_library import question_library

    with call.existing() as store:
        person = one_person(store, call.given.person)
        library, today = question_library(store), call.today(store)
        meeting = None if call.given.minutes else next_with(store, person, today)
        if meeting is not None:
            minutes = meeting.minutes
            planned = Questions(store, library, meeting)
            suits, chosen, script = planned.suits, planned.guide, planned.choices()
            prepared = planned.prepared is not None
        else:
            minutes, prepared = call.given.minutes or MINUTES, False
            suits = guide_for(store, library, person, today)
            chosen, script = script_for(store, library, person, minutes, today, guide=suits.guide)
    reason = _reason(suits, chosen, person, today)
    phases = _phases(chosen, script, person, minutes, today)
    lines = [f"{plain(person.name)}, {minutes} minutes: {plain(chosen.title)}"]
    if meeting is not None:
        lines.append(_planned(meeting, prepared, today))
    lines.append(plain(reason["sentence"]))
    for phase in phases:
        lines += ["", f"{plain(str(phase['title']))}, {phase['minutes']} min"]
        for prompt in phase["prompts"]:
            lines.append(f"  {plain(prompt['text'])}")
            lines.append(f"     - {plain(prompt['reason']['sentence'])}")
    document = {
        "person": person.id,
        "name": person.name,
        "minutes": minutes,
        "meeting": meeting.id if meeting is not None else None,
        "prepared": prepared,
        "guide": chosen.id,
        "title": chosen.title,
        "reason": reason,
        "phases": phases,
    }
    return Told(document, tuple(lines), warning=" ".join(library.problems))


def _planned(meeting: Meeting, prepared: bool, today: date) -> str:
    from ui.day_wording import named_day

    day = named_day(meeting.starts.date(), today)
    return f"For the 1-2-1 on {day}, as it is prepared." if prepared else f"For the 1-2-1 on {day}."


def _reason(suits: GuideChoice, chosen: Guide, person: Person, today: date) -> rows.Row:
    """Why this guide, or what it is for where the user chose another than the one that suits."""
    from ui.which_guide_wording import why_guide

    if chosen.id != suits.guide:
        return {"kind": "chosen", "sentence": chosen.about}
    return {"kind": suits.why.value, "sentence": why_guide(suits, person, today)}


def _phases(
    guide: Guide, script: tuple[Choice, ...], person: Person, minutes: int, today: date
) -> list[rows.Row]:
    """Each phase that has questions with them, in the order they are asked."""
    asked = [one.prompt.id for one in script]
    shared = zip(guide.phases, phase_minutes(guide, minutes, asked), strict=True)
    return [
        {
            "phase": phase.id,
            "title": phase.title,
            "minutes": length,
            "prompts": [_prompt(one, person, today) for one in script if one.phase == phase.id],
        }
        for phase, length in shared
        if any(one.phase == phase.id for one in script)
    ]


def _prompt(choice: Choice, person: Person, today: date) -> rows.Row:
    """A question with its reason: what speaks for it with this person, else what it is good for."""
    from ui.guide_wording import reason

    prompt = choice.prompt
    return {
        "id": prompt.id,
        "text": prompt.text,
        "reason": {
            "kind": choice.why.value,
            "sentence": reason(choice, person, today) or prompt.why,
        },
        "follow_ups": list(prompt.follow_ups),
        "read_back": prompt.read_back,
        "dont": prompt.dont,
        "principle": prompt.principle,
        "depth": prompt.depth,
        "deeper": choice.deeper,
    }
