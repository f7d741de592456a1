"""Bad input is counted and listed, and nothing of it is silently dropped."""

import json

from conftest import Cohort, day, feverish
from vigie_cohort import Facts


def counted(facts: Facts) -> dict[str, int]:
    return {one["kind"]: one["count"] for one in facts["problems"]}


def listed(cohort: Cohort, kind: str) -> list[tuple[str, ...]]:
    return [problem[1:] for problem in cohort.problems() if problem[0] == kind]


def test_what_cannot_be_read_is_listed_and_the_others_are_watched(cohort: Cohort) -> None:
    cohort.rows("good.csv", feverish("a"))
    cohort.file("cut.fhir.json", '{"resourceType":"Bundle","type":"document","entry":[{"resource":{"resou')
    cohort.file("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00")
    cohort.file("empty.csv", "")
    cohort.file("header.csv", "patient,date,item,value\n")
    cohort.rows("bad.csv", "b,2026-03-02,fatigue,11", feverish("b"), "b,2026-03-02,fatigue")
    facts = cohort.run()
    assert counted(facts) == {"bad-row": 3, "corrupt": 2, "empty": 1}
    assert {name for name, *_ in listed(cohort, "corrupt")} == {"picture.png", "empty.csv"}
    assert listed(cohort, "empty") == [("header.csv", "", "", "")]
    rows = listed(cohort, "bad-row")
    assert [(name, line) for name, line, *_ in rows] == [
        ("bad.csv", "2"),
        ("bad.csv", "4"),
        ("cut.fhir.json", "1"),
    ]
    assert [what for *_, what in rows] == [
        "Fatigue: a whole number from 0 to 10",
        "3 fields instead of 4",
        "this is not a FHIR resource, or the file is cut off",
    ]
    assert (facts["rows"]["read"], facts["rows"]["bad"], facts["rows"]["watched"]) == (5, 3, 2)
    assert facts["people"]["watched"] == 2
    assert cohort.lines().count(b'"fever"') >= 2


def test_somebody_in_two_files_is_one_person_and_what_differs_is_counted(cohort: Cohort) -> None:
    cohort.rows("first.csv", f"d,{day(0)},fatigue,3", f"d,{day(0)},nausea,1", f"d,{day(1)},fatigue,2")
    cohort.rows("second.csv", f"d,{day(0)},fatigue,9", f"d,{day(0)},nausea,1", f"d,{day(2)},fatigue,2")
    cohort.rows("other.csv", f"e,{day(0)},fatigue,3", f"e,{day(0)},fatigue,4")
    facts = cohort.run()
    assert counted(facts) == {"duplicate": 1}
    assert listed(cohort, "duplicate") == [("", "", "d", "1")]
    person = cohort.people()["d"]
    assert (person["files"], person["differing"], person["days"], person["rows"]) == (2, 1, 3, 6)
    # The worse rating of the day counts, as in a journal.
    severe = [json.loads(line) for line in cohort.lines().splitlines() if b'"severe"' in line]
    assert [(one["patient"], one["evidence"]["now"]) for one in severe] == [("d", 9.0)]


def prompt(patient: str, hour: int, offset: int, reached_after: float | None = None) -> str:
    midnight = 1_795_392_000_000  # 2026-11-23 in UTC
    moment = {"utc_millis": midnight + hour * 3_600_000, "offset_minutes": offset}
    finding = {
        "rule": "fever", "channel": "flag", "level": "today", "at_once": False, "items": ["temperature"], "score": None,
        "threshold": None,
        "evidence": {"from": "2026-11-23", "to": "2026-11-23", "answers": 1, "now": 38.6, "before": None,
                     "before_answers": None, "basis": None, "ticks": []},
    }  # fmt: skip
    told = {
        "at": moment,
        "level": "today",
        "at_once": False,
        "findings": [finding],
        "pack": "p",
        "pack_version": 1,
    }
    if reached_after is not None:
        at = {"utc_millis": moment["utc_millis"] + int(reached_after * 3_600_000), "offset_minutes": offset}
        told["outcomes"] = [
            {"at": moment, "kind": "no-answer"},
            {"at": at, "kind": "reached", "contact": "Mme Roux"},
        ]
    text = json.dumps(told, separators=(",", ":")).replace('"', '""')
    return f'{patient},2026-11-23,prompt,"{text}"'


def test_two_time_zones_are_listed_and_delays_are_between_moments(cohort: Cohort) -> None:
    rows = [prompt(f"p{n:02}", 8, 60, reached_after=n) for n in range(12)]
    rows += [
        prompt("p00", 20, 120, reached_after=2),
        prompt("p01", 9, 540, reached_after=3),
        prompt("p02", 30, 60),
    ]
    cohort.rows("told.csv", *rows)
    # The same prompt in a later export, where somebody had answered by then.
    cohort.rows("later.csv", prompt("p02", 30, 60, reached_after=40))
    facts = cohort.run()
    assert counted(facts) == {"duplicate": 1, "time-zones": 1}
    assert listed(cohort, "time-zones") == [("", "", "p01", "60 540")]
    [delay] = facts["delays"]
    hours = sorted([*range(12), 2, 3, 40])
    assert (delay["prompts"], delay["reached"], delay["people"]) == (15, 15, 12)
    assert delay["median_hours"] == hours[7]
    assert delay["quarter_hours"] == (hours[3] + hours[4]) / 2
    # One waited longer: the share of the others would tell of that one.
    assert delay["within_24h"] is None
    assert facts["days"] == {"answered": 0, "span": 0}


def test_one_person_with_more_rows_than_anybody_is_watched_and_listed(cohort: Cohort) -> None:
    many = (f"big,{day(n % 4000)},{item},{n % 4}" for n in range(13_000) for item in EIGHT)
    cohort.rows("big.csv", *many)
    cohort.rows("small.csv", *(f"s{n},{day(n)},fatigue,2" for n in range(50)))
    facts = cohort.run(daily=False, lines=False)
    assert counted(facts) == {"many-rows": 1}
    assert listed(cohort, "many-rows") == [("", "", "big", "104000")]
    assert facts["people"]["watched"] == 51
    assert not (cohort.out / "daily.parquet").exists() and not (cohort.out / "lines").exists()


EIGHT = ("fatigue", "nausea", "appetite", "sleep", "worry", "tingling", "breathlessness", "pain:lower-back")
