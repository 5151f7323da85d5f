"""An encrypted library: the same library, and nothing of it to be read without its passphrase."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from planner.domain.people import Person
from planner.errors import LibraryDamaged, LibraryError, LibraryLocked, PlannerError
from planner.storage.backup import back_up
from planner.storage.cipher import Key
from planner.storage.store import Store

dbapi2 = pytest.importorskip("sqlcipher3.dbapi2", reason="no wheel for this platform")

ROOT = Path(__file__).resolve().parents[2]
SAID = "four words of mine"


@pytest.fixture
def encrypted(library: Path) -> Path:
    """An encrypted library with somebody in it."""
    with Store.open(library, passphrase=SAID) as store, store.transaction():
        store.people.add_many(
            Person(name=f"Maya Lindqvist {n}", company="Öster") for n in range(300)
        )
    return library


def test_it_opens_with_its_passphrase_alone(encrypted: Path) -> None:
    with Store.open(encrypted, passphrase=SAID) as store:
        assert store.encrypted
        assert store.people.count() == 300
        assert len(store.search.find("lind")) == 30
        with store.another() as own:
            assert own.people.count() == 300
    before = encrypted.read_bytes()
    for passphrase in (None, ""):
        with pytest.raises(LibraryLocked, match="encrypted"):
            Store.open(encrypted, passphrase=passphrase)
    with pytest.raises(LibraryLocked, match="another one, or the file's beginning is damaged"):
        Store.open(encrypted, passphrase=SAID.upper())
    assert encrypted.read_bytes() == before
    assert [path.name for path in encrypted.parent.iterdir()] == [encrypted.name]


def test_nothing_of_it_can_be_read_nor_of_what_lies_beside_it(library: Path) -> None:
    with Store.open(library, passphrase=SAID) as store:
        with store.transaction():
            store.people.add_many(
                Person(name="Maya Lindqvist", company="Öster") for _ in range(300)
            )
        back_up(store, library.with_name("copy.visavis"))
        files = {path.name: path.read_bytes() for path in library.parent.iterdir()}
    assert {"library.visavis", "library.visavis-wal", "copy.visavis"} <= set(files)
    for content in files.values():
        assert b"Lindqvist" not in content and b"SQLite format" not in content
        assert SAID.encode() not in content


def test_other_tools_open_it_by_its_passphrase(encrypted: Path) -> None:
    """The format is SQLCipher 4's own, with its defaults."""
    other = dbapi2.connect(str(encrypted), isolation_level=None)
    try:
        other.execute(f"PRAGMA key = '{SAID}'")
        assert other.execute("SELECT count(*) FROM person").fetchall() == [(300,)]
    finally:
        other.close()


def test_what_another_tool_encrypted_opens_here(store: Store, tmp_path: Path) -> None:
    with store.transaction():
        store.people.add(Person(name="Maya"))
    plain, made = tmp_path / "plain.visavis", tmp_path / "made.visavis"
    back_up(store, plain)
    other = dbapi2.connect(str(plain), isolation_level=None)
    try:
        other.execute("ATTACH DATABASE ? AS made KEY 'it''s a secret'", [str(made)])
        other.execute("SELECT sqlcipher_export('made')").fetchall()
        for said in ("application_id", "user_version"):
            ((value,),) = other.execute(f"PRAGMA main.{said}").fetchall()
            other.execute(f"PRAGMA made.{said} = {value}")
    finally:
        other.close()
    with Store.open(made, passphrase="it's a secret") as opened:
        assert [person.name for person in opened.people.all()] == ["Maya"]


def test_a_passphrase_with_accents_is_one_however_it_was_composed(library: Path) -> None:
    Store.open(library, passphrase=unicodedata.normalize("NFC", "zoë née åsa")).close()
    Store.open(library, passphrase=unicodedata.normalize("NFD", "zoë née åsa")).close()


def test_half_a_character_is_refused_in_words(encrypted: Path) -> None:
    with pytest.raises(PlannerError, match="half of a character"):
        Store.open(encrypted, passphrase="a\ud800")


def test_a_plain_library_opens_with_any_passphrase(library: Path) -> None:
    Store.open(library).close()
    with Store.open(library, passphrase=SAID) as store:
        assert not store.encrypted


def test_a_key_opens_in_place_of_the_passphrase(encrypted: Path, tmp_path: Path) -> None:
    with Store.open(encrypted, passphrase=SAID) as store:
        key = store.key
        back_up(store, tmp_path / "copy.visavis")
    assert key is not None
    assert key.is_of(SAID) and not key.is_of("another")
    for path in (encrypted, tmp_path / "copy.visavis"):
        with Store.open(path, passphrase=key) as store:
            assert store.people.count() == 300
    other = tmp_path / "other.visavis"
    Store.open(other, passphrase=SAID).close()  # the same words, but a salt of its own
    with pytest.raises(LibraryLocked, match="another passphrase"):
        Store.open(other, passphrase=key)


