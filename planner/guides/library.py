"""The question library: reads the guides from their TOML files and says what is wrong in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from planner.domain.guides import Guide, Library
from planner.guides.entries import read_guide


def load(folder: Path | None = None) -> Library:
    """Reads every `.toml` in `folder` (the program's own guides when None), by file name.

    Never raises for what a file holds: a bad entry is left out and named in `problems` with its
    file, key and reason, and the rest loads. A folder that is missing or empty is a problem too.
    """
    import tomllib  # here, because reading guides is rare and start-up time is not

    folder = folder or own_folder()
    found: list[tuple[str, Guide]] = []
    problems: list[str] = []
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".toml")
    except OSError as error:
        return Library(problems=(f"{folder}: cannot be read ({_reason(error)}).",))
    if not files:
        problems.append(f"{folder}: holds no guides (files whose names end in .toml).")
    for path in files:
        try:
            tables = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
        except OSError as error:
            problems.append(f"{path.name}: cannot be read ({_reason(error)}).")
        except UnicodeDecodeError:
            problems.append(f"{path.name}: is not text in UTF-8.")
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            problems.append(f"{path.name}: is not valid TOML: {error}.")
        else:
            guide, said = read_guide(path.name, tables)
            problems += said
            if guide is not None:
                found.append((path.name, guide))
    kept, said = _without_duplicates(found)
    return Library(tuple(kept), (*problems, *said))


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


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


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
