"""Names offered for files: whatever somebody is called, the file stays where it is to be."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.file_names import FORBIDDEN, RESERVED, safe_file_name

NAMES = st.one_of(
    st.text(max_size=300),
    st.text(st.sampled_from("./\\: ~$%\n\0…😀é"), max_size=300),
    st.sampled_from(sorted(RESERVED)),
)


@given(NAMES, st.sampled_from([".vcf", ".csv", ".ics", ".json"]))
def test_the_name_stays_in_its_folder_on_every_system(name: str, ending: str) -> None:
    offered = safe_file_name(name, ending)
    assert not set(offered) & set(FORBIDDEN) and offered.isprintable()
    assert PurePosixPath(offered).name == PureWindowsPath(offered).name == offered
    assert offered.endswith(ending) and len(offered) > len(ending)
    assert len(offered.encode()) <= 255
    assert offered == offered.strip() and not offered.startswith(".")
    assert offered.partition(".")[0].rstrip().upper() not in RESERVED


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("Maya Okafor", "Maya Okafor.vcf"),
        ("../../etc/passwd", "etc passwd.vcf"),
        ("C:\\Windows\\win.ini", "C Windows win.ini.vcf"),
        ("con", "1-2-1 con.vcf"),
        ("LPT1.txt", "1-2-1 LPT1.txt.vcf"),
        ("Dr. Who...", "Dr. Who.vcf"),
        ("...", "1-2-1.vcf"),
        ("", "1-2-1.vcf"),
        ("a\nb\tc\0d", "a b cd.vcf"),
        ("😀" * 90, "😀" * 50 + ".vcf"),
    ],
)
def test_what_is_offered(name: str, offered: str) -> None:
    assert safe_file_name(name, ".vcf") == offered
