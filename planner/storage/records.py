"""Which dataclass stands for which kind of record."""

from __future__ import annotations

from planner.domain import (
    asks,
    conversation,
    duplicates,
    facts,
    groups,
    introductions,
    me,
    meetings,
    own_questions,
    people,
    photos,
    promises,
    referrals,
    trips,
)
from planner.domain.changes import Kind

# A setting is a name and a text, and has none.
RECORDS: dict[Kind, type] = {
    Kind.ME: me.Me,
    Kind.PERSON: people.Person,
    Kind.FACT: facts.Fact,
    Kind.GROUP: groups.Group,
    Kind.EVENT: groups.Event,
    Kind.ATTENDANCE: groups.Attendance,
    Kind.TOUCH: meetings.Touch,
    Kind.PLACE: meetings.Place,
    Kind.MEETING: meetings.Meeting,
    Kind.CONVERSATION: conversation.Conversation,
    Kind.ANSWER: conversation.Answer,
    Kind.PROMISE: promises.Promise,
    Kind.REFERRAL: referrals.Referral,
    Kind.PHOTO: photos.Photo,
    Kind.APART: duplicates.Apart,
    Kind.ALIAS: duplicates.Alias,
    Kind.TRIP: trips.Trip,
    Kind.ASK: asks.Ask,
    Kind.INTRODUCTION: introductions.Introduction,
    Kind.OWN_GUIDE: own_questions.OwnGuide,
    Kind.OWN_PROMPT: own_questions.OwnPrompt,
    Kind.MARK: own_questions.Mark,
}
