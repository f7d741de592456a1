"""Records and enums of the core as Python has them: shown with what they hold, compared, hashed, copied, matched, checked."""

import copy
import dataclasses
import datetime
import pickle
from pathlib import Path

import pytest
from hand import DAY, created, rated

import vigie
from vigie import (
    Alarm,
    Answer,
    Call,
    Cell,
    DailyEntry,
    KeptEntry,
    Named,
    NewKey,
    PainDetail,
    Painkiller,
    PainQuality,
    Recorded,
    Said,
    Unlock,
    Words,
)

ENTRY = DailyEntry(
    day=DAY,
    answers={"fatigue": Answer.RATED(3), "nausea": Answer.TOO_UNWELL()},
    ticks={Alarm.FIT},
    pains={"hip-left": PainDetail(quality=PainQuality.ACHING)},
    administration=Named(name="FOLFOX"),
    painkillers=[Painkiller(name="Doliprane", helped=True)],
)


def test_a_record_is_shown_with_all_it_holds_however_deep() -> None:
    shown = repr(KeptEntry(id="7", entry=ENTRY))
    assert shown == str(KeptEntry(id="7", entry=ENTRY))
    assert shown == (
        "KeptEntry(id='7', entry=DailyEntry(day=datetime.date(2026, 11, 23), answers={'fatigue': Answer.RATED(rating=3), "
        "'nausea': Answer.TOO_UNWELL()}, state=None, too_unwell=False, temperature=None, weight=None, "
        f"ticks={{{Alarm.FIT!r}}}, pains={{'hip-left': PainDetail(quality={PainQuality.ACHING!r}, wakes_at_night=False)}}, "
        "same_as_before=set(), administration=Named(name='FOLFOX'), treatment_change=None, "
        "painkillers=[Painkiller(name='Doliprane', helped=True)], note=None, question=None, caregiver=None, imported=False))"
    )


@pytest.mark.parametrize(
    "key",
    [
        NewKey.PASSPHRASE("un secret bien long"),
        NewKey.RECOVERY_CODE("un secret bien long"),
        Unlock.PASSPHRASE("un secret bien long"),
        Unlock.RECOVERY_CODE("un secret bien long"),
    ],
)
def test_a_key_is_shown_without_its_secret(key: object) -> None:
    assert "secret" not in f"{key} {key!r} {[key]}"
    assert type(key).__qualname__ in repr(key)


def test_records_are_compared_with_anything() -> None:
    same: list[tuple[object, object]] = [
        (ENTRY, copy.deepcopy(ENTRY)),
        (Answer.RATED(3), Answer.RATED(3)),
        (Answer.SKIPPED(), Answer.SKIPPED()),
    ]
    other: list[tuple[object, object]] = [
        (ENTRY, dataclasses.replace(ENTRY, note="autre")),
        (ENTRY, None),
        (ENTRY, 7),
        (Said(fr="a", en="b"), Recorded(id="a", prompt=None)),
        (Answer.RATED(3), Answer.RATED(4)),
        (Answer.SKIPPED(), Answer.TOO_UNWELL()),
        (Answer.RATED(3), Cell.RATED(3)),
        (Answer.RATED(3), 3),
    ]
    assert all(one == two for one, two in same)
    assert all(one != two and two != one for one, two in other)


def test_cases_of_enums_are_hashed_and_records_that_can_be_changed_are_not() -> None:
    assert {Answer.RATED(3): 1}[Answer.RATED(3)] == 1
    assert len({Cell.RATED(1), Cell.RATED(1), Cell.RATED(2), Cell.SKIPPED(), Cell.SKIPPED()}) == 3
    assert {Alarm.FIT} == {Alarm.FIT}
    with pytest.raises(TypeError, match="unhashable"):
        hash(ENTRY)
    with pytest.raises(TypeError, match="unhashable"):
        hash(Call.CONTACT(vigie.CareContact(role=vigie.CareRole.NURSE, name="a", phone="1")))


@pytest.mark.parametrize("value", [ENTRY, Answer.RATED(3), Cell.NO_ENTRY(), Alarm.FIT])
def test_values_are_copied_and_sent_to_other_processes(value: object) -> None:
    assert copy.copy(value) == value
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value


def test_records_are_dataclasses_with_their_fields() -> None:
    names = [field.name for field in dataclasses.fields(Painkiller)]
    assert names == ["name", "helped"]
    assert dataclasses.asdict(Painkiller(name="a", helped=None)) == {"name": "a", "helped": None}
    assert dataclasses.asdict(KeptEntry(id="7", entry=ENTRY))["entry"]["day"] == DAY


def test_cases_are_matched_with_what_they_hold() -> None:
    def told(answer: Answer) -> str:
        match answer:
            case Answer.RATED(rating):
                return f"{rating} of 10"
            case Answer.SKIPPED():
                return "left"
            case _:
                return "too unwell"

    every = [Answer.RATED(7), Answer.SKIPPED(), Answer.TOO_UNWELL()]
    assert [told(one) for one in every] == ["7 of 10", "left", "too unwell"]
    match ENTRY:
        case DailyEntry(day=day, administration=Named(name=name)):
            assert (day, name) == (DAY, "FOLFOX")
        case _:
            pytest.fail("a record is matched by its fields")


NOW = datetime.datetime(2026, 11, 23, 10)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (DailyEntry(day=NOW), "a day is a datetime.date, and datetime was given"),
        (DailyEntry(day="2026-11-23"), "a day is a datetime.date, and str was given"),  # type: ignore[arg-type]
        (DailyEntry(day=DAY, answers={"fatigue": 3}), "Answer expected, int given"),  # type: ignore[dict-item]
        (DailyEntry(day=DAY, answers={"a": Answer.SKIPPED}), "an instance of Answer expected"),  # type: ignore[dict-item]
        (DailyEntry(day=DAY, ticks={"fit"}), "Alarm expected, str given"),  # type: ignore[arg-type]
        (DailyEntry(day=DAY, administration="FOLFOX"), "Named expected, str given"),  # type: ignore[arg-type]
        ("fatigue 3", "DailyEntry expected, str given"),
    ],
)
def test_what_has_another_type_is_a_type_error_that_says_which(
    entry: DailyEntry, expected: str, tmp_path: Path
) -> None:
    with created(tmp_path) as journal:
        with pytest.raises(TypeError, match=expected):
            journal.record(entry)
        assert journal.entries() == []


def test_a_moment_without_an_offset_is_refused_and_one_with_any_is_taken(tmp_path: Path) -> None:
    with created(tmp_path) as journal:
        with pytest.raises(ValueError, match="offset"):
            journal.who_answers(NOW)
        with pytest.raises(TypeError, match="datetime.datetime"):
            journal.who_answers(DAY)  # type: ignore[arg-type]
        for moment in (NOW.astimezone(), NOW.replace(tzinfo=datetime.timezone.utc, microsecond=1)):
            assert journal.who_answers(moment) == Call.TEAM()


def test_days_and_moments_come_as_pythons_own(tmp_path: Path) -> None:
    with created(tmp_path) as journal:
        prompt = journal.record(rated(9)).prompt
        assert prompt is not None
        assert prompt.prompt.day == DAY
        assert type(prompt.prompt.day) is datetime.date
        assert prompt.due.utcoffset() is not None
        assert prompt.prompt.findings[0].evidence.since == DAY


def test_the_words_of_both_languages_are_there() -> None:
    french, english = Words(vigie.Lang.FR), Words(vigie.Lang.EN)
    assert french.day(DAY) == "23\u00a0novembre\u00a02026"
    for item in vigie.catalogue():
        assert french.question(item) != english.question(item)
