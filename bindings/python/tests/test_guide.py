"""The guide's listings: each is run as it stands on the page, and prints what stands below it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

GUIDE = Path(__file__).resolve().parents[3] / "docs/guides/python.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def listings() -> list[tuple[str, str]]:
    """Each listing in Python with what it prints: the text that stands next."""
    blocks = [(kind, text) for kind, text in BLOCK.findall(GUIDE.read_text(encoding="utf-8"))]
    found = []
    for (kind, text), (next_kind, printed) in zip(blocks, blocks[1:], strict=False):
        if kind == "python":
            assert next_kind == "text", f"nothing is printed below:\n{text}"
            found.append((text, printed))
    assert len(found) == sum(kind == "python" for kind, _ in blocks)
    return found


@pytest.mark.parametrize("number", range(len(listings())))
def test_a_listing_prints_what_stands_below_it(number: int, tmp_path: Path) -> None:
    listing, printed = listings()[number]
    file = tmp_path / "listing.py"
    file.write_text(listing, encoding="utf-8")
    done = subprocess.run([sys.executable, file], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == printed


def test_the_guide_has_listings() -> None:
    assert len(listings()) >= 5
