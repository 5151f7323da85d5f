"""A strict check of calendar files: RFC 5545, RFC 5546 and what Outlook needs beyond them.

Written from the standards over raw bytes; it shares nothing with the writer or its library.
`lint(data)` returns the faults as sentences, an empty list for a file without any.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime, timedelta

from tests.calendar.raw import Component, Property, components_of, content_lines

ONCE, MAYBE, NEVER, SOME, ANY = (1, 1), (0, 1), (0, 0), (1, 9999), (0, 9999)
Table = dict[str, tuple[int, int]]


def _table(once: str = "", maybe: str = "", any_number: str = "") -> Table:
    """How often each property may occur; X- ones always may, all others never."""
    kinds = ((once, ONCE), (maybe, MAYBE), (any_number, ANY))
    return {name: count for names, count in kinds for name in names.split()}


CALENDAR = _table("PRODID VERSION METHOD", "CALSCALE REFRESH-INTERVAL LAST-MODIFIED UID", "NAME")
EVENT = _table(
    "UID DTSTAMP DTSTART ORGANIZER SUMMARY CREATED LAST-MODIFIED",
    "DTEND DURATION SEQUENCE STATUS DESCRIPTION LOCATION CLASS TRANSP URL PRIORITY GEO RRULE "
    "RECURRENCE-ID",
    "EXDATE RDATE COMMENT CATEGORIES CONTACT ATTACH RESOURCES RELATED-TO",
)
BY_METHOD: dict[str, Table] = {  # RFC 5546 3.2.1 to 3.2.7, where they differ from EVENT
    "PUBLISH": {"ATTENDEE": NEVER},
    "REQUEST": {"ATTENDEE": SOME},
    "REPLY": {"ATTENDEE": ONCE, "SEQUENCE": ONCE},
    "COUNTER": {"ATTENDEE": ONCE, "SEQUENCE": ONCE},
    "CANCEL": {"ATTENDEE": SOME, "SEQUENCE": ONCE, "STATUS": ONCE, "SUMMARY": MAYBE},
}
# RFC 5546 3.4.1: a task is only ever published here. No ORGANIZER, which that wants and RFC 5545
# 3.8.4.3 forbids in what is not shared with anybody.
TASK = _table(
    "UID DTSTAMP DTSTART PRIORITY SUMMARY",
    "DUE SEQUENCE STATUS CLASS LAST-MODIFIED CREATED DESCRIPTION PERCENT-COMPLETE COMPLETED",
    "CATEGORIES COMMENT",
)
ZONE = _table("TZID", "LAST-MODIFIED TZURL")
# No RDATE in these: allowed, but Outlook ignores lists of dates and is an hour off.
OBSERVANCE = _table("DTSTART TZOFFSETFROM TZOFFSETTO", "RRULE", "TZNAME COMMENT")
ALARM = _table("ACTION TRIGGER DESCRIPTION", "DURATION REPEAT")
VALUES = {
    "TRANSP": {"OPAQUE", "TRANSPARENT"},
    "CLASS": {"PUBLIC", "PRIVATE", "CONFIDENTIAL"},
    "ACTION": {"DISPLAY"},  # AUDIO and EMAIL are left to the reader's own settings
    "CALSCALE": {"GREGORIAN"},
    "VERSION": {"2.0"},
}
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "TZNAME", "TZID", "UID", "PRODID"}
UTC_ONLY = {"DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED"}
EVENT_STATUS = {"TENTATIVE", "CONFIRMED", "CANCELLED"}
TASK_STATUS = {"NEEDS-ACTION", "IN-PROCESS", "COMPLETED", "CANCELLED"}
TIMED = {"DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"}
PARAM_VALUES = {
    "ROLE": {"CHAIR", "REQ-PARTICIPANT", "OPT-PARTICIPANT", "NON-PARTICIPANT"},
    "PARTSTAT": {"NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED"},
    "RSVP": {"TRUE", "FALSE"},
    "CUTYPE": {"INDIVIDUAL", "GROUP", "RESOURCE", "ROOM", "UNKNOWN"},
}
PARAMS = {  # which parameters a property may have; others none
    "DTSTART": {"TZID", "VALUE"},
    "DTEND": {"TZID", "VALUE"},
    "DUE": {"TZID", "VALUE"},
    "TRIGGER": {"VALUE", "RELATED"},
    "ORGANIZER": {"CN", "DIR", "SENT-BY", "LANGUAGE"},
    "ATTENDEE": {"CN", "ROLE", "PARTSTAT", "RSVP", "CUTYPE"},
    "SUMMARY": {"LANGUAGE", "ALTREP"},
    "DESCRIPTION": {"LANGUAGE", "ALTREP"},
    "LOCATION": {"LANGUAGE", "ALTREP"},
    "REFRESH-INTERVAL": {"VALUE"},
}
_TIME = re.compile(r"\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\d(Z?)")
_MAILTO = re.compile(r"mailto:[A-Za-z0-9!$&'*+\-/=._~%]+@[A-Za-z0-9\-.]+")
_CLOCK = r"T(?=\d)(\d+H)?(\d+M)?(\d+S)?"
_DURATION = re.compile(rf"[+-]?P(\d+W|\d+D({_CLOCK})?|{_CLOCK})")
_OFFSET = re.compile(r"(?!-0000)[+-]([01]\d|2[0-3])[0-5]\d([0-5]\d)?")
_BYDAY = re.compile(r"([+-]?([1-9]|[1-4]\d|5[0-3]))?(SU|MO|TU|WE|TH|FR|SA)")
_FREQUENCIES = {"SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_RANGES = {  # lowest, highest, whether counting from the end is allowed
    "BYSECOND": (0, 60, False),
    "BYMINUTE": (0, 59, False),
    "BYHOUR": (0, 23, False),
    "BYMONTHDAY": (1, 31, True),
    "BYYEARDAY": (1, 366, True),
    "BYWEEKNO": (1, 53, True),
    "BYMONTH": (1, 12, False),
    "BYSETPOS": (1, 366, True),
    "INTERVAL": (1, 9999, False),
    "COUNT": (1, 9999, False),
}


def lint(data: bytes) -> list[str]:
    """The faults of a calendar file, in words; [] when there are none."""
    faults: list[str] = []
    top = components_of(content_lines(data, faults), faults)
    if [part.name for part in top] != ["VCALENDAR"]:
        return [*faults, f"not one VCALENDAR but {[part.name for part in top]}"]
    calendar = top[0]
    for part in calendar.walk():
        for prop in part.properties:
            faults += [f"{part.name}: {fault}" for fault in _property_faults(prop)]
    faults += _count_faults(calendar, CALENDAR)
    method = calendar.all("METHOD")[0].value if calendar.all("METHOD") else "none"
    if method not in BY_METHOD:
        faults.append(f"METHOD {method} is none that this program sends")
    events, tasks = calendar.parts("VEVENT"), calendar.parts("VTODO")
    if not events and method != "PUBLISH":
        faults.append("no VEVENT")
    if not calendar.components:
        faults.append("a VCALENDAR without any component")
    if method != "PUBLISH" and len(events) != 1:
        faults.append(f"{method} holds {len(events)} events; Outlook updates only from one")
    uids = Counter(prop.value for part in (*events, *tasks) for prop in part.all("UID"))
    faults += [f"UID {uid} in {count} events" for uid, count in uids.items() if count > 1]
    for event in events:
        faults += _event_faults(event, method)
    for task in tasks:
        faults += _task_faults(task, method)
    faults += _zone_faults(calendar, unused=not (events or tasks))
    for part in calendar.components:
        if part.name not in {"VEVENT", "VTODO", "VTIMEZONE"}:
            faults.append(f"a {part.name} in a VCALENDAR")
    return faults


def _count_faults(part: Component, table: Table) -> list[str]:
    counts = Counter(prop.name for prop in part.properties)
    faults = []
    for name, (least, most) in table.items():
        if not least <= counts[name] <= most:
            faults.append(f"{part.name}: {name} {counts[name]} times")
    for name in counts:
        if name not in table and not name.startswith("X-"):
            faults.append(f"{part.name}: {name} does not belong here")
    return faults


def _property_faults(prop: Property) -> list[str]:
    faults = []
    name, value = prop.name, prop.value
    if name in TEXTS and not re.fullmatch(r"([^\\;,]|\\[\\;,nN])*", value):
        faults.append(f"{name} is not escaped: {value[:40]!r}")
    if name in {"UID", "TZID", "PRODID"} and not value.strip():
        faults.append(f"{name} is empty")
    if name in VALUES and value not in VALUES[name]:
        faults.append(f"{name} is {value!r}")
    if name == "SEQUENCE" and not re.fullmatch(r"\d{1,9}", value):
        faults.append(f"SEQUENCE is {value!r}")
    if name in UTC_ONLY and not (_real_time(value) and value.endswith("Z")):
        faults.append(f"{name} is not a time in UTC: {value!r}")
    if name == "REFRESH-INTERVAL" and not (_span(value) and prop.params == {"VALUE": "DURATION"}):
        faults.append(f"REFRESH-INTERVAL is {value!r}")
    if name == "RRULE":
        faults += _rule_faults(value)
    if name in {"TZOFFSETFROM", "TZOFFSETTO"} and not _OFFSET.fullmatch(value):
        faults.append(f"{name} is {value!r}")
    if name in {"ORGANIZER", "ATTENDEE"}:
        if not _MAILTO.fullmatch(value):
            faults.append(f"{name} is no plain mailto address: {value!r}")
        if "CN" not in prop.quoted or not prop.params.get("CN", "").strip():
            faults.append(f"{name} has no quoted CN")
    for key, given in prop.params.items():
        if not key.startswith("X-") and key not in PARAMS.get(name, set()):
            faults.append(f"{name}: {key} does not belong here")
        if key in PARAM_VALUES and given not in PARAM_VALUES[key]:
            faults.append(f"{name}: {key} is {given!r}")
        if "^" in given:
            faults.append(f"{name}: {key} holds a caret, which few readers undo")
    return faults


def _real_time(value: str) -> bool:
    if not _TIME.fullmatch(value):
        return False
    try:
        datetime.strptime(value.removesuffix("Z"), "%Y%m%dT%H%M%S")
    except ValueError:
        return False
    return True


def _rule_faults(value: str) -> list[str]:
    parts = [part.partition("=")[::2] for part in value.split(";")]
    faults = [f"RRULE: {name} twice" for name, n in Counter(k for k, _ in parts).items() if n > 1]
    rule = dict(parts)
    if parts[0][0] != "FREQ" or rule["FREQ"] not in _FREQUENCIES:
        faults.append(f"RRULE does not begin with a known FREQ: {value!r}")
    if "UNTIL" in rule and "COUNT" in rule:
        faults.append("RRULE: UNTIL and COUNT together")
    for name, given in rule.items():
        if name == "BYDAY":
            good = all(_BYDAY.fullmatch(day) for day in given.split(","))
        elif name in _RANGES:
            low, high, backwards = _RANGES[name]
            sign = "[+-]?" if backwards else ""
            numbers = given.split(",")
            good = all(
                re.fullmatch(rf"{sign}\d+", number) and low <= abs(int(number)) <= high
                for number in numbers
            ) and (len(numbers) == 1 or name.startswith("BY"))
        elif name == "UNTIL":
            good = _real_time(given)
        else:
            good = name == "FREQ" or (name == "WKST" and _BYDAY.fullmatch(given) is not None)
        if not good:
            faults.append(f"RRULE: {name}={given}")
    return faults


def _event_faults(event: Component, method: str) -> list[str]:
    faults = _count_faults(event, EVENT | BY_METHOD.get(method, {"ATTENDEE": ANY}))
    statuses = {prop.value for prop in event.all("STATUS")}
    faults += [f"STATUS is {status!r}" for status in statuses - EVENT_STATUS]
    if method == "CANCEL" and statuses != {"CANCELLED"}:
        faults.append("a CANCEL without STATUS:CANCELLED")
    if method == "REQUEST" and "CANCELLED" in statuses:
        faults.append("a REQUEST with STATUS:CANCELLED")
    faults += _span_faults(event)
    guests = Counter(prop.value.lower() for prop in event.all("ATTENDEE"))
    faults += [f"{guest} is invited twice" for guest, count in guests.items() if count > 1]
    if method == "REQUEST":
        for guest in event.all("ATTENDEE"):
            for name, wanted in (
                ("ROLE", "REQ-PARTICIPANT"),
                ("PARTSTAT", "NEEDS-ACTION"),
                ("RSVP", "TRUE"),
            ):
                if guest.params.get(name) != wanted:
                    faults.append(f"ATTENDEE without {name}={wanted}")
    if method == "CANCEL":
        for guest in event.all("ATTENDEE"):
            if "RSVP" in guest.params or guest.params.get("PARTSTAT") == "NEEDS-ACTION":
                faults.append("a CANCEL that asks for an answer")
    if method in {"REPLY", "COUNTER"}:
        for guest in event.all("ATTENDEE"):
            if guest.params.get("PARTSTAT", "NEEDS-ACTION") == "NEEDS-ACTION":
                faults.append(f"a {method} that answers nothing")
        if event.components:
            faults.append(f"an alarm in a {method}")
    created, modified = event.all("CREATED"), event.all("LAST-MODIFIED")
    if created and modified and created[0].value > modified[0].value:
        faults.append("LAST-MODIFIED lies before CREATED")
    for part in event.components:
        if part.name != "VALARM":
            faults.append(f"a {part.name} in a VEVENT")
        elif method == "CANCEL" or "CANCELLED" in statuses:
            faults.append("an alarm for a 1-2-1 that is cancelled")
        else:
            faults += _alarm_faults(part)
    return faults


def _task_faults(task: Component, method: str) -> list[str]:
    """What is wrong with a task whose days are dates, as this program writes them."""
    faults = _count_faults(task, TASK)
    if method != "PUBLISH":
        faults.append(f"a VTODO in a {method}")
    statuses = {prop.value for prop in task.all("STATUS")}
    faults += [f"VTODO: STATUS is {status!r}" for status in statuses - TASK_STATUS]
    if bool(task.all("COMPLETED")) != (statuses == {"COMPLETED"}):
        faults.append("VTODO: COMPLETED and STATUS:COMPLETED come together or not at all")
    for prop in (*task.all("DTSTART"), *task.all("DUE")):
        if prop.params != {"VALUE": "DATE"} or not re.fullmatch(r"\d{8}", prop.value):
            faults.append(f"VTODO: {prop.name} is no date: {prop.value!r}")
    for done in task.all("COMPLETED"):
        if any(modified.value < done.value for modified in task.all("LAST-MODIFIED")):
            faults.append("VTODO: LAST-MODIFIED lies before COMPLETED")
    starts, due = task.all("DTSTART"), task.all("DUE")
    if starts and due and starts[0].value >= due[0].value:
        faults.append("VTODO: it is due before it starts")
    return faults + [f"a {part.name} in a VTODO" for part in task.components]


def _span_faults(event: Component) -> list[str]:
    faults, forms = [], set()
    for prop in event.properties:
        if prop.name not in TIMED:
            continue
        zone, utc = prop.params.get("TZID"), prop.value.endswith("Z")
        if not _real_time(prop.value) or prop.params.get("VALUE", "DATE-TIME") != "DATE-TIME":
            faults.append(f"{prop.name} is no time: {prop.value!r}")
        elif zone is None and not utc:
            faults.append(f"{prop.name} floats: no TZID and not UTC")
        elif zone is not None and utc:
            faults.append(f"{prop.name} has a TZID and is in UTC")
        forms.add(zone)
    if len(forms) > 1:
        faults.append("start and end are not in the same zone")
    starts, ends = event.all("DTSTART"), event.all("DTEND")
    if len(ends) + len(event.all("DURATION")) != 1:
        faults.append("not either DTEND or DURATION")
    if starts and ends and len(forms) == 1 and starts[0].value >= ends[0].value:
        faults.append("the end is not after the start")
    faults += [f"DURATION is {d.value!r}" for d in event.all("DURATION") if not _span(d.value)]
    return faults


def _span(value: str) -> bool:
    return bool(_DURATION.fullmatch(value)) and not value.startswith("-")


def _alarm_faults(alarm: Component) -> list[str]:
    faults = _count_faults(alarm, ALARM)
    for trigger in alarm.all("TRIGGER"):
        if trigger.params.get("VALUE", "DURATION") == "DURATION":
            if not _DURATION.fullmatch(trigger.value):
                faults.append(f"TRIGGER is {trigger.value!r}")
        elif not (_real_time(trigger.value) and trigger.value.endswith("Z")):
            faults.append(f"TRIGGER is no time in UTC: {trigger.value!r}")
    if len(alarm.all("DURATION")) != len(alarm.all("REPEAT")):
        faults.append("VALARM: DURATION and REPEAT come together or not at all")
    return faults + [f"a {part.name} in a VALARM" for part in alarm.components]


def _zone_faults(calendar: Component, *, unused: bool) -> list[str]:
    """`unused`: a zone stands for the entries that a calendar without any would need."""
    faults = []
    zones = calendar.parts("VTIMEZONE")
    named = Counter(prop.value for zone in zones for prop in zone.all("TZID"))
    used = {
        prop.params["TZID"]
        for part in calendar.walk()
        for prop in part.properties
        if "TZID" in prop.params
    }
    faults += [f"TZID {zone} has no VTIMEZONE" for zone in sorted(used - set(named))]
    if not unused:
        faults += [f"VTIMEZONE {zone} is not used" for zone in sorted(set(named) - used)]
    faults += [f"VTIMEZONE {zone} {count} times" for zone, count in named.items() if count > 1]
    order = [part.name for part in calendar.components]
    if "VEVENT" in order and "VTIMEZONE" in order[order.index("VEVENT") :]:
        faults.append("a VTIMEZONE after a VEVENT that may need it")
    for zone in zones:
        faults += _count_faults(zone, ZONE)
        if not zone.components:
            faults.append("VTIMEZONE without STANDARD or DAYLIGHT")
        for part in zone.components:
            if part.name not in {"STANDARD", "DAYLIGHT"}:
                faults.append(f"a {part.name} in a VTIMEZONE")
            else:
                faults += _observance_faults(part, alone=len(zone.components) == 1)
    return faults


def _observance_faults(part: Component, *, alone: bool) -> list[str]:
    faults = _count_faults(part, OBSERVANCE)
    if part.components:
        faults.append(f"a {part.components[0].name} in a {part.name}")
    for start in part.all("DTSTART"):
        if start.params or not _real_time(start.value) or start.value.endswith("Z"):
            faults.append(f"{part.name}: DTSTART is no plain local time: {start.value!r}")
            continue
        first = datetime.strptime(start.value, "%Y%m%dT%H%M%S")
        for rule in part.all("RRULE"):
            if not _begins(first, rule.value):
                faults.append(f"{part.name}: DTSTART is not the first of its RRULE")
    if not alone and not part.all("RRULE"):
        faults.append(f"{part.name} beside another without an RRULE")
    return faults


def _begins(first: datetime, rule: str) -> bool:
    """Whether `first` lies on the rule, which has to be of the one form that Outlook reads."""
    form = re.fullmatch(r"FREQ=YEARLY;(?:BYDAY|BYMONTH)=\S+;(?:BYDAY|BYMONTH)=[^;\s]+", rule)
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    day = re.fullmatch(r"(-1|[1-4])(SU|MO|TU|WE|TH|FR|SA)", parts.get("BYDAY", ""))
    if form is None or day is None or parts.get("BYMONTH") != str(first.month):
        return False
    if ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[first.weekday()] != day[2]:
        return False
    if day[1] == "-1":
        return (first + timedelta(days=7)).month != first.month
    return (first.day - 1) // 7 + 1 == int(day[1])
