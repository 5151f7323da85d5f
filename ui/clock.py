"""Where today, now and the zone come from."""

from __future__ import annotations

from datetime import UTC, datetime


class Clock:
    """The machine's; tests bring their own."""

    def now(self) -> datetime:
        """This moment in UTC, naive."""
        return datetime.now(UTC).replace(tzinfo=None)

    def local_zone(self) -> str:
        """The machine's IANA zone, "UTC" when it does not say."""
        import tzlocal

        return tzlocal.get_localzone_name() or "UTC"
