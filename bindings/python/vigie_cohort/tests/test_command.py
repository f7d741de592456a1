"""The command as somebody runs it: what it says, what it writes, and what it leaves behind; here and on a cluster."""

import os
import re
import resource
import shutil
import subprocess
import sys
import time
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pyspark
import pytest
import vigie
from conftest import HEADER, feverish, lines_of
from vigie_cohort.__main__ import _parser
from vigie_cohort._words import SENTENCES

PEOPLE = [f"p{n:02}" for n in range(24)]


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    folder = tmp_path / "exports"
    folder.mkdir()
    for patient in PEOPLE:
        (folder / f"{patient}.csv").write_text(f"{HEADER}{feverish(patient)}\n{feverish(patient, 9)}\n")
    return folder


def asked(
    *arguments: str | Path, env: dict[str, str] | None = None, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    whole = [sys.executable, "-m", "vigie_cohort", *map(str, arguments)]
    return subprocess.run(whole, capture_output=True, text=True, check=False, env=env, cwd=cwd)


def everything(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_the_command_writes_its_folder_and_nothing_else(exports: Path, tmp_path: Path) -> None:
    elsewhere = [tmp_path / name for name in ("home", "tmp", "work")]
    for folder in elsewhere:
        folder.mkdir()
    home, scratch, work = elsewhere
    out = tmp_path / "results of today"
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "TMPDIR": str(scratch),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    env |= {name: os.environ[name] for name in ("JAVA_HOME",) if name in os.environ}
    before = everything(exports)
    done = asked(exports, "--out", out, "--lang", "en", "--master", "local[2]", env=env, cwd=work)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"Done: 24 people watched. The summary: {out}/summary.html\n"
    assert "Reading 24 files…" in done.stderr
    assert [everything(folder) for folder in elsewhere] == [[], [], []]
    assert everything(exports) == before
    top = {path.name for path in (out).iterdir()}
    assert top == {
        "daily.parquet", "people.parquet", "problems.csv", "prompts.parquet", "summary.html", "summary.json", "summary.pdf",
    }  # fmt: skip
    assert "24" in (out / "summary.html").read_text(encoding="utf-8")
    # Nothing is overwritten, and the refusal says what to do.
    again = asked(exports, "--out", out, cwd=work)
    assert again.returncode == 2
    assert "vigie-cohort: " in again.stderr and "rien n’est remplacé" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing"], "missing n’existe pas ou ne peut être lu. Vérifiez le chemin."),
        (["empty"], "Il n’y a aucun fichier à lire."),
        (
            ["exports", "--rules", "missing.json"],
            "Les règles missing.json ne peuvent être lues. Vérifiez le chemin.",
        ),
        (["exports", "--register", "missing.csv"], "missing.csv n’existe pas"),
        (["exports", "--lang", "en", "--rules", "bad.json"], "The rules bad.json cannot be used: "),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_writes_nothing(
    exports: Path, tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad.json").write_text("{}")
    before = everything(tmp_path)
    done = asked(*arguments, "--out", "out", cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr and "Traceback" not in done.stderr
    assert everything(tmp_path) == before


def test_a_disk_that_is_full_is_a_sentence_and_no_half_of_a_summary(exports: Path, tmp_path: Path) -> None:
    def small() -> None:
        # No file may be longer: like a full disk, for who writes.
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))

    whole = [sys.executable, "-B", "-m", "vigie_cohort", str(exports), "--out", "out", "--lang", "en"]
    done = subprocess.run(whole, capture_output=True, text=True, check=False, cwd=tmp_path, preexec_fn=small)
    assert done.returncode == 1, done.stderr[-2000:]
    assert "Nothing in out is whole: delete it" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out" / "summary.json").exists()
    assert not (tmp_path / "out" / ".work").exists()


def workers_alone(folder: Path) -> Path:
    """A Python that has what Spark's workers need, and nothing of ours."""
    venv.create(folder, with_pip=False)
    [site] = folder.glob("lib/python*/site-packages")
    theirs = Path(pyarrow.__file__).parents[1]
    for name in ("pyarrow", "pyarrow.libs", "numpy", "numpy.libs", "pyspark", "py4j"):
        if (theirs / name).exists():
            (site / name).symlink_to(theirs / name)
    return folder / "bin" / "python"


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[str]:
    """A standalone Spark on this machine: a master and a worker, each a process of its own."""
    home = Path(pyspark.__file__).parent
    start = [str(home / "bin" / "spark-class")]
    env = {
        **os.environ,
        "SPARK_HOME": str(home),
        "SPARK_WORKER_DIR": str(tmp_path / "worker"),
        "SPARK_NO_DAEMONIZE": "1",
    }
    url = f"spark://127.0.0.1:{7177 + os.getpid() % 500}"
    port = url.rsplit(":", 1)[1]
    master = [
        *start,
        "org.apache.spark.deploy.master.Master",
        "--host",
        "127.0.0.1",
        "--port",
        port,
        "--webui-port",
        "0",
    ]
    worker = [
        *start,
        "org.apache.spark.deploy.worker.Worker",
        "--host",
        "127.0.0.1",
        "--webui-port",
        "0",
        "--cores",
        "2",
        "--memory",
        "1g",
        url,
    ]
    log = tmp_path / "cluster.log"
    with log.open("wb") as out:
        running = [subprocess.Popen(command, env=env, stdout=out, stderr=out) for command in (master, worker)]
    while "Registering worker" not in log.read_text(errors="replace"):
        assert all(one.poll() is None for one in running), log.read_text(errors="replace")
        time.sleep(0.2)
    yield url
    for one in running:
        one.terminate()
        one.wait()


def test_a_cluster_gets_the_package_and_the_library_as_an_archive(
    exports: Path, tmp_path: Path, cluster: str, command: str
) -> None:
    import vigie_cohort

    packages = tmp_path / "packages.zip"
    with zipfile.ZipFile(packages, "w") as archive:
        for package in (vigie, vigie_cohort):
            top = Path(str(package.__file__)).parent
            for file in top.rglob("*"):
                if file.is_file() and "__pycache__" not in file.parts:
                    archive.write(file, file.relative_to(top.parent))
    main = tmp_path / "cohort.py"
    main.write_text("import sys\n\nfrom vigie_cohort.__main__ import main\n\nsys.exit(main())\n")
    home = Path(pyspark.__file__).parent
    env = {
        **os.environ,
        "SPARK_HOME": str(home),
        "PYSPARK_DRIVER_PYTHON": sys.executable,
        "PYSPARK_PYTHON": str(workers_alone(tmp_path / "bare")),
        "SPARK_LOCAL_DIRS": str(tmp_path / "local"),
    }
    submit = [
        home / "bin" / "spark-submit", "--master", cluster, "--archives", f"{packages}#packages",
        "--conf", "spark.executorEnv.PYTHONPATH=packages", "--conf", "spark.driver.host=127.0.0.1",
        "--conf", "spark.executor.memory=512m", "--conf", "spark.io.encryption.enabled=true",
        main, exports, "--out", tmp_path / "out", "--lines", "--lang", "en",
    ]  # fmt: skip
    done = subprocess.run(
        list(map(str, submit)), env=env, capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Done: 24 people watched." in done.stdout
    parts = sorted((tmp_path / "out" / "lines" / "built-in").glob("part-*"))
    whole = tmp_path / "whole.csv"
    whole.write_text(
        HEADER + "".join(file.read_text().split("\n", 1)[1] for file in sorted(exports.iterdir()))
    )
    assert b"".join(part.read_bytes() for part in parts) == lines_of(command, whole)
    shutil.rmtree(tmp_path / "local", ignore_errors=True)


GUIDE = Path(__file__).resolve().parents[4] / "docs/guides/cohort.md"


def test_the_guide_names_what_there_is_and_nothing_else() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    options = {
        option for action in _parser()._actions for option in action.option_strings if option.startswith("--")
    }
    # What the commands of others in it are given.
    others = {"--no-deps", "--wheel-dir", "--target", "--archives", "--conf", "--to", "--no-name", "--daily"}
    assert options - {"--help", "--master"} <= set(re.findall(r"--[a-z][a-z-]+", guide))
    assert set(re.findall(r"--[a-z][a-z-]+", guide)) - others <= options
    kinds = {name.removeprefix("problem.") for name in SENTENCES if name.startswith("problem.")}
    told = {
        kind
        for row in re.findall(r"^\| (`.*?) \|", guide, re.MULTILINE)
        for kind in re.findall(r"`([a-z-]+)`", row)
    }
    assert kinds and kinds == told & kinds
