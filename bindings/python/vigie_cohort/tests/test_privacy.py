"""Nobody is told from the results: pseudonyms alone, consent, small groups, no words, and nothing outside the folder."""

import json
from pathlib import Path

import pytest
from conftest import HEADER, Cohort, day, feverish
from vigie_cohort import Refused
from vigie_cohort._files import tells_who
from vigie_cohort._measure import hidden
from vigie_cohort._people import is_pseudonym
from vigie_cohort._files import own_id


@pytest.mark.parametrize(
    "column",
    [
        "Nom",
        "prénom",
        "Date de naissance",
        "birth_date",
        "E-mail",
        "NIR",
        "IPP",
        "Téléphone",
        "n° sécurité sociale"[3:],
        "ZIP",
    ],
)
def test_a_column_of_this_name_tells_who_somebody_is(column: str) -> None:
    assert tells_who(column)


def test_other_columns_do_not() -> None:
    assert not any(tells_who(column) for column in ("patient", "date", "item", "value", "site", "sexe"))


def test_what_tells_who_somebody_is_is_listed_without_telling_it(cohort: Cohort) -> None:
    cohort.rows("good.csv", feverish("a"))
    cohort.file("named.csv", f"patient;nom;date;item;value\nq;Dupont;{day(0)};fatigue;3\n")
    patient = {"resourceType": "Patient", "name": [{"text": "Claire Martin"}], "birthDate": "1984-06-01"}
    cohort.file("Patient.ndjson", json.dumps(patient))
    facts = cohort.run()
    problems = cohort.problems()
    assert problems == [
        ("direct-identifier", "Patient.ndjson", "", "", "Patient.birthDate Patient.name"),
        ("direct-identifier", "named.csv", "", "", "nom"),
    ]
    assert facts["people"]["found"] == 1
    assert not told_in(cohort.out, ["Dupont", "Claire", "Martin", "1984"])


def told_in(folder: Path, words: list[str]) -> list[tuple[str, str]]:
    """Which of these words stand in which file, as bytes or in a column of Parquet."""
    from pyarrow import parquet

    found = []
    for file in folder.rglob("*"):
        if file.is_file():
            held = (
                repr(parquet.read_table(file).to_pylist()).encode()
                if file.suffix == ".parquet"
                else file.read_bytes()
            )
            found += [(file.name, word) for word in words if word.encode() in held]
    return found


@pytest.mark.parametrize(
    ("patient", "is_one"),
    [
        ("P0001", True),
        ("f303ede3-b2e2-8fe1-864e-5ab9404219c2", True),
        ("site3:0042", True),
        ("7", True),
        ("claire.martin@example.org", False),
        ("Claire Martin", False),
        ("Zoé", False),
        ("284067512345678", False),
        ("2840675123456", False),
        ("0612345678", False),
        ("06.12.34.56.78", False),
        ("33612345678", False),
        ("1984-06-01", False),
        ("1984_06_01", False),
        ("file:P0001.diary-2026-11-27", True),
        ("01061984", False),
        ("dupont.1984-06-01", False),
        ("1.84.06.75.123.456", False),
        ("file:siteA.2840675123456", False),
        ("file:siteA.p1~2", True),
        ("19840601-b2e2-8fe1-864e-5ab9404219c2", True),
        ("19840601", False),
        ("01-06-1984", False),
        ("", False),
        ("x" * 129, False),
    ],
)
def test_an_id_that_tells_who_somebody_is_is_none(patient: str, is_one: bool) -> None:
    assert is_pseudonym(patient) is is_one


def test_people_with_such_an_id_are_left_out_and_listed(cohort: Cohort) -> None:
    cohort.rows("a.csv", feverish("0612345678"), feverish("good"))
    facts = cohort.run()
    assert (facts["people"]["found"], facts["people"]["refused"], facts["people"]["watched"]) == (2, 1, 1)
    # By the file and how many rows, for the id is what must not be told.
    assert cohort.problems() == [("bad-id", "a.csv", "", "", "1")]
    assert told_in(cohort.out, ["good"])
    assert not told_in(cohort.out, ["0612345678"])


