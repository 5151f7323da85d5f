"""Reads a calendar file byte by byte, on its own: the lint and the tests share no reader with it.

Nothing is forgiven: what breaks the grammar of RFC 5545 3.1 is listed as a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_NAME = re.compile(r"[A-Z0-9-]+")
_SAFE = re.compile(r'[^\x00-\x08\x0a-\x1f\x7f";:,]*')
_QUOTED = re.compile(r'"[^\x00-\x08\x0a-\x1f\x7f"]*"')
_ESCAPES = {"\\\\": "\\", "\\;": ";", "\\,": ",", "\\n": "\n", "\\N": "\n"}


@dataclass(frozen=True)
class Property:
    """One content line: NAME;PARAM=VALUE:value, as written."""

    name: str
    params: dict[str, str]  # unquoted
    quoted: frozenset[str]  # names of the parameters that were written in quotes
    value: str

    @property
    def text(self) -> str:
        """The value with TEXT escapes undone."""
        return re.sub(r"\\[\\;,nN]", lambda found: _ESCAPES[found[0]], self.value)


@dataclass
class Component:
    name: str
    properties: list[Property] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        return [prop for prop in self.properties if prop.name == name]

    def one(self, name: str) -> Property:
        (prop,) = self.all(name)
        return prop

    def parts(self, name: str) -> list[Component]:
        return [part for part in self.components if part.name == name]

    def walk(self) -> Iterator[Component]:
        yield self
        for part in self.components:
            yield from part.walk()


def read(data: bytes) -> Component:
    """The one VCALENDAR of a file without faults."""
    faults: list[str] = []
    components = components_of(content_lines(data, faults), faults)
    if faults:
        raise AssertionError("\n".join(faults))
    (calendar,) = components
    return calendar


def content_lines(data: bytes, faults: list[str]) -> list[str]:
    """The unfolded lines; adds what is wrong with line ends, lengths and characters."""
    if data.startswith(b"\xef\xbb\xbf"):
        faults.append("begins with a byte order mark")
        data = data[3:]
    if not data.endswith(b"\r\n"):
        faults.append("does not end with CRLF")
    if re.search(rb"\r(?!\n)|(?<!\r)\n", data):
        faults.append("holds a bare CR or LF")
    unfolded: list[str] = []
    for number, line in enumerate(data.removesuffix(b"\r\n").split(b"\r\n"), 1):
        if len(line) > 75:
            faults.append(f"line {number} has {len(line)} octets")
        if not line.strip():
            faults.append(f"line {number} is empty")
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            faults.append(f"line {number} is not UTF-8 by itself: a character is split")
            text = line.decode("utf-8", errors="replace")
        if re.search("[\x00-\x08\x0a-\x1f\x7f-\x9f]", text):
            faults.append(f"line {number} holds a control character")
        if text[:1] in (" ", "\t") and unfolded:
            unfolded[-1] += text[1:]
        else:
            unfolded.append(text)
    return unfolded


def property_of(line: str, faults: list[str]) -> Property | None:
    """One unfolded line taken apart; None when it has no name or no value."""
    name = _NAME.match(line)
    if name is None:
        faults.append(f"no property name: {line[:40]!r}")
        return None
    at, params, quoted = name.end(), {}, set()
    while line[at : at + 1] == ";":
        key = re.compile(r";([A-Z0-9-]+)=").match(line, at)
        if key is None:
            faults.append(f"{name[0]}: a parameter without name or value")
            return None
        value = _QUOTED.match(line, key.end()) or _SAFE.match(line, key.end())
        assert value is not None  # _SAFE matches nothing too
        if key[1] in params:
            faults.append(f"{name[0]}: {key[1]} twice")
        params[key[1]] = value[0].strip('"')
        if value[0].startswith('"'):
            quoted.add(key[1])
        at = value.end()
    if line[at : at + 1] != ":":
        faults.append(f"{name[0]}: no value, or a character that needs quoting: {line[:60]!r}")
        return None
    return Property(name[0], params, frozenset(quoted), line[at + 1 :])


def components_of(lines: list[str], faults: list[str]) -> list[Component]:
    """The components a file holds at its top."""
    top = Component("")
    open_ones = [top]
    for line in lines:
        prop = property_of(line, faults)
        if prop is None:
            continue
        if prop.name == "BEGIN":
            part = Component(prop.value)
            open_ones[-1].components.append(part)
            open_ones.append(part)
        elif prop.name == "END":
            if len(open_ones) == 1 or open_ones[-1].name != prop.value:
                faults.append(f"END:{prop.value} closes nothing")
            else:
                open_ones.pop()
        else:
            open_ones[-1].properties.append(prop)
    faults += [f"{part.name} is never closed" for part in open_ones[1:]]
    if top.properties:
        faults.append(f"{top.properties[0].name} stands outside every component")
    return top.components
