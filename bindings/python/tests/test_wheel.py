"""What was installed is a wheel of this platform, whole, with no other package behind it."""

import base64
import hashlib
from importlib import metadata

import vigie

WHEEL = metadata.distribution("vigie")


def test_the_wheel_is_for_any_python_of_this_platform() -> None:
    told = (WHEEL.read_text("WHEEL") or "").splitlines()
    tags = [line.removeprefix("Tag: ") for line in told if line.startswith("Tag: ")]
    assert tags and all(tag.startswith("py3-none-") and not tag.endswith("-any") for tag in tags)
    assert "linux_x86_64" not in {tag.split("-")[2] for tag in tags}, "for one machine only"
    assert "Root-Is-Purelib: false" in told


def test_every_file_is_the_one_that_its_list_names() -> None:
    files = [file for file in WHEEL.files or [] if file.hash is not None]
    assert {"vigie/_core/vigie.pyi", "vigie/_core/vigie.py"} <= {str(file) for file in files}
    for file in files:
        assert file.hash is not None and file.hash.mode == "sha256"
        there = hashlib.sha256(file.locate().read_bytes()).digest()  # type: ignore[attr-defined]
        assert base64.urlsafe_b64encode(there).decode().rstrip("=") == file.hash.value, file


def test_nothing_else_is_needed() -> None:
    needed = WHEEL.requires or []
    assert all("extra ==" in one for one in needed), needed
    assert {one.split()[0].split(">")[0] for one in needed} == {"pandas", "pyarrow"}


def test_every_name_of_the_core_is_a_name_of_the_package() -> None:
    assert len(set(vigie.__all__)) == len(vigie.__all__) > 150
    assert all(hasattr(vigie, name) for name in vigie.__all__)
    assert vigie.Journal is not vigie._core.vigie.Journal