def test_a_person_without_an_id_is_named_by_their_file(cohort: Cohort) -> None:
    cohort.rows("siteA/p1.csv", feverish("me"))
    cohort.rows("siteB/p1.csv", feverish("me"))
    cohort.rows("siteA/p1.fhir.csv", feverish("me"))
    cohort.run()
    assert sorted(cohort.people()) == ["file:siteA.p1", "file:siteA.p1~1", "file:siteB.p1"]
    assert not cohort.problems()
    assert own_id("P0001/consultation.fhir.json") == "file:P0001.consultation"
    assert own_id("export.001.csv") != own_id("export.002.csv")


def test_a_file_that_is_named_after_somebody_is_told_by_its_number(cohort: Cohort) -> None:
    cohort.rows("good.csv", feverish("a"))
    cohort.rows("2840675123456.csv", feverish("me"))
    cohort.file("Marie Dupont.pdf", b"%PDF-1.7")
    cohort.run()
    assert cohort.problems() == [
        ("corrupt", "#2", "", "", cohort.problems()[0][4]),
        ("bad-id", "#1", "", "", "1"),
    ]
    assert not told_in(cohort.out, ["2840675123456", "Dupont"])


def consent(patient: str, withdrawn: str = "") -> str:
    return f"{patient},2026-01-01,consent:data,study | 2026-01-02 | {withdrawn}"


def test_who_withdrew_is_left_out_wherever_it_is_said_and_counted(cohort: Cohort, tmp_path: Path) -> None:
    cohort.rows(
        "a.csv",
        *(feverish(patient) for patient in ("given", "diary", "fhir", "named", "register", "nothing")),
        consent("given"),
        consent("diary", "2026-02-01"),
    )
    fhir = {
        "resourceType": "Consent",
        "status": "inactive",
        "patient": {"reference": "Patient/fhir"},
        "dateTime": "2026-02-01",
    }
    cohort.file("Consent.ndjson", json.dumps(fhir))
    # Nothing else is used of a file that tells a name.
    named = [
        {**fhir, "patient": {"reference": "Patient/named"}},
        {"resourceType": "Patient", "name": [{"text": "C"}]},
    ]
    cohort.file("named.ndjson", "\n".join(map(json.dumps, named)))
    register = tmp_path / "register.csv"
    register.write_text("patient;consent\nregister;withdrawn\ndiary;given\nunknown;given\n")
    facts = cohort.run(register=str(register))
    assert facts["people"] == {"found": 6, "withdrawn": 4, "refused": 0, "not_stated": 1, "watched": 2}
    assert {
        one: record["consent"] for one, record in cohort.people().items() if record["left_out"] is None
    } == {
        "given": "given",
        "nothing": "not-stated",
    }
    assert cohort.problems() == [
        ("direct-identifier", "named.ndjson", "", "", "Patient.name"),
        ("unknown-person", "", "", "unknown", ""),
    ]
    said = {json.loads(line)["patient"] for line in cohort.lines().splitlines()}
    assert said == {"given", "nothing"}


def test_consent_can_be_required(cohort: Cohort) -> None:
    cohort.rows("a.csv", feverish("given"), feverish("nothing"), consent("given"))
    facts = cohort.run(require_consent=True)
    assert facts["people"] == {"found": 2, "withdrawn": 0, "refused": 1, "not_stated": 0, "watched": 1}
    assert cohort.people()["nothing"]["left_out"] == "no-consent"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("patient,name,consent\na,b,given\n", "register-header"),
        ("patient,consent\na,yes\n", "register-line"),
        ("patient,consent\n,given\n", "register-line"),
        ("", "register-header"),
    ],
)
def test_a_register_that_cannot_be_understood_stops_the_run(
    cohort: Cohort, tmp_path: Path, text: str, key: str
) -> None:
    cohort.rows("a.csv", feverish("a"))
    register = tmp_path / "register.csv"
    register.write_text(text)
    with pytest.raises(Refused) as refused:
        cohort.run(register=str(register))
    assert refused.value.key == key
    assert not cohort.out.exists()


