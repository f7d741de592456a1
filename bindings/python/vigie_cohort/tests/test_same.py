"""A cohort is watched as one table is: the lines are those of `vigie replay`, to the byte, and the columns hold what they say."""

import json
import os
from pathlib import Path

import pyarrow as pa
import pytest
import vigie
from conftest import HEADER, Cohort, day, lines_of

#: The rules that every copy of the program has.
RULES = Path(__file__).resolve().parents[4] / "core/watch/rules/vigie-general.json"
#: Real diaries lie beside the project, not in it; without them their test says so and ends.
REAL = os.environ.get("VIGIE_REAL_DIARIES")
#: A table of two thousand made-up people, sorted by patient.
SIMULATED = os.environ.get("VIGIE_SIMULATED")


def split(table: Path, into: int) -> list[str]:
    """The rows of a table dealt out to files, so that everybody's rows lie in several and in no order."""
    rows = table.read_text(encoding="utf-8").splitlines(keepends=True)[1:]
    return [HEADER + "".join(rows[at::into]) for at in range(into)]


def test_the_real_diaries_give_the_lines_of_the_command(cohort: Cohort, command: str) -> None:
    if REAL is None:
        print("the real diaries are not beside the project: not run")
        return
    table = Path(REAL) / "pain-9-people-nrs.csv"
    for at, part in enumerate(split(table, 5)):
        cohort.file(f"part-{at}.csv", part)
    facts = cohort.run()
    assert cohort.lines() == lines_of(command, table)
    assert (facts["people"]["watched"], facts["rows"]["bad"]) == (9, 0)


@pytest.mark.skipif(SIMULATED is None, reason="VIGIE_SIMULATED does not name the table of made-up people")
def test_two_thousand_made_up_people_give_the_lines_of_the_command(cohort: Cohort, command: str) -> None:
    table = Path(str(SIMULATED))
    cohort.file("one/all.csv", table.read_bytes())
    facts = cohort.run()
    wanted = lines_of(command, table)
    assert len(wanted) > 10_000_000
    assert cohort.lines() == wanted
    assert facts["people"] == {
        "found": 2000, "withdrawn": 0, "refused": 0, "not_stated": 2000, "watched": 2000,
    }  # fmt: skip
    lines = [json.loads(line) for line in wanted.splitlines()]
    said = [line for line in lines if "items" in line]
    # The rates are those that anybody counts from the lines.
    for level in facts["levels"]:
        of_level = [line for line in said if line["level"] == level["level"]]
        people = len({line["patient"] for line in of_level})
        shown = (len(of_level), people) if people == 0 or people >= 10 else (None, None)
        assert (level["prompts"], level["people"]) == shown
        if level["prompts"]:
            assert level["per_100_days"] == pytest.approx(
                100 * len(of_level) / (facts["days"]["answered"] or 0)
            )
    rows = table.read_text().splitlines()[1:]
    assert facts["days"]["answered"] == len({tuple(row.split(",")[:2]) for row in rows})
    spans: dict[str, tuple[str, str]] = {}
    for row in rows:
        patient, date = row.split(",")[:2]
        first, last = spans.get(patient, (date, date))
        spans[patient] = (min(first, date), max(last, date))
    length = (
        pa.scalar(last).cast(pa.date32()).as_py() - pa.scalar(first).cast(pa.date32()).as_py()
        for first, last in spans.values()
    )
    assert facts["days"]["span"] == sum(one.days + 1 for one in length)
    assert sum(one["people"] or 0 for one in facts["completeness"]) <= 2000


def odd() -> str:
    """Rows of every kind, people of one day, ids whose bytes sort otherwise than their letters, and words that JSON writes otherwise."""
    rows = []
    for number, patient in enumerate(["b", "B", "a.1", "a-1", "a1", "0", "me"]):
        for after in range(0, 40, number + 1):
            rows.append(f"{patient},{day(after)},fatigue,{min(10, after // 4 + number)}")
            rows.append(f'{patient},{day(after)},"own:""items"":[ ""é\\""\u2028x",{after % 5}')
            if after % 7 == number:
                rows.append(f"{patient},{day(after)},note,Vu le Dr Roux")
                rows.append(f"{patient},{day(after + 50)},question,Et après ?")
                rows.append(f"{patient},{day(after)},tick:shivering,yes")
                rows.append(f"{patient},{day(after)},temperature,38.4")
                rows.append(f"{patient},{day(after)},administration,FOLFOX")
                rows.append(f"{patient},{day(after)},too-unwell,yes")
    return HEADER + "\n".join(rows) + "\n"


