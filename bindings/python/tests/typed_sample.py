"""A program as a careful user types it: `mypy --strict` has nothing to say of it, but of the lines marked so. It is not run."""

from datetime import date
from typing import assert_type

import pandas as pd
import pyarrow as pa

import vigie
from vigie import (
    Answer,
    ByteSink,
    ByteSource,
    CareEvent,
    DailyEntry,
    Journal,
    JournalError,
    LabResult,
    Lang,
    NewKey,
    OpenPrompt,
    Recorded,
    Replay,
    Rescue,
    Said,
    StreamError,
    Unlock,
)


def used(journal: Journal, other: ByteSource) -> str:
    entry = DailyEntry(day=date.today(), answers={"fatigue": Answer.RATED(3), "nausea": Answer.SKIPPED()})
    try:
        assert_type(journal.record(entry), Recorded)
    except JournalError.Passphrase as error:
        assert_type(error.fewest, int | None)
        return error.sentence("fr") + error.sentence(Lang.EN)
    except JournalError.SeveralPeople as error:
        assert_type(error.ids, list[str])
        return error.said.fr
    except JournalError as error:
        assert_type(error.said, Said)
        raise
    assert_type(journal.open_prompts(), list[OpenPrompt])
    journal.add_care(CareEvent.LAB(LabResult(day=date.today(), name="CA 15-3", value="12.30")))
    for source in (b"bytes", "path", other):
        journal.import_table(source)
    match entry.answers["fatigue"]:
        case Answer.RATED(rating):
            assert_type(rating, int)
        case _:
            pass
    assert_type(
        Rescue.read("folder", Unlock.RECOVERY_CODE("code")).make_journal("new", NewKey.PASSPHRASE("p")),
        Journal,
    )
    with Journal.open("folder", Unlock.PASSPHRASE("p")) as again:
        assert_type(again, Journal)
    return entry.note or ""


def tables(frame: pd.DataFrame, table: pa.Table) -> bytes:
    assert_type(vigie.replay(frame), Replay[pd.DataFrame])
    assert_type(vigie.replay(table, daily=True), Replay[pa.Table])
    assert_type(vigie.replay("path", to="pandas").prompts, pd.DataFrame)
    assert_type(vigie.replay(frame, to="arrow").daily, pa.Table)
    assert_type(vigie.replay(b"bytes").lines, bytes)
    return vigie.report(frame, "p", lang=Lang.FR, format="fhir")


class Sink(ByteSink):
    def write(self, bytes: bytes) -> None:
        raise StreamError.DiskFull()


def misused(journal: Journal) -> None:
    DailyEntry(day="2026-11-23")  # wrong: arg-type
    DailyEntry(answers={})  # wrong: call-arg
    DailyEntry(day=date.today(), answers={"fatigue": 3})  # wrong: dict-item
    journal.record(journal)  # wrong: arg-type
    journal.export(journal.usual_choice(Lang.FR), "pdf", "report.pdf")  # wrong: arg-type
    journal.recorded  # wrong: attr-defined
    Answer.RATED("3")  # wrong: arg-type
    JournalError.Unknown  # wrong: attr-defined
    vigie.replay(7)  # wrong: call-overload
    vigie.report("path", format="docx")  # wrong: arg-type
