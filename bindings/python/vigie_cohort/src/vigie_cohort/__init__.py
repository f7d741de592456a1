"""Vigie's watch over a cohort: thousands of exported journals, replayed by the core on Apache Spark.

`run` does what the command `vigie-cohort` does. Documentation: docs/guides/cohort.md.
"""

from ._asked import Asked, Refused
from ._facts import Facts
from ._run import Ready, ready, run

__all__ = ["Asked", "Facts", "Ready", "Refused", "ready", "run"]
