"""One TOML file of the question library, or why it cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def tables_of(path: Path) -> Mapping[str, object] | str:
    """The file's tables; or a sentence that names the file and says why there are none."""
    try:
        content = path.read_bytes()
    except OSError as error:
        return f"{path.name}: cannot be read ({reason(error)})."
    return tables_in(content, path.name)


def tables_in(content: bytes, file: str) -> Mapping[str, object] | str:
    """The tables in a file's bytes; or a sentence that names `file` and says what is wrong."""
    import tomllib  # here, because reading guides is rare and start-up time is not

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return f"{file}: is not text in UTF-8."
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return f"{file}: is not valid TOML: {error}."


def reason(error: OSError) -> str:
    """Why the system refused, in its words."""
    return error.strerror or type(error).__name__
