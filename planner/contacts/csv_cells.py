"""What single cells of a CSV file say: names, addresses, numbers, links, labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from planner.contacts.bounds import LONGEST_NOTE, without_rest
from planner.contacts.text import one_line, paragraphs, without_marks
from planner.domain.identity import word_set

# What Google puts between several values of one cell.
TOGETHER = re.compile(r"\s*:::\s*")

# What programs write into cells that hold nothing.
NOTHING = frozenset(
    {"#N/A", "N/A", "n/a", "NULL", "null", "<NA>", "NaN", "nan", "None", "none", "\\N", "-", "--"}
)
# One apostrophe is the writer's (csv_writer.py); those behind it are part of what was written.
_HARMLESS = re.compile(r"''*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_FORMULA = re.compile(r'^="(.*)"$', re.DOTALL)
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"]+@[^\s@<>()\[\],;:\"/]+")
_NAMED_ADDRESS = re.compile(r"^\s*\"?([^<>@\"]*?)\"?\s*<[^<>@]+@[^<>]+>")
_SEVERAL_PHONES = re.compile(r"\s*(?::::|[;|\n])\s*")
_PERHAPS_SEVERAL = re.compile(r",|\s/\s")
_DAY = re.compile(r"^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})\b")
_PHONE = re.compile(r"^[+(]?[\d\s().+/\-–‑x*#]*$", re.IGNORECASE)
_FLOAT = re.compile(r"^(\d{5,15})\.0$")
_LINK = re.compile(
    r"^(?:[a-z][a-z0-9+.-]*://\S+|www\.\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?)$",
    re.IGNORECASE,
)
# Groups that a program makes by itself; being in one says nothing of a person.
_OWN_GROUPS = frozenset(
    {"mycontacts", "my contacts", "starred", "starred in android", "contacts", "all contacts"}
)
_IMPORT_GROUP = re.compile(r"^imported\b.*\d", re.IGNORECASE)
_HONORIFICS = word_set(
    "mr mrs ms miss mx dr prof prof dr sir madam herr frau hr fr m mme mlle monsieur madame sr sra "
    "srta don dona sig sigra dott dottssa ing dipl ing mag dhr mevr pan pani rev hon"
)
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior", "jun", "sen"})
_PARTICLES = word_set("van der den de da di du la le von zu zum zur bin al el ten ter dos y e")
_LEGAL_FORMS = word_set(
    "inc ltd limited llc llp plc corp corporation gmbh ag kg ohg ug mbh sa sas sarl bv nv srl spa "
    "oy ab as aps kk pty se group gruppe holding company & partners partner consulting solutions"
)
_ROLES = word_set(
    "ceo cto cfo coo cmo vp manager director engineer developer designer consultant owner founder "
    "head president partner analyst assistant sales lead officer architect teacher lawyer doctor "
    "nurse accountant editor writer chef coach trainer recruiter student researcher professor "
    "geschäftsführer geschäftsführerin leiter leiterin inhaber inhaberin berater beraterin "
    "entwickler entwicklerin ingenieur ingenieurin gérant directeur directrice gerente director "
    "directora ingeniero ingeniera responsable chef direttore"
)
# What may follow a comma in a name without being a first name.
_AFTER_COMMA = _GENERATIONS | word_set(
    "phd md mba msc bsc ma ba esq cpa pmp inc llc ltd gmbh ag co corp lp llp sa bv plc"
)


def plain(cell: str) -> str:
    """A cell as one line."""
    return _without_armour(one_line(cell))


def note(cell: str) -> str:
    """A cell with its line breaks, cut where nobody would read on."""
    if len(cell) > 2 * LONGEST_NOTE:
        return without_rest(_without_armour(paragraphs(cell[: 2 * LONGEST_NOTE])), len(cell))
    return _without_armour(paragraphs(cell))


def _without_armour(text: str) -> str:
    """Spreadsheets keep numbers whole as ="0170..." and formulas harmless as '+49..."""
    if text.startswith("="):
        formula = _FORMULA.match(text)
        return formula[1].strip() if formula else text
    return text[1:] if _HARMLESS.match(text) else text


def emails(cell: str) -> list[str]:
    """The e-mail addresses in a cell, one or many, bare or as "Name <address>"."""
    if "@" not in cell:
        return []
    text = without_marks(cell).replace("mailto:", " ")
    return [found.strip(".'") for found in _ADDRESS.findall(text)]


def named_beside(cell: str) -> str:
    """The name in "Name <address>", else ""."""
    found = _NAMED_ADDRESS.match(cell)
    return plain(found[1]) if found else ""


