"""Types: `mypy --strict` passes on the package, the tests, a typed sample and the guide; what is generated is as it is told."""

import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from test_guide import listings

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder outside of ours, with what mypy keeps from one run to the next: the types of pandas take it long."""
    return tmp_path_factory.mktemp("types")


def mypy(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir"]
    asked = [*command, folder / "cache", *arguments]
    return subprocess.run(asked, cwd=folder, capture_output=True, text=True, check=False)


def passes(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_package_is_typed(folder: Path) -> None:
    passes(mypy(folder, "--package", "vigie"))
    there = {str(file) for file in metadata.files("vigie") or []}
    assert {"vigie/py.typed", "vigie/_core/vigie.pyi"} <= there


def test_every_field_has_its_doc_comment_in_the_types() -> None:
    types = next(file for file in metadata.files("vigie") or [] if file.name == "vigie.pyi")
    text = types.read_text()
    for told in ("Answers by item.", "With whom.", "First day looked at for `now`.", "From 0 to 10."):
        assert f'"""{told}"""' in text
    # What an error of a journal has in all its cases is told once, above them.
    fields = re.findall(r"^    +(?!def |class |@|said: Said\n    def)\w+: .*\n(.*)$", text, re.MULTILINE)
    assert len(fields) > 450
    assert [line for line in fields if not line.strip().startswith('"""')] == []


def test_the_tests_are_typed(folder: Path) -> None:
    others = [file for file in sorted(HERE.glob("*.py")) if file.name != "typed_sample.py"]
    passes(mypy(folder, *others))


def test_the_guides_listings_are_typed(folder: Path) -> None:
    files = []
    for number, (listing, _) in enumerate(listings()):
        files.append(folder / f"listing_{number}.py")
        files[-1].write_text(listing, encoding="utf-8")
    passes(mypy(folder, *files))


def test_a_typed_program_passes_and_each_wrong_line_is_found(folder: Path) -> None:
    sample = HERE / "typed_sample.py"
    marked = re.compile(r"# wrong: ([a-z-]+)$")
    lines = enumerate(sample.read_text(encoding="utf-8").splitlines(), 1)
    wrong = {(number, it[1]) for number, line in lines if (it := marked.search(line))}
    assert len(wrong) >= 10
    told = mypy(folder, sample).stdout
    found = re.findall(r":(\d+): error: .*\[([a-z-]+)\]$", told, re.MULTILINE)
    assert {(int(number), code) for number, code in found} == wrong, told


def test_the_types_of_what_is_generated_are_what_is_there(folder: Path) -> None:
    command = [sys.executable, "-m", "mypy.stubtest", "vigie._core.vigie"]
    passes(subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False))
