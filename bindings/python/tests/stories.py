"""Runs the stories that every language runs (tests/stories): steps, and what has to come of each."""

import contextlib
import io
import os
import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import story_values as values
from hand import Marks, Set, Store
from story_values import kebab

from vigie import (
    ByteSink,
    ByteSource,
    Choice,
    Format,
    GuessCost,
    Journal,
    JournalError,
    Lang,
    NewKey,
    OpenPrompt,
    OutcomeKind,
    StreamError,
    Unlock,
)

FAILURES = {"full": StreamError.DiskFull, "broken": StreamError.Failed}


class Step:
    """A step; one that holds what nobody asked for is not understood."""

    def __init__(self, fields: dict[str, Any]) -> None:
        self.fields = fields
        self.read: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self.fields

    def __getitem__(self, name: str) -> Any:
        self.read.add(name)
        return self.fields[name]

    def get(self, name: str, otherwise: Any = None) -> Any:
        self.read.add(name)
        return self.fields.get(name, otherwise)

    def expect(self, name: str, found: Any) -> None:
        """What is told has to be what was found."""
        if name in self:
            assert found == self[name], f"{name}: {found!r} is not {self[name]!r}"

    def understood(self) -> None:
        left = set(self.fields) - self.read
        assert not left, f"nobody reads {left} of {self.fields['do']}"


class Sink(ByteSink):
    """Keeps what is written, or fails at the first write."""

    def __init__(self, fails: str | None) -> None:
        self.fails = fails
        self.out = io.BytesIO()

    def write(self, bytes: bytes) -> None:
        if self.fails is not None:
            raise FAILURES[self.fails]()
        self.out.write(bytes)


class Bytes(ByteSource):
    """Gives its bytes, and fails then or ends."""

    def __init__(self, held: bytes, fails: str | None) -> None:
        self.held, self.fails = io.BytesIO(held), fails

    def read(self, at_most: int) -> bytes:
        read = self.held.read(at_most)
        if not read and self.fails is not None:
            raise FAILURES[self.fails]()
        return read


