"""Types: `mypy --strict` passes on the package and its tests."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_package_and_its_tests_are_typed(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--cache-dir", str(tmp_path)]
    asked = [
        *command,
        "--config-file",
        str(ROOT / "pyproject.toml"),
        str(ROOT / "src/vigie_cohort"),
        str(ROOT / "tests"),
    ]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
