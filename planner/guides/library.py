"""The question library: reads the guides from their TOML files and says what is wrong in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from planner.domain.guides import Guide, Library, Principle
from planner.guides.entries import read_guide
from planner.guides.principles import read_principles
from planner.guides.toml_file import reason, tables_of

PRINCIPLES = "principles.toml"  # beside the folder of the guides


def load(folder: Path | None = None) -> Library:
    """Reads every `.toml` in `folder` (the program's own guides when None), by file name.

    Never raises for what a file holds: a bad entry is left out and named in `problems` with its
    file, key and reason, and the rest loads. A folder that is missing or empty is a problem too.
    The principles are those of `principles.toml` beside the folder, where there is such a file.
    """
    folder = folder or own_folder()
    found: list[tuple[str, Guide]] = []
    problems: list[str] = []
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".toml")
    except OSError as error:
        return Library(problems=(f"{folder}: cannot be read ({reason(error)}).",))
    if not files:
        problems.append(f"{folder}: holds no guides (files whose names end in .toml).")
    for path in files:
        tables = tables_of(path)
        if isinstance(tables, str):
            problems.append(tables)
            continue
        guide, said = read_guide(path.name, tables)
        problems += said
        if guide is not None:
            found.append((path.name, guide))
    kept, said = _without_duplicates(found)
    problems += said
    principles: tuple[Principle, ...] = ()
    if (beside := folder.parent / PRINCIPLES).exists():
        principles, said = read_principles(beside)
        problems += said
    return Library(tuple(kept), tuple(problems), principles)


def own_folder() -> Path:
    """Where the program's guides are: beside the packages, in a checkout and when installed."""
    beside = Path(__file__).resolve().parents[2] / "resources" / "guides"
    if beside.is_dir():
        return beside
    from importlib.resources import files

    try:
        return Path(str(files("resources") / "guides"))
    except ModuleNotFoundError:
        return beside


def _without_duplicates(found: Iterable[tuple[str, Guide]]) -> tuple[list[Guide], list[str]]:
    """Keeps the first of guides that share an id, and of prompts anywhere in the library.

    A prompt's id stands alone under an answer, so it may not mean two questions.
    """
    kept: list[Guide] = []
    problems: list[str] = []
    owners: dict[str, str] = {}  # prompt id: the file that had it first
    files: dict[str, str] = {}  # guide id: the file that had it first
    for file, guide in found:
        if (first := files.setdefault(guide.id, file)) != file:
            problems.append(
                f"{file}, key “id”: the guide “{guide.id}” is already in {first}; "
                f"this file is left out."
            )
            continue
        phases = []
        for phase in guide.phases:
            prompts = tuple(p for p in phase.prompts if owners.setdefault(p.id, file) == file)
            problems += [
                f"{file}, prompt “{prompt.id}”, key “id”: already used in {owners[prompt.id]}; "
                f"this one is left out."
                for prompt in phase.prompts
                if owners[prompt.id] != file
            ]
            phases.append(replace(phase, prompts=prompts))
        kept.append(replace(guide, phases=tuple(phases)))
    return kept, problems
