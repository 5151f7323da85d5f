"""Whether two people may be one, and why."""

from __future__ import annotations

from collections.abc import Callable

from planner.domain.duplicates import Alike, Beside, Likeness
from planner.domain.identity import folded, is_shared_mailbox, mailbox_is_theirs, word_set
from planner.domain.name_likeness import NameLikeness, Spellings, compared
from planner.domain.traits import Traits, company_in_one

# How likely two people are one, for the order; what is not in a table is no likeness.
_NAMES = {
    NameLikeness.SAME: Alike.NAME,
    NameLikeness.LONGER: Alike.LONGER_NAME,
    NameLikeness.NICKNAME: Alike.NICKNAME,
    NameLikeness.NEAR: Alike.NEAR_NAME,
    NameLikeness.PART: Alike.PART_OF_NAME,
}
_TOGETHER = {
    Alike.NAME: (0.93, 0.92, 0.90, 0.80, 0.78),
    Alike.LONGER_NAME: (0.91, 0.90, 0.88, 0.77, 0.74),
    Alike.NICKNAME: (0.85, 0.84, 0.80, 0.70, 0.55),
    Alike.NEAR_NAME: (0.75, 0.79, 0.72, 0.60, 0.50),
    Alike.PART_OF_NAME: (0.58, 0.60, 0.56, 0.60, 0.0),
}
_BESIDES = tuple(Beside)
# Each thing more that two people have in common puts them before those who have it not.
_MORE = 0.004
_JOB_CHANGED = 0.3  # less where all they share may be chance, and their companies differ
_LITTLE_TOLD = 0.15  # less where what they share hardly tells more than the name
_TWO_PAGES = 0.1  # of it is left where each has a page of their own at LinkedIn: last of all

_FAMILY = frozenset({NameLikeness.FIRST_ALONE, NameLikeness.OTHER})
# How many may share a number before it is a switchboard's, a name before it tells nobody apart.
_SWITCHBOARD = 3
_NAMESAKES = 3
_KIN = 3
_OWN_PAGES = ("linkedin.com/", "xing.com/")  # elsewhere a page may be a company's
# Family names so common that two of them are no surprise.
_COMMON = word_set(
    "smith jones williams taylor brown davies evans wilson thomas johnson roberts walker wright "
    "robinson thompson white hughes edwards green hall lewis harris clarke patel jackson wood "
    "turner martin cooper hill ward morris moore clark lee king baker miller davis anderson "
    "garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez torres fernandez "
    "gomez diaz silva santos oliveira souza costa pereira ferreira muller schmidt schneider "
    "fischer weber meyer wagner becker schulz hoffmann bauer koch richter klein wolf bernard "
    "dubois durand moreau petit laurent rossi russo ferrari bianchi romano esposito nowak "
    "kowalski wisniewski ivanov petrov novak hansen johansen olsen larsen andersson johansson "
    "karlsson nilsson jensen nielsen wang li zhang liu chen yang huang zhao wu zhou nguyen tran "
    "le pham kim park choi singh kumar sharma khan ahmed ali hussain cohen levy yilmaz kaya demir"
)


