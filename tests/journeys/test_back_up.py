"""A backup is the whole library under another name, and never takes the library's own place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.domain.me import Me
from planner.errors import PlannerError
from planner.journeys.about_me import save
from planner.journeys.back_up import back_up, file_name
from planner.storage.store import Store


def test_everything_is_in_the_copy(store: Store, tmp_path: Path) -> None:
    save(store, Me(name="Sam Doyle"))
    target = tmp_path / file_name(date(2026, 11, 22))
    back_up(store, target)
    assert target.name == "visavis-2026-11-22.visavis"
    with Store.open(target, create=False) as copy:
        assert copy.me.get().name == "Sam Doyle"


def test_a_newer_backup_takes_the_place_of_an_older_one(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "backup.visavis"
    back_up(store, target)
    save(store, Me(name="Sam Doyle"))
    back_up(store, target)
    with Store.open(target, create=False) as copy:
        assert copy.me.get().name == "Sam Doyle"


def test_the_library_itself_is_never_the_target(store: Store, tmp_path: Path) -> None:
    link = tmp_path / "link.visavis"
    link.symlink_to(store.path)
    for target in (store.path, link):
        with pytest.raises(PlannerError, match="another name"):
            back_up(store, target)
    save(store, Me(name="Sam Doyle"))
    assert store.me.get().name == "Sam Doyle"


def test_a_folder_is_refused_in_words(store: Store, tmp_path: Path) -> None:
    with pytest.raises(PlannerError, match="is a folder"):
        back_up(store, tmp_path)
    with pytest.raises(PlannerError, match="cannot be written"):
        back_up(store, tmp_path / "nowhere" / "backup.visavis")
