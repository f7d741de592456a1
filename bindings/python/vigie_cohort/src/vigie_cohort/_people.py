"""Who is watched: one record a person, and why somebody is left out."""

import re
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

#: Rows that are no answers of a day.
BESIDE: Final = pa.array(["prompt", "consent"])

#: The file number of what stands in the register rather than in a diary.
REGISTER: Final = -1

#: More rows than anybody's diary has: fifty a day for five years.
MANY_ROWS: Final = 100_000

_PSEUDONYM: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,127}")
#: What is a pseudonym by its signs, and tells who somebody is all the same.
_DIRECT: Final = (
    # A French social security number, with or without its key: sex, year, month, and ten or eight digits more.
    re.compile(r"[1-478]\d\d(0[1-9]|1[0-2]|[2-9]\d)(\d\d|2[AB])\d{6}(\d\d)?"),
    # A telephone number in France, or with the country before it.
    re.compile(r"0[1-9]([.-]?\d\d){4}|(00|33)\d{9,13}"),
    # A day of birth.
    re.compile(r"(19|20)\d\d[-.:]?(0[1-9]|1[0-2])[-.:]?(0[1-9]|[12]\d|3[01])"),
    re.compile(r"(0[1-9]|[12]\d|3[01])[-.:](0[1-9]|1[0-2])[-.:](19|20)\d\d"),
)


def is_pseudonym(patient: str) -> bool:
    """Whether an id can stand for somebody without telling who it is, as far as its signs say: a name passes for a pseudonym."""
    return _PSEUDONYM.fullmatch(patient) is not None and not any(one.fullmatch(patient) for one in _DIRECT)


def people(rows: pa.Table, require_consent: bool) -> list[dict[str, Any]]:
    """A record for each person of these rows, which are all of theirs, in the order of their ids.

    `shown` is the id as the results may hold it: nothing when it tells who somebody is. `left_out` tells why somebody is not watched: `bad-id`, `withdrawn`, `no-consent`, or `unknown-person` of whom only the register
    knows.
    """
    said = rows.filter(pc.greater(rows["file"], REGISTER))
    counted = _by(said, [("item", "count"), ("file", "min")])
    # A consent comes with other files than the diary, and makes no second diary.
    diaries = _by(said.filter(pc.not_equal(said["item"], "consent")), [("file", "count_distinct")])
    days = _by(_answers(said), [("date", "count_distinct"), ("date", "min"), ("date", "max")])
    consents = _by(rows.filter(pc.equal(rows["item"], "consent")), [("value", "distinct")])
    differing = _differing(said, [one for one, of in diaries.items() if of["file_count_distinct"] > 1])
    found = []
    for patient in sorted(rows["patient"].unique().to_pylist(), key=str.encode):
        of_all, of_days = counted.get(patient, {}), days.get(patient, {})
        consent = _consent(consents.get(patient, {}).get("value_distinct", []))
        found.append(
            {
                "patient": patient,
                "shown": patient if is_pseudonym(patient) else "",
                "file": of_all.get("file_min"),
                "left_out": _left_out(patient, bool(of_all), consent, require_consent),
                "consent": consent,
                "rows": of_all.get("item_count", 0),
                "files": diaries.get(patient, {}).get("file_count_distinct", 0),
                "differing": differing.get(patient, 0),
                "days": of_days.get("date_count_distinct", 0),
                "first": of_days.get("date_min"),
                "last": of_days.get("date_max"),
            }
        )
    return found


def _answers(rows: pa.Table) -> pa.Table:
    return rows.filter(pc.invert(pc.is_in(rows["item"], BESIDE)))


def _by(rows: pa.Table, asked: list[tuple[str, str]]) -> dict[str, dict[str, Any]]:
    return {one["patient"]: one for one in rows.group_by("patient").aggregate(asked).to_pylist()}


def _consent(values: list[str]) -> str:
    """A withdrawal counts wherever it stands, whatever else was signed."""
    if "withdrawn" in values:
        return "withdrawn"
    return "given" if values else "not-stated"


def _left_out(patient: str, has_rows: bool, consent: str, require_consent: bool) -> str | None:
    if not has_rows:
        return "unknown-person"
    if consent == "withdrawn":
        return "withdrawn"
    if not is_pseudonym(patient):
        return "bad-id"
    return "no-consent" if require_consent and consent != "given" else None


def _differing(rows: pa.Table, of: list[str]) -> dict[str, int]:
    """Of those whose rows come from several files: the answers of a day that are not the same in all of them."""
    if not of:
        return {}
    theirs = _answers(rows.filter(pc.is_in(rows["patient"], pa.array(of, pa.string()))))
    answers = theirs.group_by(["patient", "date", "item"]).aggregate(
        [("value", "count_distinct"), ("file", "count_distinct")]
    )
    several = pc.and_(
        pc.greater(answers["value_count_distinct"], 1), pc.greater(answers["file_count_distinct"], 1)
    )
    return {one: of["item_count"] for one, of in _by(answers.filter(several), [("item", "count")]).items()}