class Story:
    """One story as it is told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock, self.anchor = Set(), Marks()
        self.current: Journal | None = None
        self.code = ""
        self.backups: dict[str, bytes] = {}
        self.vaults: dict[str, Store] = {}
        self.entries: dict[str, str] = {}
        self.around: dict[str, str] = {}
        self.prompts: dict[str, str] = {}
        self.photos: dict[str, bytes] = {}

    def run(self, steps: list[dict[str, Any]]) -> None:
        try:
            for fields in steps:
                step = Step(fields)
                step.get("do")
                if "at" in step:
                    self.clock.at = datetime.fromisoformat(step["at"])
                with self.failing(step):
                    getattr(self, f"do_{fields['do']}")(step)
                step.understood()
        finally:
            self.close()

    @contextlib.contextmanager
    def failing(self, step: Step) -> Iterator[None]:
        case = step.get("fails")
        try:
            yield
        except JournalError as error:
            assert case is not None, f"{step.fields} fails: {error!r}"
            assert type(error) is getattr(JournalError, case), f"{error!r} is no {case}"
            for name in ("field", "fewest", "found", "known"):
                if name in step:
                    assert getattr(error, name) == step[name]
            if "fault" in step:
                assert kebab(error.fault) == step["fault"]  # type: ignore[attr-defined]
            # What would have come of it is not looked at.
            step.read.update(step.fields)
        else:
            assert case is None, f"{step.fields} does not fail"

    @property
    def journal(self) -> Journal:
        assert self.current is not None, "no journal was opened"
        return self.current

    def close(self) -> None:
        if self.current is not None:
            self.current.lock()

    def path(self, name: str) -> Path:
        return self.folder / name

    def vault(self, name: str) -> Store:
        return self.vaults.setdefault(name, Store())

    def unlock(self, step: Step) -> Unlock:
        if "passphrase" in step:
            return Unlock.PASSPHRASE(step["passphrase"])
        if "device" in step:
            return Unlock.DEVICE(self.vault(step["device"]))
        assert step["recovery_code"] is True
        return Unlock.RECOVERY_CODE(self.code)

    def of_backup(self, step: Step) -> str:
        if "passphrase" in step:
            return str(step["passphrase"])
        assert step["recovery_code"] is True
        return self.code

    def begun(self, journal: Journal) -> None:
        self.current = journal
        code = journal.take_recovery_code()
        assert code is not None and journal.take_recovery_code() is None
        self.code = code

    def do_create(self, step: Step) -> None:
        self.close()
        key = NewKey.PASSPHRASE(step["passphrase"], GuessCost.WEAK_FOR_TESTS)
        self.begun(Journal.create(self.path(step["dir"]), key, self.anchor, self.clock))

    def do_open(self, step: Step) -> None:
        self.close()
        folder, older = self.path(step["dir"]), step.get("accept_older", False)
        before = files(folder)
        try:
            self.current = Journal.open(folder, self.unlock(step), self.anchor, self.clock, older)
        except JournalError:
            assert files(folder) == before
            raise

    def do_lock(self, step: Step) -> None:
        self.journal.lock()

    def do_restore(self, step: Step) -> None:
        self.close()
        key = NewKey.PASSPHRASE(step["new_passphrase"], GuessCost.WEAK_FOR_TESTS)
        folder, backup = self.path(step["dir"]), self.backups[step["from"]]
        opens = self.of_backup(step)
        self.begun(Journal.restore(backup, opens, folder, key, self.anchor, self.clock))

    def do_backup(self, step: Step) -> None:
        sink = Sink(step.get("stream"))
        report = self.journal.backup(sink, self.of_backup(step))
        self.backups[step["to"]] = sink.out.getvalue()
        step.expect("records", report.records)

    def do_merge(self, step: Step) -> None:
        report = self.journal.merge(self.backups[step["from"]], self.of_backup(step))
        step.expect("records", report.records)
        step.expect("entries", [report.entries_before, report.entries_after])
        step.expect("conflicts", len(report.conflicts))

    def do_add_key(self, step: Step) -> None:
        key: NewKey
        match step["new"]:
            case {"device": name}:
                key = NewKey.DEVICE(self.vault(name))
            case {"passphrase": text}:
                key = NewKey.PASSPHRASE(text, GuessCost.WEAK_FOR_TESTS)
            case other:
                raise AssertionError(f"no key: {other}")
        self.journal.add_key(self.unlock(step), key)

    def do_keys(self, step: Step) -> None:
        step.expect("kinds", [kebab(key.kind) for key in self.journal.keys()])

    def do_vault(self, step: Step) -> None:
        self.vault(step["name"]).raises = values.vault_error(step["answers"])

    def do_profile(self, step: Step) -> None:
        names = ("name", "list", "treatments", "contacts")
        self.journal.set_profile(values.profile({name: step.get(name) for name in names}))

    def do_record(self, step: Step) -> None:
        recorded = self.journal.record(values.entry(step["entry"]))
        if "as" in step:
            self.entries[step["as"]] = recorded.id
        self.told(step.get("prompt"), recorded.prompt)

    def do_amend(self, step: Step) -> None:
        id = self.entries[step["of"]]
        recorded = self.journal.amend(id, values.entry(step["entry"]))
        self.told(step.get("prompt"), recorded.prompt)

    def do_withdraw(self, step: Step) -> None:
        self.journal.withdraw(self.entries[step["of"]])

    def do_keep_draft(self, step: Step) -> None:
        self.journal.keep_draft(values.maybe_entry(step["entry"]))

    def do_draft(self, step: Step) -> None:
        found = self.journal.draft()
        assert found == values.maybe_entry(step["entry"]), f"entry: {found}"

    def do_today(self, step: Step) -> None:
        today = self.journal.today()
        step.expect("asked", [one.item for one in today.asked])
        said = {one.item: one.yesterday for one in today.asked if one.yesterday is not None}
        step.expect("yesterday", {item: values.told(answer) for item, answer in said.items()})
        step.expect("ask_temperature", today.ask_temperature)
        step.expect("missed", [day.isoformat() for day in today.missed])
        step.expect("treatment_day", today.treatment_day)
        step.expect("days", today.days)
        step.expect("days_answered", today.days_answered)
        step.expect("entries", len(today.entries))
        if "open" in step:
            for expected, found in zip(step["open"], today.open, strict=True):
                self.told(expected, found)

    def do_resolve(self, step: Step) -> None:
        id = self.prompts[step["prompt"]]
        kind = values.member(OutcomeKind, step["outcome"])
        still = self.journal.resolve(id, kind, step.get("contact"), step.get("advice"))
        self.told(step.get("open"), still)

    def do_silence(self, step: Step) -> None:
        self.told(step.get("prompt"), self.journal.notice_silence())

    def do_say(self, step: Step) -> None:
        said = self.journal.say(self.prompts[step["prompt"]], values.member(Lang, step["lang"]))
        step.expect("headline", said.headline)
        if "reasons_have" in step:
            for part, reason in zip(step["reasons_have"], said.reasons, strict=True):
                assert part in reason
        for part in step.get("what_to_say_has", []):
            assert part in said.what_to_say

    def do_series(self, step: Step) -> None:
        series = self.journal.series(step["item"], step["days"])
        step.expect("cells", [values.told(one.cell) for one in series])

    def do_care(self, step: Step) -> None:
        id = self.journal.add_care(values.event(step["event"]), step.get("by"))
        if "as" in step:
            self.around[step["as"]] = id

    def do_amend_care(self, step: Step) -> None:
        id = self.around[step["of"]]
        self.journal.amend_care(id, values.event(step["event"]), step.get("by"))

    def do_withdraw_care(self, step: Step) -> None:
        self.journal.withdraw_care(self.around[step["of"]])

    def do_questions(self, step: Step) -> None:
        asked = [one.question for one in self.journal.questions()]
        step.expect("waiting", [one.text for one in asked if one.answer is None])
        step.expect("answered", [one.text for one in asked if one.answer is not None])

    def do_doses(self, step: Step) -> None:
        doses = self.journal.doses_on(date.fromisoformat(step["day"]))
        status = [kebab(dose.intake.status) if dose.intake else None for dose in doses]
        found = [[dose.minute, dose.medicine, it] for dose, it in zip(doses, status, strict=True)]
        step.expect("doses", found)

    def do_reminders(self, step: Step) -> None:
        found = [one.at for one in self.journal.reminders(step["days"])]
        assert found == [datetime.fromisoformat(moment) for moment in step["moments"]]

    def do_attach(self, step: Step) -> None:
        photo = os.urandom(step["bytes"])
        source = Bytes(photo, step.get("stream"))
        self.journal.attach(date.fromisoformat(step["day"]), step["name"], source)
        self.photos[step["name"]] = photo

    def do_attachments(self, step: Step) -> None:
        kept = self.journal.attachments()
        step.expect("files", [[one.name, one.bytes] for one in kept])
        for one in kept:
            out = io.BytesIO()
            self.journal.attachment(one.id, out)
            assert out.getvalue() == self.photos[one.name]

    def choice(self, step: Step) -> Choice:
        choice = self.journal.usual_choice(values.member(Lang, step["lang"]))
        for name, field in {"from": "since", "to": "to"}.items():
            if name in step:
                setattr(choice, field, date.fromisoformat(step[name]))
        for name in ("with_name", "with_notes"):
            if name in step:
                setattr(choice, name, step[name])
        choice.without = set(step.get("without", []))
        return choice

    def do_preview(self, step: Step) -> None:
        preview = self.journal.preview(self.choice(step))
        step.expect("parts", [section.part for section in preview.sections])
        texts = values.texts_of(preview)
        for part in step.get("has", []):
            assert any(part in text for text in texts), part
        for part in step.get("has_not", []):
            assert not any(part in text for text in texts), part

    def do_export(self, step: Step) -> None:
        choice, sink = self.choice(step), Sink(step.get("stream"))
        if step["format"] == "page":
            assert self.journal.export_page(choice, sink)
        else:
            self.journal.export(choice, values.member(Format, step["format"]), sink)
        file = sink.out.getvalue().decode(errors="replace")
        assert file.startswith(step.get("starts_with", ""))
        assert all(part in file for part in step.get("has", []))
        assert not any(part in file for part in step.get("has_not", []))
        step.expect("lines", file.count("\n"))

    def do_verify(self, step: Step) -> None:
        found = self.journal.verify()
        for name in ("entries", "prompts", "attachments", "anchored"):
            step.expect(name, getattr(found, name))

    def do_copy(self, step: Step) -> None:
        shutil.rmtree(self.path(step["to"]), ignore_errors=True)
        shutil.copytree(self.path(step["from"]), self.path(step["to"]))

    def do_erase(self, step: Step) -> None:
        path = self.path(step["dir"])
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()

    def do_fill(self, step: Step) -> None:
        with self.path(step["file"]).open("wb", buffering=0) as file:
            size = 1 << 20
            while size:
                try:
                    file.write(bytes(size))
                except OSError:
                    size //= 2

    def told(self, expected: dict[str, Any] | None, found: OpenPrompt | None) -> None:
        """A prompt as it is expected, or none."""
        if expected is None or found is None:
            assert (expected is None) == (found is None), f"{found} is not {expected}"
            return
        step = Step({"do": "a prompt", **expected})
        step.get("do")
        prompt = found.prompt
        if "as" in step:
            assert self.prompts.setdefault(step["as"], found.id) == found.id
        step.expect("level", kebab(prompt.level))
        step.expect("at_once", prompt.at_once)
        items = [item for finding in prompt.findings for item in finding.items]
        step.expect("items", list(dict.fromkeys(items)))
        step.expect("rules", [finding.rule for finding in prompt.findings])
        step.expect("call", values.call(found.call))
        if "due" in step:
            assert found.due == datetime.fromisoformat(step["due"])
        step.expect("overdue", found.overdue)
        step.expect("outcomes", [kebab(one.kind) for one in found.outcomes])
        step.understood()


def files(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, byte for byte."""
    every = folder.rglob("*") if folder.is_dir() else []
    return {str(one): one.read_bytes() for one in every if one.is_file()}
