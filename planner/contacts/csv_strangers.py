"""CSV files that hold something else than contacts, named for what they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from planner.contacts.csv_headers import readable

# Files of a LinkedIn archive (as of 2018 to 2025) by headers that only they have.
_LINKEDIN: tuple[tuple[str, str], ...] = (
    ("messages.csv", "conversation id, from, to, content"),
    ("messages.csv", "from, to, date, subject, content, direction, folder"),
    ("Invitations.csv", "from, to, sent at, direction"),
    ("Profile.csv", "first name, last name, maiden name, headline, summary"),
    ("Positions.csv", "company name, title, description, location, started on, finished on"),
    ("Education.csv", "school name, start date, end date, degree name"),
    ("Endorsement_Received_Info.csv", "endorsement date, skill name, endorser first name"),
    ("Endorsement_Given_Info.csv", "endorsement date, skill name, endorsee first name"),
    ("Recommendations.csv", "first name, last name, company, job title, text, status"),
    ("Recommendations.csv", "first name, last name, job title, text, creation date"),
    ("Registration.csv", "registered at, registration ip"),
    ("Email Addresses.csv", "email address, confirmed, primary, updated on"),
    ("PhoneNumbers.csv", "extension, number, type"),
    ("Whatsapp Phone Numbers.csv", "number, extension, is whats app number"),
    ("Company Follows.csv", "organization, followed on"),
    ("Member_Follows.csv", "date, status, full name"),
    ("Job Applications.csv", "application date, job title, job url"),
    ("Saved Jobs.csv", "saved date, job url, job title"),
    ("Job Seeker Preferences.csv", "locations, job titles, job types"),
    ("Certifications.csv", "name, url, authority, started on"),
    ("Projects.csv", "title, description, url, started on, finished on"),
    ("Volunteering.csv", "company name, role, cause, started on"),
    ("Languages.csv", "name, proficiency"),
    ("Learning.csv", "content title, content description, content type"),
    ("Shares.csv", "date, share link, share commentary"),
    ("Reactions.csv", "date, type, link"),
    ("Comments.csv", "date, link, message"),
    ("Rich_Media.csv", "date time, media description, media link"),
    ("SearchQueries.csv", "time, search query"),
    ("Logins.csv", "login date, ip address, user agent"),
    ("Events.csv", "event name, event time, status, external url"),
    ("Ad_Targeting.csv", "member age, company names"),
    ("Inferences_about_you.csv", "category, type of inference, description"),
    ("Honors.csv", "title, description, issued on"),
    ("Organizations.csv", "name, description, position, started on"),
    ("Publications.csv", "name, published on, publisher"),
    ("Test Scores.csv", "name, score, dated"),
    ("SavedJobAlerts.csv", "alert parameters, saved search id"),
    ("Security Challenges.csv", "challenge date, ip address, challenge type"),
    ("Hashtag_Follows.csv", "hashtag, followed on"),
    ("Votes.csv", "date, link, option text"),
    ("Verifications.csv", "first name, last name, verification type, document type"),
    ("Providers.csv", "creation time, service category"),
    ("Receipts.csv", "transaction made at, description, total amount"),
)
# LinkedIn's files with headers that others have too, told by what they are called besides.
_LINKEDIN_CALLED: dict[str, str] = {
    "skills": "name",
    "languages": "name",
    "causesyoucareabout": "name, supported cause",
    "courses": "name, number",
    "accountstatushistory": "time, event",
    "instantreposts": "date, link",
    "profilesummary": "profile summary",
}

_OTHERS: tuple[tuple[str, str], ...] = (
    ("a list of passwords", "url, username, password"),
    ("a list of passwords", "name, login username, login password"),
    ("a list of passwords", "title, username, password"),
    ("a calendar that Outlook exported", "subject, start date, end date"),
    ("a list of tasks that Outlook exported", "subject, due date, status"),
    ("a folder of e-mails that Outlook exported", "subject, body, from name"),
)


def stranger(file: str, headers: Sequence[str]) -> str:
    """Why a file with these headers is not one of contacts, "" when nothing is known against it."""
    names = {readable(header) for header in headers} - {""}
    called = PurePath(file.replace("\\", "/")).name
    stem = _letters(called.rpartition(".")[0] or called)
    for member, words in _LINKEDIN:
        if set(words.split(", ")) <= names and "connected on" not in names:
            # Recommendations_Given.csv goes by its own name.
            return _not_connections(called if _letters(member[:-4]) in stem else member)
    if names and names <= set(_LINKEDIN_CALLED.get(stem, "").split(", ")):
        return _not_connections(called)
    for what, words in _OTHERS:
        if set(words.split(", ")) <= names:
            return f"This is {what}, so nothing was read from it. Export your contacts instead."
    return ""


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _not_connections(member: str) -> str:
    return f"This is LinkedIn's {member}; the contacts are in Connections.csv of the same archive."