def test_odd_rows_in_odd_files_give_the_lines_of_the_command(
    cohort: Cohort, command: str, tmp_path: Path
) -> None:
    # `me` gets the name of its file, so the command is given that.
    table = tmp_path / "all.csv"
    table.write_text(odd().replace("\nme,", "\nfile:site.odd,"), encoding="utf-8")
    spreadsheet = odd().replace(",", ";").replace("\n", "\r\n")
    cohort.file("site/odd.csv", "\ufeff" + spreadsheet)
    cohort.run()
    assert cohort.lines() == lines_of(command, table)


def test_the_columns_hold_what_the_core_gives(cohort: Cohort) -> None:
    table = odd().replace("\nme,", "\nz,").encode()
    cohort.file("odd.csv", table)
    cohort.run()
    wanted = vigie.replay(table, daily=True, to="arrow")
    by = [("patient", "ascending"), ("place", "ascending")]
    for name, columns in (("prompts", wanted.prompts), ("daily", wanted.daily)):
        made = cohort.table(name).sort_by(by)
        assert set(made["pack"].to_pylist()) == {"built-in"}
        assert made.select(columns.column_names).to_pylist() == columns.to_pylist()
        assert len(columns) > 40
    lines = cohort.table("prompts").sort_by(by)["line"].to_pylist()
    assert lines == [
        line for line in wanted.lines.decode().split("\n") if '"items":[' in line.replace('\\"', "")
    ]


def test_another_rule_pack_stands_beside(cohort: Cohort, command: str, tmp_path: Path) -> None:
    table = cohort.file("odd.csv", odd().replace("\nme,", "\nz,"))
    stricter = json.loads(RULES.read_text(encoding="utf-8"))
    stricter["name"], stricter["version"] = "team", 3
    for rule in stricter["rules"]:
        if rule["id"] == "fever":
            rule["level"] = "now"
    pack = tmp_path / "stricter.json"
    pack.write_text(json.dumps(stricter), encoding="utf-8")
    facts = cohort.run(rules=[str(pack)])
    assert cohort.lines() == lines_of(command, table)
    assert cohort.lines("stricter.json") == lines_of(command, table, "--rules", str(pack))
    assert cohort.lines() != cohort.lines("stricter.json")
    assert [(one["label"], one["name"], one["version"]) for one in facts["packs"]][1] == (
        "stricter.json",
        "team",
        3,
    )
    now = {one["level"]: one for one in facts["compared"]}["now"]
    # Seven people: too few to be shown, but not nothing.
    assert (now["both"], now["only_first"], now["only_other"]) == (None, None, None)


def test_fhir_is_watched_as_the_command_watches_it(cohort: Cohort, command: str, tmp_path: Path) -> None:
    own = "urn:oid:2.25.14526257825348870106144872215556004493"

    def check_in(patient: str, after: int, rating: int) -> str:
        return json.dumps(
            {
                "resourceType": "Observation",
                "status": "final",
                "code": {"coding": [{"system": own, "code": "check-in"}]},
                "subject": {"reference": f"Patient/{patient}"},
                "effectiveDateTime": f"{day(after)}T21:00:00+02:00",
                "component": [
                    {"code": {"coding": [{"system": own, "code": "fatigue"}]}, "valueInteger": rating}
                ],
            }
        )

    lines = [check_in(patient, after, after // 3) for patient in ("f1", "f2") for after in range(30)]
    ndjson = cohort.file("Observation.ndjson", "\n".join(lines) + "\n")
    cohort.run()
    assert len(cohort.lines()) > 1000
    assert cohort.lines() == lines_of(command, ndjson)
