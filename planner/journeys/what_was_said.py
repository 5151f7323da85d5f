"""What was noted in a 1-2-1, to be read again: each question with what stands under it."""

from __future__ import annotations

from planner.domain.guides import Library
from planner.journeys.debrief_page import Note
from planner.storage.store import Store


def noted_in(store: Store, library: Library, meeting_id: int) -> tuple[Note, ...]:
    """Every question something was noted under, in the order they were asked."""
    begun = store.conversations.of_meeting(meeting_id)
    script = begun.script if begun else ()
    place = {prompt: number for number, prompt in enumerate(script)}
    answers = [one for one in store.answers.of_meeting(meeting_id) if one.text.strip()]
    answers.sort(key=lambda answer: (place.get(answer.prompt, len(place)), answer.id))
    prompts = [(library.prompt(answer.prompt), answer.text.strip()) for answer in answers]
    return tuple(Note(prompt.text if prompt else "", text) for prompt, text in prompts)
