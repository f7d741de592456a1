"""A journal from its making to its locking, as a Python program uses it."""

import weakref
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hand import DAY, PASSPHRASE, Marks, Set, created, new_key, opened, rated, unlock

import vigie
from vigie import (
    Alarm,
    Answer,
    Call,
    CareContact,
    CareRole,
    Cell,
    Journal,
    JournalError,
    Lang,
    OutcomeKind,
    PromptLevel,
    Unlock,
)


def test_what_was_recorded_is_there_when_the_journal_is_opened_again(tmp_path: Path) -> None:
    assert not vigie.is_there(tmp_path)
    with created(tmp_path) as journal:
        code = journal.take_recovery_code()
        assert code is not None
        assert journal.take_recovery_code() is None
        recorded = journal.record(rated(3))
        assert recorded.prompt is None
    assert vigie.is_there(tmp_path)
    for key in (unlock(), Unlock.RECOVERY_CODE(code.lower().replace("-", " "))):
        with Journal.open(tmp_path, key, clock=Set()) as journal:
            [kept] = journal.entries()
            assert kept.id == recorded.id
            assert kept.entry == rated(3)
            assert [one.cell for one in journal.series("fatigue", 2)] == [
                Cell.NO_ENTRY(),
                Cell.RATED(3),
            ]


def test_a_prompt_is_told_called_for_and_closed(tmp_path: Path) -> None:
    nurse = CareContact(role=CareRole.NURSE, name="Mme Martin", phone="0199001234")
    with created(tmp_path) as journal:
        profile = journal.profile()
        profile.contacts.append(nurse)
        journal.set_profile(profile)
        open_prompt = journal.record(rated(2, temperature=38.6)).prompt
        assert open_prompt is not None
        assert open_prompt.prompt.level is PromptLevel.TODAY
        assert open_prompt.call == Call.CONTACT(nurse)
        assert "38.6" in journal.say(open_prompt.id, Lang.EN).reasons[0]
        waits = journal.resolve(open_prompt.id, OutcomeKind.NO_ANSWER, contact="Mme Martin")
        assert waits is not None and waits.id == open_prompt.id
        assert journal.resolve(open_prompt.id, OutcomeKind.REACHED) is None
        assert journal.open_prompts() == []
        [story] = journal.prompts()
        assert story.closed
        assert [one.kind for one in story.outcomes] == [OutcomeKind.NO_ANSWER, OutcomeKind.REACHED]


def test_signs_and_other_answers_come_back_as_they_went_in(tmp_path: Path) -> None:
    entry = rated(10, ticks={Alarm.SHIVERING}, note="Une nuit\nsans sommeil 🌙", weight=71.25)
    entry.answers["nausea"] = Answer.SKIPPED()
    entry.answers["own:goût de métal"] = Answer.TOO_UNWELL()
    with created(tmp_path) as journal:
        journal.record(entry)
        assert journal.entries()[0].entry == entry


def test_the_end_of_with_locks_whatever_happened(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), created(tmp_path) as journal:
        1 / 0  # noqa: B018
    with pytest.raises(JournalError.Locked):
        journal.today()
    journal.lock()  # again does nothing
    opened(tmp_path).lock()


def test_a_journal_that_is_dropped_without_locking_can_be_opened_again(tmp_path: Path) -> None:
    journal = created(tmp_path)
    journal.record(rated(1))
    gone = weakref.ref(journal)
    del journal
    assert gone() is None
    with opened(tmp_path) as journal:
        assert len(journal.entries()) == 1


def test_an_older_copy_put_back_is_noticed_by_an_anchor_in_python(tmp_path: Path) -> None:
    marks, file = Marks(), tmp_path / "journal.vigie"
    with created(tmp_path, marks) as journal:
        assert journal.is_anchored()
        journal.record(rated(1))
    older = file.read_bytes()
    with opened(tmp_path, marks) as journal:
        journal.record(rated(2))
    file.write_bytes(older)
    with pytest.raises(JournalError.OlderCopy) as refused:
        opened(tmp_path, marks)
    assert refused.value.found < refused.value.known
    with opened(tmp_path, marks, accept_older=True) as journal:
        assert len(journal.entries()) == 1


def test_the_clock_that_is_handed_in_says_what_day_it_is(tmp_path: Path) -> None:
    clock = Set()
    with Journal.create(tmp_path, new_key(), clock=clock) as journal:
        assert journal.now() == clock.at
        assert journal.now().utcoffset() == timedelta(hours=1)
        assert journal.today().day == DAY
        clock.later(days=1)
        assert journal.today().day == DAY + timedelta(days=1)


def test_a_clock_without_an_offset_is_refused_at_once(tmp_path: Path) -> None:
    clock = Set()
    clock.at = datetime(2026, 11, 23, 10)
    with pytest.raises(ValueError, match="offset"):
        Journal.create(tmp_path, new_key(), clock=clock)
    assert not vigie.is_there(tmp_path)


def test_a_backup_becomes_a_journal_elsewhere(tmp_path: Path) -> None:
    backup = tmp_path / "backup.age"
    with created(tmp_path / "one") as journal:
        journal.record(rated(4))
        report = journal.backup(backup, PASSPHRASE)
    assert vigie.check_backup(backup, PASSPHRASE) == report
    there = Journal.restore(backup.read_bytes(), PASSPHRASE, tmp_path / "two", new_key(), clock=Set())
    with there as journal:
        assert isinstance(journal, Journal)
        assert journal.entries()[0].entry == rated(4)
        assert journal.take_recovery_code() is not None


def test_what_is_readable_of_a_damaged_journal_becomes_another(tmp_path: Path) -> None:
    with created(tmp_path / "one") as journal:
        journal.record(rated(4))
    rescue = vigie.Rescue.read(tmp_path / "one", unlock())
    assert rescue.found().entries == 1
    with rescue.make_journal(tmp_path / "two", new_key(), clock=Set()) as journal:
        assert isinstance(journal, Journal)
        assert len(journal.entries()) == 1
