"""Makes the text of a PDF of Qt's say what was written, when it is searched, copied or read aloud.

Qt writes the letters well and their meaning less so: a blank is told as a tab, an Arabic letter as
the shape it has in its place, whole words of such scripts from their end, a Greek iota as a Latin
one, and bold letters of a font without bold ones stand there twice. All of it is put right in the
file, which looks as before.
"""

from __future__ import annotations

import re
import unicodedata
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\b")
_STREAM = re.compile(rb"/Length (\d+)( 0 R)?[ \n](/Filter /FlateDecode\n)?>>\s*stream\r?\n")
_RANGE = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4})> (?:<([0-9A-F]{4})>|\[(<[^\]]*)\])")
_LETTERS = re.compile(rb"BT\n(/F\d+ \S+ Tf) 1 0 0 -1 0 0 Tm\n((?:\S+ \S+ Td <[0-9A-F]{4}> Tj\n)+)")
_LETTER = re.compile(rb"(\S+) (\S+) Td (<[0-9A-F]{4}>) Tj\n")
_TWICE = re.compile(
    rb"(/CSp cs\n(\S+ \S+ \S+) scn\n/GSa gs\nBT\n/F\d+ \S+ Tf 1 0 0 -1 0 0 Tm\n)"
    rb"((\S+) [^\n]+\n(?:\S+ \S+ Td <[0-9A-F]{4}> Tj\n)*)"
    rb"1 0 0 -1 0 0 Tm\n/Span << /ActualText <> >> BDC\n(\S+)[^E]*?EMC\n"
)
_SHAPES = range(0xFB00, 0xFEFD)  # ligatures, and Arabic letters by their place in a word
_IOTA, _TAKEN_FOR_IOTA = "\u03b9", "\u0269"  # Inter draws the Greek and the Latin one alike
_UNKNOWN = "\ufffd"  # what a letter that no font has reads as


def readable(pdf: bytes) -> bytes:
    """The same PDF with its text told as written; as it is where it is not as Qt writes them."""
    start = pdf.rfind(b"startxref")
    trailer = pdf.rfind(b"trailer", 0, start)
    table = pdf.rfind(b"\nxref\n", 0, trailer)
    if min(start, trailer, table) < 0:
        return pdf
    offsets = sorted(
        int(entry[:10])
        for entry in pdf[table:trailer].split(b"\n")[3:]
        if entry.rstrip().endswith(b"n") and len(entry) >= 18
    )
    ends = [*offsets[1:], table + 1]
    objects: dict[int, bytes] = {}
    for begin, end in zip(offsets, ends, strict=True):
        found = _OBJECT.match(pdf, begin)
        if found is None:
            return pdf
        objects[int(found[1])] = pdf[begin:end]
    for number in list(objects):
        _mend(objects, number)
    return _written(pdf[: offsets[0]], objects, pdf[trailer + len(b"trailer") : start])


def _mend(objects: dict[int, bytes], number: int) -> None:
    """Mends an object that is a page's content or the meaning of a font's letters."""
    body = objects[number]
    found = _STREAM.search(body)
    end = body.rfind(b"endstream")
    if found is None or end < 0:
        return
    length, elsewhere, packed = int(found[1]), found[2], found[3]
    data = body[found.end() : end if elsewhere else found.end() + length]
    if packed:
        try:
            data = zlib.decompress(data)
        except zlib.error:
            return
    if b"begincmap" in data:
        mended = _RANGE.sub(_meanings, data)
    elif b"BT\n" in data:
        mended = _TWICE.sub(_once, _LETTERS.sub(_in_order, data))
    else:
        return
    if packed:
        mended = zlib.compress(mended)
    said = body[: found.start(1)] + b"%d" % (length if elsewhere else len(mended))
    objects[number] = said + body[found.end(1) : found.end()] + mended + b"\n" + body[end:]
    if elsewhere:
        objects[length] = b"%d 0 obj\n%d\nendobj\n" % (length, len(mended))


def _meanings(found: re.Match[bytes]) -> bytes:
    """What the letters of a range stand for: one named each, or the first of some in a row."""
    if found[3]:
        count = int(found[2], 16) - int(found[1], 16) + 1
        codes = [b"%04X" % (int(found[3], 16) + number) for number in range(count)]
    else:
        codes = re.findall(rb"<([0-9A-F]+)>", found[4])
    meanings = b" ".join(b"<%s>" % _meaning(code) for code in codes)
    return b"<%s> <%s> [%s ]" % (found[1], found[2], meanings)


def _meaning(code: bytes) -> bytes:
    """What a letter stands for, in UTF-16 as PDFs have it."""
    text = bytes.fromhex(code.decode()).decode("utf-16-be", "replace")
    if text in ("\t", "\u00a0"):
        text = " "
    elif text == "\0":
        text = _UNKNOWN
    elif text == _TAKEN_FOR_IOTA:
        text = _IOTA
    elif len(text) == 1 and ord(text) in _SHAPES:
        text = unicodedata.normalize("NFKC", text)
    return text.encode("utf-16-be").hex().upper().encode()


def _once(found: re.Match[bytes]) -> bytes:
    """Letters set twice, a little apart, to look bold: set once, and as much thicker by a line."""
    begin, colour, letters = found[1], found[2], found[3]
    thicker = abs(float(found[4]) - float(found[5]))
    return b"/CSp CS\n%s SCN\n%.3f w\n%s2 Tr\n%s" % (colour, thicker, begin, letters)


def _in_order(found: re.Match[bytes]) -> bytes:
    """Letters that were set from right to left, set from left to right, as all programs do."""
    letters = _LETTER.findall(found[2])
    steps = [float(x) for x, _, _ in letters]
    if all(step >= 0 for step in steps[1:]) or any(float(y) for _, y, _ in letters[1:]):
        return found[0]
    places = [sum(steps[: n + 1]) for n in range(len(steps))]
    placed = sorted(zip(places, letters, strict=True), key=lambda one: one[0])
    lines, before = [b"BT\n" + found[1] + b" 1 0 0 -1 0 0 Tm\n"], 0.0
    for number, (place, (_, _, glyph)) in enumerate(placed):
        y = letters[0][1] if number == 0 else b"0"
        lines.append(b"%.4f %s Td %s Tj\n" % (place - before, y, glyph))
        before = place
    return b"".join(lines)


def _written(head: bytes, objects: dict[int, bytes], trailer: bytes) -> bytes:
    parts, at, offsets = [head], len(head), {}
    for number, body in sorted(objects.items()):
        offsets[number] = at
        parts.append(body)
        at += len(body)
    size = max(objects) + 1
    entries = [
        b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 65535 f \n"
        for number in range(size)
    ]
    parts.append(b"xref\n0 %d\n" % size + b"".join(entries))
    parts.append(b"trailer" + trailer + b"startxref\n%d\n%%%%EOF\n" % at)
    return b"".join(parts)