class Judging:
    """Compares two people at a time.

    `sharing` says how many people have a key (of Traits) in common; it tells a switchboard from
    somebody's own number and a common name from a rare one.
    """

    def __init__(self, spellings: Spellings, sharing: Callable[[tuple[str, ...]], int]) -> None:
        self._spellings = spellings
        self._sharing = sharing

    def likeness(self, one: Traits, other: Traits) -> Likeness | None:
        """Why the two may be one, None when there is no good reason to think so."""
        if one.person.sample != other.person.sample:
            return None  # invented people are nobody
        names = compared(one.name, other.name, self._spellings)
        found = self._by_address(one, other, names)
        if names is NameLikeness.PART and (_is_company(one) or _is_company(other)):
            return found  # "Harbour" and "Harbour Sales" are no people
        if found is None and names in _NAMES:
            found = self._by_name(one, other, _NAMES[names])
        return found

    def _by_address(self, one: Traits, other: Traits, names: NameLikeness) -> Likeness | None:
        for email in sorted(one.emails & other.emails):
            if self._is_own(email, one, other, names):
                strength = 0.9 if names in _FAMILY else 0.98
                return Likeness(Alike.EMAIL, _as_given(one, email), strength=strength)
        for profile in sorted(one.profiles & other.profiles):
            own = profile.startswith(_OWN_PAGES)
            if own or names is not NameLikeness.OTHER:
                strength = 0.88 if names is NameLikeness.OTHER else 0.97
                return Likeness(Alike.PROFILE, profile, strength=strength)
        if one.phones.isdisjoint(other.phones) or _born_apart(one, other):
            return None
        for phone in sorted(one.phones & other.phones):
            alone = names in (NameLikeness.FIRST_ALONE, NameLikeness.UNSAID)
            crowded = self._sharing(("phone", phone)) > _SWITCHBOARD
            if names in _NAMES or (alone and not crowded):
                strength = 0.86 if alone else 0.95
                return Likeness(Alike.PHONE, _first_phone(one, phone), strength=strength)
        return None

    def _is_own(self, email: str, one: Traits, other: Traits, names: NameLikeness) -> bool:
        if names in (NameLikeness.SAME, NameLikeness.LONGER, NameLikeness.NICKNAME):
            return True
        if names is NameLikeness.UNSAID or names in _NAMES:
            return not is_shared_mailbox(email)
        return mailbox_is_theirs(email, one.person.name, other.person.name)

    def _by_name(self, one: Traits, other: Traits, alike: Alike) -> Likeness | None:
        if _born_apart(one, other):
            return None
        shared = _in_common(one, other)
        strengths = _TOGETHER[alike]
        differs = _companies_differ(one, other)
        for rank, (beside, text) in enumerate(zip(_BESIDES, shared, strict=True)):
            if not text or not strengths[rank]:
                continue
            strength = strengths[rank] + _MORE * sum(map(bool, shared))
            spelled = beside is Beside.MAILBOX and _spells(text, one)
            if differs and (spelled or beside is Beside.CITY):
                continue  # any two of this name may have it
            if differs and beside is Beside.MAILBOX:
                if alike not in (Alike.NAME, Alike.LONGER_NAME):
                    return None
                strength -= _JOB_CHANGED
            if spelled or (beside is Beside.CITY and _is_common(one, other)):
                strength -= _LITTLE_TOLD
            if _two_pages(one, other):
                if alike is not Alike.NAME or beside is Beside.CITY:
                    return None
                strength *= _TWO_PAGES
            return Likeness(alike, "", beside, text, strength)
        if _two_pages(one, other):
            return None
        strength = self._by_name_alone(one, other, alike)
        return Likeness(alike, strength=strength) if strength else None

    def _by_name_alone(self, one: Traits, other: Traits, alike: Alike) -> float:
        """How likely two are one who have nothing but a name in common; 0 for not at all."""
        against = _against(one, other)
        common = _is_common(one, other)
        if alike in (Alike.NAME, Alike.LONGER_NAME):
            if one.name.short or other.name.short or self._namesakes(one) > _NAMESAKES:
                return 0.0
            if against <= 1:
                return 0.48 - 0.05 * against - (0.05 if common else 0.0)
            return 0.0 if common or against > 3 else 0.25 - 0.05 * against
        if alike is Alike.NICKNAME and not common and against <= 1:
            kin = self._sharing(("kin", one.name.last))
            return 0.3 - 0.05 * against if kin <= _KIN else 0.0
        return 0.0

    def _namesakes(self, one: Traits) -> int:
        return self._sharing(("name", *sorted((one.name.first, one.name.last))))


def _in_common(one: Traits, other: Traits) -> tuple[str, ...]:
    """What they share, in the order of Beside, "" where nothing."""
    born = one.birthday[-5:] == other.birthday[-5:] and (one.birthday or "")
    return (
        one.person.company if one.company == other.company else "",
        born or "",
        min(one.domains & other.domains, default=""),
        min(one.mailboxes & other.mailboxes, default=""),
        one.person.city if one.city == other.city else "",
    )


def _against(one: Traits, other: Traits) -> int:
    """How much speaks against their being one: two jobs count double."""
    return (
        2 * _companies_differ(one, other)
        + _differ(one.emails, other.emails)
        + _differ(one.phones, other.phones)
        + bool(one.city and other.city and one.city != other.city)
    )


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and one.isdisjoint(other))


def _companies_differ(one: Traits, other: Traits) -> bool:
    """Whether they work for two companies; "Siemens" and "Siemens Energy" may be one."""
    if not one.company or not other.company:
        return False
    return set(one.company.split()).isdisjoint(other.company.split())


def _is_common(one: Traits, other: Traits) -> bool:
    return not _COMMON.isdisjoint((one.name.last, other.name.last))


def _is_company(one: Traits) -> bool:
    """Whether somebody is called as their company is: then it is the company."""
    return bool(one.company) and one.name.plain == company_in_one(one.company)


def _spells(mailbox: str, one: Traits) -> bool:
    """Whether a mailbox only repeats the name, as "maya.okafor" and "mokafor" do."""
    letters = "".join(letter for letter in folded(mailbox) if letter.isalpha())
    first, last = one.name.first, one.name.last
    return letters in {one.name.plain, first + last, last + first, first[:1] + last, last, first}


def _born_apart(one: Traits, other: Traits) -> bool:
    ours, theirs = one.birthday, other.birthday
    if not ours or not theirs:
        return False
    years_differ = ours[0] != "-" and theirs[0] != "-" and ours[:4] != theirs[:4]
    return ours[-5:] != theirs[-5:] or years_differ


def _two_pages(one: Traits, other: Traits) -> bool:
    """Whether each has a page of their own at the same site."""
    return any(
        any(page.startswith(site) for page in one.profiles)
        and any(page.startswith(site) for page in other.profiles)
        for site in _OWN_PAGES
    )


def connected_apart(one: Traits, other: Traits) -> bool:
    """Whether they are two pages at LinkedIn connected with on two days: never one person.

    Somebody who only renamed their page is still connected since the same day.
    """
    days = one.person.connected_on, other.person.connected_on
    return None not in days and days[0] != days[1] and _two_pages(one, other)


def _as_given(one: Traits, email: str) -> str:
    given = (given for given in one.person.emails if given.strip().casefold() == email)
    return next(given, email)


def _first_phone(one: Traits, phone: str) -> str:
    tail = phone[-7:]
    digits = ((p, "".join(c for c in p if c.isdigit())) for p in one.person.phones)
    return next((given for given, plain in digits if plain.endswith(tail)), phone)
