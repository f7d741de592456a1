"""The command: `vigie-cohort EXPORTS… --out FOLDER`, or the same under `spark-submit`."""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from . import _session
from ._asked import Asked, Refused
from ._files import WORK
from ._run import ready, run
from ._words import SENTENCES, Words

#: Exit codes beside 0: it stopped on the way; what was asked for cannot be done.
FAILED, REFUSED = 1, 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vigie-cohort",
        description="What Vigie would have said to each person of a cohort, day by day: prompts, daily scores, a summary.",
        epilog="Ids must be pseudonyms. Groups of fewer than ten people are not shown in the summary.",
    )
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="EXPORTS",
        help="exported tables, FHIR documents, NDJSON, or folders of them",
    )
    parser.add_argument(
        "--out", required=True, metavar="FOLDER", help="a new or empty folder for everything that is written"
    )
    parser.add_argument(
        "--rules",
        action="append",
        default=[],
        metavar="PACK",
        help="also watch by these rules; may be repeated",
    )
    parser.add_argument("--register", metavar="FILE", help="a table patient,consent with given or withdrawn")
    parser.add_argument(
        "--require-consent", action="store_true", help="leave out whose consent nothing tells"
    )
    parser.add_argument(
        "--no-daily", action="store_true", help="do not write the score of every item and day"
    )
    parser.add_argument("--lines", action="store_true", help="also write the lines of `vigie replay`")
    parser.add_argument(
        "--master", metavar="URL", help="where Spark runs; local[*], or what spark-submit says"
    )
    parser.add_argument("--lang", choices=("fr", "en"), default="fr", help="the language of the summary")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Runs the command and gives its exit code."""
    given = _parser().parse_args(arguments)
    asked = Asked(
        inputs=given.inputs,
        out=given.out,
        rules=given.rules,
        register=given.register,
        require_consent=given.require_consent,
        daily=not given.no_daily,
        lines=given.lines,
        lang=given.lang,
    )
    words = Words(given.lang)

    def hear(step: str, number: int) -> None:
        said = words.counted(step, number) if f"{step}.one" in SENTENCES else words(step)
        print(said, file=sys.stderr)

    try:
        plan = ready(asked)
    except Refused as refused:
        _tell(words(refused.key, **refused.named_in(given.lang)))
        return REFUSED
    work = _work(given.out)
    try:
        facts = run(plan, _spark(given.master, work), hear)
    except Refused as refused:
        _tell(words(refused.key, **refused.named_in(given.lang)))
        return REFUSED
    except (OSError, PySparkException, Py4JError) as failure:
        # Its text may hold rows of people, and Spark's own log tells it.
        _tell(words("failed", why=type(failure).__name__, name=given.out))
        return FAILED
    finally:
        _stop(work)
    tell_who = sum(one["count"] for one in facts["problems"] if one["kind"] == "direct-identifier")
    if tell_who:
        _tell(words.counted("tells-who", tell_who))
    print(words.counted("done", facts["people"]["watched"], name=given.out.rstrip("/")))
    return 0


def _tell(sentence: str) -> None:
    """Says what is wrong, and which program says so: between Spark's own lines it would be lost."""
    print(f"vigie-cohort: {sentence}", file=sys.stderr)


def _work(out: str) -> Path:
    """Where rows of people lie for a while: nowhere but in the folder that was asked for, unless that is on another machine."""
    return Path(tempfile.mkdtemp(prefix="vigie-")) if "://" in out else Path(out, WORK).absolute()


def _spark(master: str | None, work: Path) -> SparkSession:
    """The session of `spark-submit`, with its settings; on this machine one of our own."""
    submitted = "SPARK_ENV_LOADED" in os.environ
    try:
        if not submitted or (master or "").startswith("local"):
            return _session.here(master or "local[*]", work)
        return _session.submitted(master)
    except PySparkException:
        raise Refused("no-java") from None


def _stop(work: Path) -> None:
    session = SparkSession.getActiveSession()
    if session is not None:
        session.stop()
    shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