def test_groups_of_fewer_than_ten_have_no_number_anywhere(cohort: Cohort) -> None:
    # Nine people have a fever, ten have shivers with one.
    rows = [feverish(f"f{n}") for n in range(9)]
    rows += [row for n in range(10) for row in (feverish(f"s{n}"), f"s{n},{day(0)},tick:confusion,yes")]
    cohort.rows("a.csv", *rows)
    facts = cohort.run()
    few = [one for one in facts["rates"] if one["prompts"] is None]
    many = [one for one in facts["rates"] if one["prompts"] is not None]
    assert few and many
    assert all(one["people"] is None and one["per_100_days"] is None for one in few)
    assert all((one["people"] or 0) >= 10 for one in many)
    text = json.dumps(facts["rates"])
    assert '"people": 9' not in text and '"prompts": 9' not in text


def test_no_subtraction_tells_what_is_hidden() -> None:
    # Something hidden by itself or together is of fewer than ten: the smallest of the others goes with it.
    assert hidden({0: 30, 1: 9, 2: 12, 3: 0}) == {1, 2}
    assert hidden({0: 30, 1: 3, 2: 2}) == {0, 1, 2}
    assert hidden({0: 30, 1: 12, 2: 0}) == set()
    assert hidden({0: 9}) == {0}


def test_a_rule_that_one_pack_hides_is_hidden_in_all(cohort: Cohort, tmp_path: Path) -> None:
    rules = json.loads(
        (Path(__file__).resolve().parents[4] / "core/watch/rules/vigie-general.json").read_text()
    )
    rules["rules"] = [rule for rule in rules["rules"] if rule["id"] != "fever"]
    (tmp_path / "other.json").write_text(json.dumps(rules))
    rows = [f"c{n},{day(0)},tick:confusion,yes" for n in range(11)]
    rows += [f"s{n},{day(0)},fatigue,9" for n in range(12)] + [feverish(f"f{n}") for n in range(3)]
    cohort.rows("a.csv", *rows)
    facts = cohort.run(rules=[str(tmp_path / "other.json")])
    by_rule: dict[tuple[str, str], set[bool]] = {}
    for rate in facts["rates"]:
        by_rule.setdefault((rate["level"], rate["rule"]), set()).add(rate["prompts"] is None)
    assert all(len(one) == 1 for one in by_rule.values()), by_rule
    assert True in set().union(*by_rule.values()) and False in set().union(*by_rule.values())


def test_the_days_of_few_people_are_not_told(cohort: Cohort) -> None:
    cohort.rows("a.csv", *(feverish(f"p{n}") for n in range(9)))
    facts = cohort.run()
    assert facts["days"] == {"answered": None, "span": None}
    assert all(one["prompts"] is None for one in facts["rates"])


def test_words_and_names_stay_behind(cohort: Cohort) -> None:
    cohort.file(
        "a.csv",
        HEADER
        + f"a,{day(0)},note,Vu le Dr Roux\na,{day(0)},author,Paul\na,{day(0)},painkiller:sirop de Zoé,yes\n"
        f"a,{day(0)},administration,FOLFIRINOX\na,{day(1)},appointment:consultation,| Dr Roux | CHU de Brest\n"
        f"a,{day(1)},temperature,38.9\n",
    )
    cohort.run()
    assert told_in(cohort.out, ["fever"])
    assert not told_in(cohort.out, ["Roux", "Paul", "Zoé", "FOLFIRINOX", "Brest"])
