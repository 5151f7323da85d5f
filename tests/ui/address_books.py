"""Contact files as other programs write them: LinkedIn's export, and a phone's address book."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

# LinkedIn puts a note above its table, leaves most addresses out, and writes "03 Sep 2026".
CONNECTIONS = """\
Notes:
"When exporting your connection data, you may notice that some of the email addresses are \
missing. You will only see email addresses for connections who have allowed their connections \
to see or download their email address using this setting \
https://www.linkedin.com/psettings/privacy/email. You can learn more here \
https://www.linkedin.com/help/linkedin/answer/261"

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Maya,Okafor,https://www.linkedin.com/in/maya-okafor,maya@harbour.example,Harbour & Co,\
Independent mortgage adviser,03 Sep 2026
Jonas,Lindqvist,https://www.linkedin.com/in/jonas-lindqvist,,"Lindqvist Joinery, Leeds",Owner,\
12 Nov 2026
Priya,Shah,https://www.linkedin.com/in/priya-shah,,Shah Legal,Partner,28 Feb 2025
Łukasz,Nowak,https://www.linkedin.com/in/lukasz-nowak,,Nowak Electrical,Electrician,15 Nov 2026
"""

# An iPhone's: groups such as "item1.", lines folded at 75 bytes, CRLF, a picture.
PICTURE = b64encode(bytes(range(256)) * 4).decode("ascii")
PHONE = [
    [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//Apple Inc.//iPhone OS 18.1//EN",
        "N:Lindqvist;Jonas;;;",
        "FN:Jonas Lindqvist",
        "ORG:Lindqvist Joinery\\, Leeds;",
        "TITLE:Owner",
        "EMAIL;type=INTERNET;type=WORK;type=pref:jonas@lindqvist.example",
        "TEL;type=CELL;type=VOICE;type=pref:+44 7700 900123",
        "item1.URL;type=pref:https://www.linkedin.com/in/jonas-lindqvist",
        "item1.X-ABLabel:_$!<HomePage>!$_",
        f"PHOTO;ENCODING=b;TYPE=JPEG:{PICTURE}",
        "END:VCARD",
    ],
    [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//Apple Inc.//iPhone OS 18.1//EN",
        "N:Müller;Zoë;;Dr.;",
        "FN:Dr. Zoë Müller",
        "EMAIL;type=INTERNET;type=HOME;type=pref:zoe@mueller.example",
        "BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-09",
        "NOTE:Met on the train to York. Runs a bakery\\, two shops\\; wants a third\\nLike"
        "s flat whites",
        "END:VCARD",
    ],
]
LINE_BYTES = 75  # RFC 2426, 2.6: longer lines are folded


def linkedin(folder: Path) -> Path:
    path = folder / "Connections.csv"
    path.write_text(CONNECTIONS, encoding="utf-8", newline="")
    return path


def phone(folder: Path) -> Path:
    path = folder / "iPhone.vcf"
    lines = [line for card in PHONE for line in card]
    path.write_bytes(b"".join(folded(line) + b"\r\n" for line in lines))
    return path


def folded(line: str) -> bytes:
    """A line broken where it grows too long, never within a letter."""
    parts, part = [], b""
    for letter in line:
        if len(part) + len(letter.encode()) > LINE_BYTES - (1 if parts else 0):
            parts.append(part)
            part = b""
        part += letter.encode()
    return b"\r\n ".join([*parts, part])
