"""The terminal's command for calendar files that others send, or that calendars save."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from ui import terminal_rows as rows
from ui.clock import Clock
from ui.terminal_call import Call
from ui.terminal_output import Told, plain

if TYPE_CHECKING:
    from datetime import date

    from planner.domain.incoming import Finding
    from planner.journeys.open_calendar_file import Opened


def open_files(call: Call) -> Told:
    from planner.domain.wall_time import wall_of
    from planner.journeys.open_calendar_file import open_files as opened_files
    from planner.journeys.take_from_calendar import take
    from ui.subscribed_file import write_subscribed

    given = call.given
    with call.existing() as store:
        zone = store.me.get().zone or Clock().local_zone()
        opened = opened_files(store, given.files, zone, call.now)
        wanted = [one for one in opened.findings if one.sure or (given.all and one.can)]
        done: dict[int, Finding] = {}
        behind = ""
        if not given.dry_run:
            _, taken = take(store, wanted, zone, call.now)
            done = {id(one.message): one for one in taken}
            behind = write_subscribed(store, call.now)
    would = frozenset(id(one.message) for one in wanted) if given.dry_run else frozenset[int]()
    paths = tuple(map(str, given.files))
    today = wall_of(call.now, zone).date()
    telling = _Telling(opened, paths, done, would, today, zone, given.dry_run)
    nothing = opened.shut and not opened.files
    refused = f"{opened.shut[0].where}: {opened.shut[0].reason}" if nothing else ""
    unread = [each for each in opened.files if not each.sound]
    if not refused and unread and len(unread) + len(opened.shut) == len(given.files):
        faults = [fault for each in unread for fault in each.skipped]
        refused = f"{unread[0].file}: {faults[0].reason}" if faults else ""
    return Told(telling.document(), tuple(telling.lines()), refused=refused, warning=behind)


@dataclass(frozen=True)
class _Telling:
    """What the files say and what was done, by the message each is about."""

    opened: Opened
    paths: tuple[str, ...]  # as they were given
    done: dict[int, Finding]
    would: frozenset[int]  # be done, of a dry run
    today: date
    zone: str
    dry: bool

    def document(self) -> list[rows.Row]:
        """A row for each file, in the order given."""
        findings, files = iter(self.opened.findings), iter(self.opened.files)
        shut = iter(self.opened.shut)
        told: list[rows.Row] = []
        messages: list[rows.Row]
        for number, path in enumerate(self.paths):
            if number in self.opened.shut_at:
                skipped, messages = [{"where": "", "reason": next(shut).reason}], []
            else:
                file = next(files)
                skipped = [{"where": s.where, "reason": s.reason} for s in file.skipped]
                messages = [self._row(each) for each in islice(findings, len(file.messages))]
            told.append({"file": path, "skipped": skipped, "messages": messages})
        return told

    def _row(self, finding: Finding) -> rows.Row:
        message = finding.message
        taken = self.done.get(id(message))
        meeting, person = (taken or finding).meeting, finding.person
        about = (taken or finding).about
        known = meeting.person if meeting is not None else person.id if person is not None else 0
        return {
            "where": message.where,
            "method": message.method.value,
            "uid": message.uid,
            "kind": finding.act.value,
            "done": taken is not None,
            "would": id(message) in self.would,
            "reason": finding.hitch.value,
            "doubt": finding.doubt.value,
            "meeting": meeting.id if meeting is not None else None,
            "state": meeting.state.value if meeting is not None else None,
            "person": known or None,
            "name": person.name if person is not None else "",
            "starts": about.starts.isoformat(timespec="minutes") if about.starts else None,
            "zone": about.zone,
            "minutes": about.minutes,
            "sentence": self._sentence(finding),
        }

    def _sentence(self, finding: Finding) -> str:
        from ui.opened_reasons import sentence

        taken, would = (id(finding.message) in each for each in (self.done, self.would))
        said = sentence(finding, self.today, self.zone, taken=taken, would=would)
        if finding.can and not taken and not would:
            said += " --all takes it."
        return said

    def lines(self) -> list[str]:
        from ui.opened_wording import what_else

        told = []
        for each in self.opened.findings:
            key = id(each.message)
            how = "done" if key in self.done else "would" if key in self.would else "left"
            told.append(f"{how:>6}  {plain(self._sentence(each))}")
        for skipped in self.opened.skipped:
            where = f"{plain(skipped.where)}: " if skipped.where else ""
            told.append(f"  note: {where}{plain(skipped.reason)}")
        if others := what_else(self.opened):
            told.append(others)
        if self.dry:
            told.append("This was a dry run: nothing was changed.")
        return told or ["There is nothing in it."]
