"""Turns the tables of one guide file into a guide, naming each entry that cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from planner.domain.facts import FactKind
from planner.domain.guides import MINUTES_A_QUESTION, Guide, Phase, Prompt
from planner.domain.own_questions import MOST_FOLLOW_UPS, PHASE_MINUTES
from planner.domain.people import Attitude, Stage
from planner.domain.shortening import one_line

T = TypeVar("T", bound=Enum)

GUIDE_KEYS = ("id", "title", "about", "phases", "prompts")
PHASE_KEYS = ("id", "title", "minutes", "minutes_each")
PROMPT_KEYS = (
    *("id", "phase", "text", "principle", "why", "dont", "follow_ups", "read_back"),
    *("depth", "fills", "recalls", "stages", "audience", "topics", "always", "offers"),
)
FOLLOW_UPS = (2, 3)  # at least and at most: more than three are not taken in at a glance
DEPTHS = (1, 3)
TOPICS_AT_MOST = 20

STAGES = {stage.name.lower(): stage for stage in Stage}
ATTITUDES = {attitude.value: attitude for attitude in Attitude}
FACT_KINDS = {kind.value: kind for kind in FactKind}


def read_guide(file: str, tables: Mapping[str, object]) -> tuple[Guide | None, list[str]]:
    """The guide in a file's parsed TOML, and a sentence for everything that is wrong in it.

    None when the file has no usable head (id, title, phases) or not one usable prompt.
    """
    problems: list[str] = []
    head = Entry(file, tables, problems)
    head.name_unknown(GUIDE_KEYS)
    guide_id, title = head.text("id"), head.text("title")
    about = head.text("about", required=False)
    phases = read_phases(head)
    if head.broken or not phases:
        problems.append(f"{file}: is left out, because of the above.")
        return None, problems
    prompts: dict[str, list[Prompt]] = {phase.id: [] for phase in phases}
    seen: set[str] = set()
    for number, table in enumerate(head.tables("prompts"), start=1):
        entry = Entry(f"{file}, {named('prompt', table, number)}", table, problems)
        prompt = read_prompt(entry)
        phase_id = entry.text("phase")
        if phase_id and phase_id not in prompts:
            entry.refuse("phase", f"there is no phase “{phase_id}” in this guide")
        if prompt.id in seen:
            entry.refuse("id", "another prompt in this guide has it already")
        if not entry.broken:
            seen.add(prompt.id)
            prompts[phase_id].append(prompt)
    if not seen:
        problems.append(f"{file}: is left out, because it has no prompt that can be used.")
        return None, problems
    filled = (
        Phase(phase.id, phase.title, phase.minutes, tuple(prompts[phase.id]), phase.minutes_each)
        for phase in phases
    )
    return Guide(guide_id, title, about, tuple(filled)), problems


def read_phases(head: Entry) -> list[Phase]:
    """The phases, still without prompts."""
    phases: list[Phase] = []
    for number, table in enumerate(head.tables("phases"), start=1):
        entry = Entry(f"{head.where}, {named('phase', table, number)}", table, head.problems)
        entry.name_unknown(PHASE_KEYS)
        phase = Phase(
            id=entry.text("id"),
            title=entry.text("title"),
            minutes=entry.whole("minutes", PHASE_MINUTES),
            prompts=(),
            minutes_each=entry.whole("minutes_each", PHASE_MINUTES, MINUTES_A_QUESTION),
        )
        if any(phase.id == other.id for other in phases):
            entry.refuse("id", "another phase in this guide has it already")
        if not entry.broken:
            phases.append(phase)
    return phases


def read_prompt(entry: Entry, *, own: bool = False, more_keys: tuple[str, ...] = ()) -> Prompt:
    """The prompt of an entry; not to be used when the entry turned out broken.

    A user's `own` needs no more than its words.
    """
    entry.name_unknown((*PROMPT_KEYS, *more_keys))
    count = (0, MOST_FOLLOW_UPS) if own else FOLLOW_UPS
    return Prompt(
        id=entry.text("id"),
        text=entry.text("text"),
        principle=entry.text("principle", required=not own),
        why=entry.text("why", required=not own),
        dont=entry.text("dont", required=not own),
        follow_ups=entry.texts("follow_ups", *count),
        read_back=entry.text("read_back", required=not own),
        depth=entry.whole("depth", DEPTHS, 1),
        fills=entry.one_of("fills", FACT_KINDS),
        stages=entry.some_of("stages", STAGES),
        audience=entry.some_of("audience", ATTITUDES),
        recalls=entry.one_of("recalls", FACT_KINDS),
        topics=tuple(t.casefold() for t in entry.texts("topics", 0, TOPICS_AT_MOST)),
        always=entry.yes("always"),
        offers=entry.yes("offers"),
        own=own,
    )


def _clean(text: str) -> str:
    """One line without letters that hide, or that turn the reading direction."""
    line = " ".join(text.split())
    return line if line.isprintable() else one_line(line)


def named(what: str, table: Mapping[str, object], number: int, key: str = "id") -> str:
    """How a problem points at an entry: by what stands under `key`, or else by its number."""
    given = table.get(key)
    return f"{what} “{given}”" if isinstance(given, str) and given.strip() else f"{what} {number}"


@dataclass(slots=True)
class Entry:
    """One table of a file being read; each wrong key becomes a sentence in `problems`."""

    where: str  # "first.toml, prompt “first-good-year”"
    table: Mapping[str, object]
    problems: list[str]
    broken: bool = False

    def refuse(self, key: str, reason: str) -> None:
        """The entry cannot be used, because of what stands under `key`."""
        self.problems.append(f"{self.where}, key “{key}”: {reason}.")
        self.broken = True

    def name_unknown(self, known: Iterable[str]) -> None:
        """Names keys that mean nothing here; the entry is used all the same."""
        for key in self.table:
            if key not in known:
                self.problems.append(f"{self.where}, key “{key}”: is not known and was ignored.")

    def text(self, key: str, *, required: bool = True) -> str:
        value = self.table.get(key)
        if value is None:
            if required:
                self.refuse(key, "is missing")
            return ""
        if not isinstance(value, str):
            self.refuse(key, f"must be a text in quotes, not {value!r}")
            return ""
        line = _clean(value)
        if required and not line:
            self.refuse(key, "is empty")
        return line

    def texts(self, key: str, least: int, most: int) -> tuple[str, ...]:
        value = self.table.get(key)
        if value is None:
            if least:
                self.refuse(key, "is missing")
            return ()
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.refuse(key, 'must be a list of texts, such as ["...", "..."]')
            return ()
        lines = tuple(filter(None, map(_clean, value)))
        if not least <= len(lines) <= most:
            self.refuse(key, f"must hold {least} to {most} texts, not {len(lines)}")
        return lines

    def whole(self, key: str, limits: tuple[int, int], default: int | None = None) -> int:
        value = self.table.get(key, default)
        if value is None:
            self.refuse(key, "is missing")
            return limits[0]
        within = isinstance(value, int) and not isinstance(value, bool)
        if not isinstance(value, int) or not within or not limits[0] <= value <= limits[1]:
            self.refuse(key, f"must be a whole number from {limits[0]} to {limits[1]}")
            return limits[0]
        return value

    def yes(self, key: str) -> bool:
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            self.refuse(key, f"must be true or false, not {value!r}")
            return False
        return value

    def one_of(self, key: str, words: Mapping[str, T]) -> T | None:
        value = self.table.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or value not in words:
            self.refuse(key, f"must be one of {', '.join(words)}, not {value!r}")
            return None
        return words[value]

    def some_of(self, key: str, words: Mapping[str, T]) -> frozenset[T]:
        """The members named in a list; every one of them when the key is left out."""
        value = self.table.get(key)
        if value is None:
            return frozenset(words.values())
        if not isinstance(value, list) or not value:
            self.refuse(key, f"must be a list of some of {', '.join(words)}")
            return frozenset()
        for word in value:
            if not isinstance(word, str) or word not in words:
                self.refuse(key, f"must be some of {', '.join(words)}, not {word!r}")
                return frozenset()
        return frozenset(words[word] for word in value)

    def tables(self, key: str) -> list[Mapping[str, object]]:
        """The entries under `key`; whatever is not a table is named and passed over."""
        value = self.table.get(key)
        if value is None or value == []:
            self.refuse(key, f"is missing: [[{key}]] entries are needed")
            return []
        if not isinstance(value, list):
            self.refuse(key, f"must be [[{key}]] entries")
            return []
        kept: list[Mapping[str, object]] = [one for one in value if isinstance(one, dict)]
        if len(kept) < len(value):
            self.refuse(key, f"must hold [[{key}]] entries and nothing else")
        return kept