def test_a_key_does_not_tell_itself() -> None:
    key = Key.derive(SAID, b"0" * 16)
    secret = key.literal()[3:67]
    assert secret not in repr(key) and secret not in f"{key} {vars(Key)}"


@pytest.mark.skipif(os.name != "posix", reason="rights of a POSIX file system")
def test_it_is_for_the_user_alone(library: Path) -> None:
    usual = os.umask(0o022)
    try:
        with Store.open(library, passphrase=SAID) as store, store.transaction():
            store.people.add(Person(name="Maya"))
            rights = {stat.S_IMODE(path.stat().st_mode) for path in library.parent.iterdir()}
    finally:
        os.umask(usual)
    assert rights == {0o600}


def test_a_passphrase_for_another_programs_file_changes_nothing_in_it(library: Path) -> None:
    other = dbapi2.connect(str(library), isolation_level=None)
    other.execute(f"PRAGMA key = '{SAID}'")
    other.execute("CREATE TABLE person (id)")
    other.close()
    before = library.read_bytes()
    with pytest.raises(LibraryError, match="another program"):
        Store.open(library, passphrase=SAID)
    assert library.read_bytes() == before
    assert [path.name for path in library.parent.iterdir()] == [library.name]


def test_one_from_a_newer_version_is_refused(encrypted: Path) -> None:
    other = dbapi2.connect(str(encrypted), isolation_level=None)
    other.execute(f"PRAGMA key = '{SAID}'")
    other.execute("PRAGMA user_version = 999")
    other.close()
    before = encrypted.read_bytes()
    with pytest.raises(LibraryError, match="newer version"):
        Store.open(encrypted, passphrase=SAID)
    assert encrypted.read_bytes() == before


@pytest.mark.parametrize("at", [0, 8, 100, 4000])
def test_a_damaged_beginning_may_be_a_wrong_passphrase(encrypted: Path, at: int) -> None:
    content = bytearray(encrypted.read_bytes())
    content[at] ^= 1
    encrypted.write_bytes(content)
    with pytest.raises(LibraryLocked, match="beginning is damaged"):
        Store.open(encrypted, passphrase=SAID)


def test_damage_further_on_is_found_and_said(encrypted: Path) -> None:
    content = bytearray(encrypted.read_bytes())
    for at in range(4096 * 60, len(content), 4096):
        content[at] ^= 1
    encrypted.write_bytes(content)
    with pytest.raises(LibraryDamaged), Store.open(encrypted, passphrase=SAID) as store:
        assert store.check() != ()
        store.people.all()
        store.search.find("maya")


def test_a_missing_end_is_said(encrypted: Path) -> None:
    size = encrypted.stat().st_size
    os.truncate(encrypted, size // 8192 * 4096)
    with pytest.raises(LibraryDamaged):
        Store.open(encrypted, passphrase=SAID)
    os.truncate(encrypted, size // 2 + 7)
    with pytest.raises(LibraryError, match="whose end is missing"):
        Store.open(encrypted, passphrase=SAID)


def test_a_journal_left_by_a_crash_is_taken_up(library: Path, tmp_path: Path) -> None:
    crashed = tmp_path / "crashed" / "library.visavis"
    crashed.parent.mkdir()
    with Store.open(library, passphrase=SAID) as store:
        with store.transaction():
            store.people.add_many(Person(name=f"P{n}") for n in range(300))
        for ending in ("", "-wal"):
            copy = crashed.with_name(crashed.name + ending)
            copy.write_bytes(library.with_name(library.name + ending).read_bytes())
    with Store.open(crashed, passphrase=SAID) as store:
        assert store.people.count() == 300
        assert store.check(thorough=True) == ()


OPENS = """
import sys
sys.path.insert(0, sys.argv[1])
from planner.domain.people import Person
from planner.storage.store import Store
with Store.open(sys.argv[2]) as store, store.transaction():
    store.people.add(Person(name="Maya"))
names = "sqlcipher3", "keyring", "planner.storage.cipher"
print(*(name for name in names if name in sys.modules))
"""

WRONG = """
import sys
sys.path.insert(0, sys.argv[1])
from planner.errors import LibraryLocked
from planner.storage.store import Store
try:
    Store.open(sys.argv[2], passphrase="wrong")
except LibraryLocked:
    print("locked")
"""


def run(script: str, library: Path) -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", script, str(ROOT), str(library)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip(), done.stderr.strip()


def test_a_plain_library_imports_nothing_of_this(library: Path) -> None:
    assert run(OPENS, library) == ("", "")


def test_the_driver_says_nothing_of_its_own(encrypted: Path) -> None:
    assert run(WRONG, encrypted) == ("locked", "")


def test_without_the_driver_it_is_said_in_words(
    encrypted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    with pytest.raises(LibraryError, match="not available on this computer"):
        Store.open(encrypted, passphrase=SAID)
