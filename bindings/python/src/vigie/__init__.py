"""Vigie: an encrypted symptom journal, and replays and reports of diary tables.

`Journal` is the door to everything a journal does; `replay` and `report` take tables. What a person is told comes in French and in
English from the core. Documentation: docs/guides/python.md.
"""

from . import _errors, _values
from ._core import vigie as _generated
from ._core.vigie import *
from ._core.vigie import Day, Item, Moment
from ._frames import DAILY, PROMPTS
from ._journal import Journal, Rescue, check_backup, is_there
from ._streams import ReadableFile, Sink, Source, WritableFile
from ._tables import Replay, cohort_rows, replay, report

__all__ = [
    "DAILY",
    "PROMPTS",
    "Day",
    "Item",
    "Journal",
    "Moment",
    "ReadableFile",
    "Replay",
    "Rescue",
    "Sink",
    "Source",
    "WritableFile",
    "check_backup",
    "cohort_rows",
    "is_there",
    "replay",
    "report",
]
__all__ += _generated.__all__
