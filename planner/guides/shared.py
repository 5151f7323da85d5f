"""Files of questions that one user gives to another, and what cannot be used in them."""

from __future__ import annotations

from pathlib import Path

from planner.domain.own_questions import LONGEST, OwnGuide, OwnPrompt, own_guide, own_prompt
from planner.domain.questions_brought import Shared
from planner.guides.entries import (
    GUIDE_KEYS,
    Entry,
    named,
    read_phases,
    read_prompt,
)
from planner.guides.toml_file import reason, tables_in

SHARED_KEYS = ("format", "version", "guides", "prompts")
FORMAT, VERSION = "visavis-questions", 1
NEWEST = 1_000  # of versions that may ever be
LARGEST = 2_000_000  # bytes; the program's own guides have a tenth of that
MOST = 2_000  # questions in a file


def read_shared(path: Path) -> Shared:
    """What a file of questions holds; never raises for what is in it.

    It is a file this program wrote, or one guide in the form of the program's own.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            return Shared(problems=(f"{path.name}: is too large to be a file of questions.",))
        return shared_in(path.read_bytes(), path.name)
    except OSError as error:
        return Shared(problems=(f"{path.name}: cannot be read ({reason(error)}).",))


def shared_in(content: bytes, file: str) -> Shared:
    """The same of a file's bytes."""
    tables = tables_in(content, file)
    if isinstance(tables, str):
        return Shared(problems=(tables,))
    problems: list[str] = []
    head = Entry(file, tables, problems)
    if "phases" in tables or "title" in tables:  # one guide, in the form of the program's own
        return _one_guide(head)
    if tables.get("format") != FORMAT:
        head.refuse("format", f"is not “{FORMAT}”: this is no file of questions")
        return Shared(problems=tuple(problems))
    version = head.whole("version", (1, NEWEST))
    if version > VERSION:
        head.refuse("version", "is of a newer Vis-à-vis; update the program, then read it")
    if head.broken:
        return Shared(problems=tuple(problems))
    head.name_unknown(SHARED_KEYS)
    guides = _guides(head) if "guides" in tables else []
    prompts = _prompts(head, "") if "prompts" in tables else []
    return _unique(guides, prompts, problems, file)


def _one_guide(head: Entry) -> Shared:
    head.name_unknown(GUIDE_KEYS)
    guide = _guide(head)
    if guide is None:
        head.problems.append(f"{head.where}: is left out, because of the above.")
        return Shared(problems=tuple(head.problems))
    prompts = _prompts(head, guide.key) if "prompts" in head.table else []
    return _unique([guide], prompts, head.problems, head.where)


def _guides(head: Entry) -> list[OwnGuide]:
    guides = []
    for number, table in enumerate(head.tables("guides"), start=1):
        entry = Entry(f"{head.where}, {named('guide', table, number)}", table, head.problems)
        entry.name_unknown(tuple(key for key in GUIDE_KEYS if key != "prompts"))
        if (guide := _guide(entry)) is not None:
            guides.append(guide)
    return guides


def _guide(entry: Entry) -> OwnGuide | None:
    key, title = entry.text("id"), entry.text("title")
    about = entry.text("about", required=False)
    phases = read_phases(entry)
    for name, text in (("id", key), ("title", title), ("about", about)):
        _require_short(entry, name, text)
    for phase in phases:
        _require_short(entry, "phases", phase.title)
    if entry.broken or not phases:
        return None
    return own_guide(key, title, about, phases)


def _prompts(head: Entry, guide: str) -> list[OwnPrompt]:
    """The questions of a file; each names its guide, or all are of the one given."""
    prompts = []
    tables = head.tables("prompts")
    if len(tables) > MOST:
        head.problems.append(f"{head.where}: has more than {MOST:,} questions; the rest is left.")
    for number, table in enumerate(tables[:MOST], start=1):
        entry = Entry(f"{head.where}, {named('prompt', table, number)}", table, head.problems)
        prompt = read_prompt(entry, own=True, more_keys=() if guide else ("guide",))
        phase, of = entry.text("phase"), guide or entry.text("guide")
        texts: dict[str, tuple[str, ...]] = {
            "id": (prompt.id,),
            "text": (prompt.text,),
            "principle": (prompt.principle,),
            "why": (prompt.why,),
            "dont": (prompt.dont,),
            "read_back": (prompt.read_back,),
            "follow_ups": prompt.follow_ups,
            "topics": prompt.topics,
        }
        for name, several in texts.items():
            for text in several:
                _require_short(entry, name, text)
        if not entry.broken:
            prompts.append(own_prompt(prompt, of, phase))
    return prompts


def _require_short(entry: Entry, key: str, text: str) -> None:
    if len(text) > LONGEST and not entry.broken:
        entry.refuse(key, f"has {len(text):,} letters; no more than {LONGEST} are taken")


def _unique(
    guides: list[OwnGuide], prompts: list[OwnPrompt], problems: list[str], file: str
) -> Shared:
    """Of guides and questions that share an id, the first."""
    by_guide: dict[str, OwnGuide] = {}
    for guide in guides:
        if by_guide.setdefault(guide.key, guide) is not guide:
            problems.append(f"{file}, guide “{guide.key}”, key “id”: is there twice.")
    by_prompt: dict[str, OwnPrompt] = {}
    for prompt in prompts:
        if by_prompt.setdefault(prompt.key, prompt) is not prompt:
            problems.append(f"{file}, prompt “{prompt.key}”, key “id”: is there twice.")
    return Shared(
        tuple(by_guide.values()),
        tuple(by_prompt.values()),
        tuple(problems),
        file,
    )
