"""The stories that every language runs, each one test; and that the runner does see what it should."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from stories import Story

from vigie import JournalError

ROOT = Path(__file__).resolve().parents[3]
TABLE: list[dict[str, Any]] = json.loads((ROOT / "tests/stories/stories.json").read_bytes())


@pytest.fixture
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """Where a story happens: on the small disk if it needs one."""
    needs = request.node.callspec.params["story"].get("needs")
    if needs is None:
        yield tmp_path
        return
    assert needs == "small-disk"
    disk = os.environ.get("VIGIE_SMALL_DISK")
    if disk is None:
        pytest.skip("no small disk: VIGIE_SMALL_DISK is not set")
    yield Path(disk)
    for left in Path(disk).iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()


@pytest.mark.parametrize("story", TABLE, ids=[story["name"] for story in TABLE])
def test_story(story: dict[str, Any], folder: Path) -> None:
    assert set(story) <= {"name", "needs", "steps"}
    Story(folder).run(story["steps"])


CREATE = {
    "do": "create",
    "at": "2026-11-23T10:00:00.000+01:00",
    "dir": "a",
    "passphrase": "quatre mots secrets",
}
RECORD = {"do": "record", "entry": {"day": "2026-11-23", "answers": {"fatigue": 3}}}


@pytest.mark.parametrize(
    "wrong",
    [
        {**RECORD, "prompt": {"level": "today"}},
        {**RECORD, "fails": "Invalid"},
        {**RECORD, "nobody": "knows this"},
        {"do": "record", "entry": {"day": "2026-11-23", "answers": {"fatigue": 9}}},
        {"do": "record", "entry": {"day": "2026-11-24", "answers": {"fatigue": 9}}, "fails": "Locked"},
        {"do": "record", "entry": {"day": "2026-11-24", "answers": {"fatigue": 9}}},
        {"do": "today", "entries": 1},
        {"do": "today", "open": [{"level": "now"}]},
        {"do": "keys", "kinds": ["passphrase"]},
        {"do": "verify", "anchored": False},
        {"do": "export", "lang": "fr", "format": "csv", "has": ["fièvre"]},
        {"do": "export", "lang": "fr", "format": "csv", "lines": 7},
        {"do": "preview", "lang": "fr", "parts": []},
        {"do": "preview", "lang": "fr", "has_not": ["e"]},
        {"do": "dance"},
    ],
    ids=str,
)
def test_what_is_told_wrongly_fails(wrong: dict[str, Any], tmp_path: Path) -> None:
    Story(tmp_path / "right").run([CREATE, RECORD])
    with pytest.raises((AssertionError, ValueError, AttributeError, JournalError)):
        Story(tmp_path / "wrong").run([CREATE, wrong])
