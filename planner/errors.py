"""Errors sorted by blame: what a user can act on, and (everything else) our bugs."""


class PlannerError(Exception):
    """Something the user can act on: one plain sentence saying what, where and what to do.

    Windows show the sentence as it is, the terminal prints it and exits with 1. Any other
    exception that reaches the user is a bug and is logged with its traceback.
    """


class NotFound(PlannerError):
    """What was asked for is not in the library (it may have been removed meanwhile)."""


class AmbiguousName(PlannerError):
    """A name fits more than one person; the sentence lists who is meant perhaps."""


class LibraryError(PlannerError):
    """The library file cannot be opened, read or written; the sentence says why."""


class LibraryDamaged(LibraryError):
    """What lies in the library file is broken or gone; a backup may have it whole."""


class LibraryLocked(LibraryError):
    """The library is encrypted and was given no passphrase, or a wrong one."""


class LibraryNewer(LibraryError):
    """A newer version of the program wrote the library; it was left as it is."""


class LibraryBusy(LibraryError):
    """Another program holds the library; trying again later may work."""
