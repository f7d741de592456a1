"""What was installed is a wheel of this platform, whole, with no other package behind it."""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import vigie

BUILD = Path(__file__).resolve().parents[1] / "build"
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


def test_who_packs_the_library_that_others_load_is_told_of_a_copy(tmp_path: Path) -> None:
    library = tmp_path / "libvigie_bindings.so"
    library.write_bytes(b"ELF")
    told = {"reason": "compiler-artifact", "target": {"name": "vigie_bindings"}, "profile": {"test": False}}
    message = json.dumps({**told, "filenames": [str(library)]})
    cargo = tmp_path / "cargo"
    cargo.write_text(f"#!/bin/sh\ncat <<'END'\n{message}\nEND\n")
    cargo.chmod(0o755)
    (tmp_path / "apart").mkdir()
    program = shutil.copy(BUILD / "cargo-of-the-workspace", tmp_path / "apart")
    env = {**os.environ, "VIGIE_CARGO": str(cargo)}
    said = subprocess.run([sys.executable, program, "rustc"], env=env, capture_output=True, text=True, check=True)
    [line] = said.stdout.splitlines()
    [file] = json.loads(line)["filenames"]
    assert Path(file) == tmp_path / "apart" / library.name
    # maturin moves what it is told of.
    Path(file).rename(tmp_path / "moved")
    assert library.read_bytes() == (tmp_path / "moved").read_bytes() == b"ELF"
