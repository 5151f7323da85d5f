"""Which zone data rules. A module of its own, as every start waits for it."""

from __future__ import annotations

import zoneinfo
from pathlib import Path

import tzdata


def use_shipped_zones() -> None:
    """Decides, once at start and before anything asks for a zone, that `tzdata`'s data rules.

    Left alone, Python prefers the system's, which on a server years old misplaces meetings in
    every zone whose law has changed since, and which Windows does not have. With the package
    the same library shows the same times on every machine, and a newer program brings them
    up to date. What was read before is forgotten.
    """
    # Named as a folder: zoneinfo's own way to the package takes an import thirty times as long.
    zoneinfo.reset_tzpath(to=(str(Path(tzdata.__file__).with_name("zoneinfo")),))
    zoneinfo.ZoneInfo.clear_cache()
