"""When two cards, or a card and a person, are one and the same human being."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import unquote


def word_set(words: str) -> frozenset[str]:
    """The words of a text, for looking single ones up."""
    return frozenset(words.split())


# Letters that Unicode does not take apart into a plain letter and its accent.
_SPELLED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
    | dict.fromkeys("'’‘`´ʼ", None)
)
# The same for plain ASCII, where most names are: what is no letter or digit is a blank.
_ASCII_DROPPED = b"'`"
_ASCII_PLAIN = bytes(ord(chr(c).lower()) if chr(c).isalnum() else ord(" ") for c in range(128))
_ASCII_PLAIN += bytes(range(128, 256))
_ASCII_LINES = _ASCII_PLAIN[:10] + b"\n" + _ASCII_PLAIN[11:]  # several texts, one a line
_ACCENTS = re.compile("[\u0300-\u036f]+")

# Words before and after a name that do not tell one person from another.
_TITLES = word_set(
    "mr mrs ms miss mx dr prof professor herr frau dipl mme mlle sra srta dott dottssa dhr mevr "
    "phd md mba msc bsc esq cpa pmp"
)
_LEGAL_FORMS = word_set(
    "inc incorporated ltd limited llc llp lp plc corp corporation co company gmbh ag kg ohg ug "
    "se mbh ev sa sas sarl eurl bv nv srl spa sl sro oy oyj ab as aps kk pty pte pvt"
)
# Mailboxes that several people answer from; they name an office, not a person.
_SHARED_MAILBOXES = word_set(
    "admin administration booking bookings contact contacto contatti enquiries hello help hi "
    "hr info infos inquiries jobs kontakt mail marketing media noreply office "
    "post press presse reception sales secretary service support team webmaster welcome"
)
# Where one address is one person's page: host -> how its path begins.
_PROFILE_HOSTS = {
    "linkedin.com": ("in/", "pub/"),
    "xing.com": ("profile/",),
    "github.com": ("",),
    "twitter.com": ("",),
    "x.com": ("",),
    "facebook.com": ("",),
    "instagram.com": ("",),
}
# How LinkedIn's own file writes them; only what the general rules below say as well.
_USUAL_PROFILE = re.compile(
    r"https?://(?:[a-z]{2,3}\.)?(linkedin\.com/in/[a-z0-9_-]+)/?", re.IGNORECASE | re.ASCII
)
# The same in lower case, for one link a line; "" is found in a line that has another.
_USUAL_PROFILES = re.compile(rf"^(?:{_USUAL_PROFILE.pattern}|.*)$", re.MULTILINE)
_AT_ONCE = 500  # names or links compared in one go; a fraction of a millisecond

_ADDRESS = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:)?(?://)?([^/?#\s]+)/*([^\s]*)", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """The text as compared: lower case, no accents, punctuation or doubled blanks."""
    return _folded(text)


def name_order(name: str, id: int) -> tuple[str, int]:
    """What a list of people by name is sorted by: "Łukasz" stands under L, "Özil" under O."""
    return name.lower() if name.isascii() else folded(name), id


def _folded(text: str) -> str:
    if text.isascii():
        words = text.encode("ascii").translate(_ASCII_PLAIN, _ASCII_DROPPED).split()
        return b" ".join(words).decode("ascii")
    # Taken apart again after casefold: the capital within a fancy letter has no case before.
    spelled = unicodedata.normalize("NFKD", text.casefold().translate(_SPELLED)).casefold()
    plain = unicodedata.normalize("NFKD", spelled.translate(_SPELLED))
    plain = _ACCENTS.sub("", plain)
    # Marks outside the Latin accents are vowels in other scripts, so they stay.
    kept = (c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in plain)
    return " ".join("".join(kept).split())


def name_key(name: str) -> str:
    """A name as compared: folded and without titles, "" only for an empty name."""
    plain = _folded(name)
    words = plain.split()
    if not _TITLES.isdisjoint(words):
        plain = " ".join([word for word in words if word not in _TITLES]) or plain
    return plain or name.strip()


def name_keys(names: Sequence[str]) -> Iterator[str]:
    """`name_key` of each name: of many that are plain in a fifth of the time."""
    for start in range(0, len(names), _AT_ONCE):
        some = names[start : start + _AT_ONCE]
        if all(map(str.isascii, some)):
            yield from _ascii_name_keys(some)
        else:
            plain = iter(_ascii_name_keys([name for name in some if name.isascii()]))
            yield from (next(plain) if name.isascii() else name_key(name) for name in some)


def _ascii_name_keys(names: Sequence[str]) -> list[str]:
    text = "\n".join(names).encode("ascii").translate(_ASCII_LINES, _ASCII_DROPPED).decode("ascii")
    keys, words = text.split("\n"), text.split()
    if len(keys) != len(names):  # one of them has a line break
        return list(map(name_key, names))
    if all(keys) and " ".join(words) == text.replace("\n", " ") and _TITLES.isdisjoint(words):
        return keys
    return [
        key if key == " ".join(words := key.split()) != "" and _TITLES.isdisjoint(words)
        else name_key(name)
        for key, name in zip(keys, names, strict=True)
    ]  # fmt: skip


@lru_cache(maxsize=65_536)
def company_key(company: str) -> str:
    """A company as compared: folded and without "GmbH", "Inc." and their like."""
    words = _folded(company).split()
    return " ".join([word for word in words if word not in _LEGAL_FORMS]) or " ".join(words)


def email_key(address: str) -> str:
    """An e-mail address as compared."""
    return address.strip().casefold()


def digits_key(phone: str) -> str:
    """A phone number as compared when nothing is known of countries: its digits, at least 7."""
    digits = "".join(c for c in phone if c.isdigit())
    return digits if len(digits) >= 7 else ""


def profile_key(link: str) -> str:
    """A personal profile address as compared, "" for every other address.

    "https://uk.linkedin.com/in/PatLee/" and "linkedin.com/in/patlee?trk=x" are one.
    """
    usual = _USUAL_PROFILE.fullmatch(link)
    return usual[1].lower() if usual else _other_profile(link)


def profile_keys(links: Sequence[str]) -> list[str]:
    """`profile_key` of each link; of many that are usual in half the time."""
    text = "\n".join(links)
    found: list[str] = _USUAL_PROFILES.findall(text.lower()) if text.isascii() else []
    if len(found) != len(links):  # one of them has a line break
        return list(map(profile_key, links))
    if all(found):
        return found
    return [key or _other_profile(link) for key, link in zip(found, links, strict=True)]


@lru_cache(maxsize=65_536)
def _other_profile(link: str) -> str:
    host, path = _host_and_path(link)
    site = ".".join(host.split(".")[-2:])
    for start in _PROFILE_HOSTS.get(site, ()):
        if path.startswith(start):
            page = path[len(start) :].split("/")[0].split("#")[0]
            page = page if page.startswith("profile.php") else page.split("?")[0]
            return f"{site}/{start}{page}" if page else ""
    return ""


def link_key(link: str) -> str:
    """Any web address as compared."""
    profile = profile_key(link)
    if profile:
        return profile
    host, path = _host_and_path(link)
    return f"{host.removeprefix('www.')}/{path}".rstrip("/")


def _host_and_path(link: str) -> tuple[str, str]:
    found = _ADDRESS.match(link)
    if not found:
        return "", link.strip().casefold()
    return found[1].casefold(), unquote(found[2]).casefold().rstrip("/")


def names_agree(one: str, other: str) -> bool:
    """Whether one name may be a shorter or longer way to write the other.

    "J. Smith", "Smith" and "John Paul Smith" agree with "John Smith"; "Mary Smith" does not.
    A missing name agrees with every name.
    """
    ours, theirs = name_key(one).split(), name_key(other).split()
    fewer, more = sorted((ours, theirs), key=len)
    if not fewer:
        return True
    if fewer == more:
        return True
    left = list(more)
    whole = False
    for word in fewer:
        match = next((w for w in left if w == word), None) or next(
            (w for w in left if 1 in (len(w), len(word)) and w[0] == word[0]), None
        )
        if match is None:
            return False
        whole = whole or (match == word and len(word) > 1)
        left.remove(match)
    return whole


def names_touch(one: str, other: str) -> bool:
    """Whether two names have a word in common, or cannot be compared at all."""
    ours, theirs = set(name_key(one).split()), set(name_key(other).split())
    if not ours or not theirs or ours & theirs:
        return True
    return _latin(ours) != _latin(theirs)


def _latin(words: set[str]) -> bool:
    return all(word.isascii() for word in words)


def is_shared_mailbox(address: str) -> bool:
    """Whether several people answer from an address, as from info@."""
    return folded(address.partition("@")[0]) in _SHARED_MAILBOXES


def mailbox_is_theirs(address: str, one: str, other: str) -> bool:
    """Whether an address that two names share makes them one person.

    It does when the names agree, or when the mailbox itself says whose it is ("mjones@" or
    "mary@" for Mary Smith and Mary Jones). "info@" and a family's "millers@" hold several people,
    who must not become one.
    """
    if names_agree(one, other):
        return True
    if is_shared_mailbox(address):
        return False
    ours, theirs = name_key(one).split(), name_key(other).split()
    if _latin(set(ours)) != _latin(set(theirs)):
        return True
    first_name = {ours[0]} & {theirs[0]}
    joined = folded(address.partition("@")[0]).replace(" ", "")
    telling = (set(ours) ^ set(theirs)) | first_name
    return any(len(word) > 2 and word in joined for word in telling)