def without_addresses(name: str) -> str:
    """What is left of a name beside e-mail addresses that got into it: "Ann ann@x.org"."""
    left = plain(
        _ADDRESS.sub(" ", without_marks(name).replace("mailto:", " ")).strip(" <>()[],;:|/-\"'")
    )
    return left if any(map(str.isalpha, left)) and "@" not in left else ""


def phones(cell: str) -> Iterator[str]:
    """The phone numbers in a cell as they stand there; text without digits is none."""
    if not cell:
        return
    for part in _SEVERAL_PHONES.split(cell):
        several = _PERHAPS_SEVERAL.split(part)
        apart = several if all(_digits(one) >= 7 for one in several) else [part]
        for one in apart:
            number = _without_armour(without_marks(one)).removeprefix("tel:").strip("[]\"' ")
            if _digits(number) >= 3:
                whole = _FLOAT.match(number)
                yield whole[1] if whole else number


def looks_like_phone(cell: str) -> bool:
    """Whether a cell of a file without headers is a phone number."""
    text = plain(cell)
    return 7 <= _digits(text) <= 16 and bool(_PHONE.match(text)) and not _DAY.match(text)


def looks_like_name(cell: str) -> bool:
    """Whether a cell of a file without headers is somebody's name: two to four capital words."""
    if east_asian(cell):
        return 2 <= len(cell) <= 4
    words = cell.split()
    return 2 <= len(words) <= 4 and all(
        (word[0].isupper() or word in _PARTICLES) and word.strip(".").replace("-", "").isalpha()
        for word in (each.replace("'", "").replace("’", "") for each in words)
        if word
    )


def looks_like_company(cell: str) -> bool:
    """Whether a cell names a legal form, as companies' names do."""
    words = cell.replace(".", "").replace(",", " ").split()
    return any(word.casefold() in _LEGAL_FORMS for word in words[1:])


def looks_like_role(cell: str) -> bool:
    """Whether a cell says what somebody does."""
    return any(word.strip(",./&-()").casefold() in _ROLES for word in cell.split())


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def links(cell: str) -> Iterator[str]:
    """The web addresses in a cell."""
    for part in re.split(r"\s*(?::::|[;\s])\s*", cell) if cell else ():
        part = part.strip(",<>\"'")
        if part and "@" not in part and _LINK.match(part):
            yield part


def labels(cell: str, together: bool) -> Iterator[str]:
    """The groups a cell names, without those a program makes by itself.

    `together`: only Google's ":::" stands between two, so that a comma is part of a name.
    """
    for part in TOGETHER.split(cell) if together else re.split(r":::|[;,|\n]", cell):
        label = plain(part).strip('"')
        ours = label.startswith("* ") or label.casefold() in _OWN_GROUPS
        if label and not ours and not _IMPORT_GROUP.match(label):
            yield label


def first_of(cell: str) -> str:
    """The first of several values in a cell."""
    return plain(TOGETHER.split(cell)[0]) if ":::" in cell else plain(cell)


def is_honorific(title: str) -> bool:
    """Whether a "title" is Mr or Dr and not what somebody does."""
    words = title.casefold().replace(".", " ").replace("/", " ").split()
    return all(word in _HONORIFICS for word in words)


def in_order(name: str) -> str:
    """ "Lee, Pat" as it is said, "Pat Lee"; other names stay as they are."""
    last, comma, first = name.partition(",")
    words = first.replace(".", "").casefold().split()
    if not comma or "," in first or not words or not last.strip():
        return name
    if any(word in _AFTER_COMMA for word in words) or len(words) > 3 or len(last.split()) > 3:
        return name
    if any(c.isdigit() for c in name) or (first.isupper() and not last.isupper()):  # "Lee, CFA"
        return name
    return f"{first.strip()} {last.strip()}"


def composed(first: str, middle: str, last: str, suffix: str) -> str:
    """A whole name from its parts, in the order its script is read."""
    if first and last and east_asian(first) and east_asian(last):
        return last + first
    generation = suffix if suffix.replace(".", "").casefold() in _GENERATIONS else ""
    return " ".join(part for part in (first, middle, last, generation) if part)


def east_asian(text: str) -> bool:
    """Whether a name is written in Chinese, Japanese or Korean letters alone."""
    return all("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in text)


def distinct(values: Iterable[str]) -> tuple[str, ...]:
    """Each value once, in the order they came; case makes no difference."""
    seen: dict[str, str] = {}
    for value in values:
        seen.setdefault(value.casefold(), value)
    return tuple(seen.values())
