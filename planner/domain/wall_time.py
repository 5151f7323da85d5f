"""What the clock on the wall shows, and when that is: right on the days the clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


def is_zone(name: str) -> bool:
    """Whether there is a time zone of that IANA name."""
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):  # unknown, a folder's name, a path leading elsewhere
        return False
    return True


def wrong_with_zone(name: str) -> str:
    """Why there is no such time zone, as a sentence; "" when there is."""
    if is_zone(name):
        return ""
    return f"There is no time zone “{name}”. Choose one such as Europe/London."


def instants(wall: datetime, zone: str) -> tuple[datetime, ...]:
    """When clocks in `zone` show `wall`, as naive UTC, earliest first.

    One instant as a rule; none for a time the clocks jump over in spring, two for one they
    show twice in autumn. `wall` is naive, `zone` an IANA name.
    """
    there = ZoneInfo(zone)
    wall = wall.replace(fold=0)
    found: list[datetime] = []
    for fold in (0, 1):
        instant = wall.replace(tzinfo=there, fold=fold).astimezone(UTC)
        back = instant.astimezone(there).replace(tzinfo=None, fold=0)
        if back == wall and instant.replace(tzinfo=None) not in found:
            found.append(instant.replace(tzinfo=None))
    return tuple(found)


def unique(wall: datetime, zone: str) -> bool:
    """Whether clocks in `zone` show `wall` exactly once: neither skipped nor repeated."""
    return len(instants(wall, zone)) == 1


def kept_wall(instant: datetime, zone: str) -> tuple[datetime, str]:
    """The wall time and the zone that say when `instant` (naive UTC) was, to the minute.

    `zone` itself but in the autumn hour that clocks there show for the second time: a kept wall
    time means the first of the two, which was an hour earlier. Then the zone is the one without
    clock changes where clocks show the same, or UTC where there is none, as in Lord Howe.
    """
    instant = instant.replace(second=0, microsecond=0)
    wall = wall_of(instant, zone)
    if instants(wall, zone)[0] == instant:
        return wall, zone
    hours, rest = divmod(wall - instant, timedelta(hours=1))
    fixed = f"Etc/GMT{-hours:+d}"  # their sign is POSIX's: ahead of UTC is minus
    if rest or not is_zone(fixed):
        return instant, "UTC"
    return wall, fixed


def wall_of(instant: datetime, zone: str) -> datetime:
    """What clocks in `zone` show at `instant` (naive UTC), naive."""
    there = instant.replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    return there.replace(tzinfo=None, fold=0)
