"""Who is watched: one record a person, and why somebody is left out."""

import re
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

#: Rows that are no answers of a day.
BESIDE: Final = pa.array(["prompt", "consent"])

#: The file number of what stands in the register rather than in a diary, and of a withdrawal that stands in a file of which
#: nothing else is used.
REGISTER: Final = -1
REFUSED: Final = -2

#: More rows than anybody's diary has: fifty a day for five years.
MANY_ROWS: Final = 100_000

_PSEUDONYM: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:~-]{0,127}")
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
#: A French social security number, with or without its key: sex, year, month, and eight or ten digits more.
_INSURED: Final = re.compile(r"[1-478]\d\d(0[1-9]|1[0-2]|[2-9]\d)(\d\d|2[AB])\d{6}(\d\d)?")
#: What tells who somebody is, as a part of a pseudonym too.
_DIRECT: Final = [
    re.compile(rf"(?<![A-Za-z0-9]){one}(?![A-Za-z0-9])")
    for one in (
        _INSURED.pattern,
        # A telephone number in France, or with the country before it.
        r"0[1-9]([._-]?\d\d){4}",
        r"(00|33)\d{9,13}",
        # A day of birth; of 2020 and later it is a day of export, which many name their files by.
        r"(19\d\d|20[01]\d)[._:-]?(0[1-9]|1[0-2])[._:-]?(0[1-9]|[12]\d|3[01])",
        r"(0[1-9]|[12]\d|3[01])[._:-]?(0[1-9]|1[0-2])[._:-]?(19\d\d|20[01]\d)",
    )
]


def is_pseudonym(patient: str) -> bool:
    """Whether an id can stand for somebody without telling who it is, as far as its signs say: a name passes for one."""
    if _UUID.fullmatch(patient):
        return True
    whole = re.sub(r"[._:-]", "", patient.removeprefix("file:"))
    return (
        _PSEUDONYM.fullmatch(patient) is not None
        and _INSURED.fullmatch(whole) is None
        and not any(one.search(patient) for one in _DIRECT)
    )


def people(rows: pa.Table, require_consent: bool) -> list[dict[str, Any]]:
    """A record for each person of these rows, which are all of theirs, in the order of their ids.

    `shown` is the id as the results may hold it: nothing when it tells who somebody is. `left_out` tells why somebody is
    not watched: `bad-id`, `withdrawn`, `no-consent`; `unknown-person` of whom only the register knows, `no-diary` of whom
    only a consent is there.
    """
    said = rows.filter(pc.greater(rows["file"], REGISTER))
    # A consent comes with other files than the diary, and makes no diary.
    counted = _by(
        said.filter(pc.not_equal(said["item"], "consent")),
        [("item", "count"), ("file", "min"), ("file", "count_distinct")],
    )
    days = _by(_answers(said), [("date", "count_distinct"), ("date", "min"), ("date", "max")])
    consents = _by(
        rows.filter(pc.equal(rows["item"], "consent")), [("value", "distinct"), ("file", "distinct")]
    )
    differing = _differing(said, [one for one, of in counted.items() if of["file_count_distinct"] > 1])
    found = []
    for patient in sorted(rows["patient"].unique().to_pylist(), key=str.encode):
        of_all, of_days, of_consent = (one.get(patient, {}) for one in (counted, days, consents))
        consent = _consent(of_consent.get("value_distinct", []))
        registered = REGISTER in of_consent.get("file_distinct", [])
        left_out = _left_out(patient, bool(of_all), registered, consent, require_consent)
        record = {
            "patient": patient,
            "shown": patient if is_pseudonym(patient) else "",
            "file": of_all.get("file_min"),
            "left_out": left_out,
            "consent": consent,
            "rows": of_all.get("item_count", 0),
        }
        if left_out is None:
            # Of whom nothing is watched nothing more is told.
            record |= {
                "files": of_all["file_count_distinct"],
                "differing": differing.get(patient, 0),
                "days": of_days.get("date_count_distinct", 0),
                "first": of_days.get("date_min"),
                "last": of_days.get("date_max"),
            }
        found.append(record)
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


def _left_out(
    patient: str, has_diary: bool, registered: bool, consent: str, require_consent: bool
) -> str | None:
    if not has_diary:
        return "unknown-person" if registered else "no-diary"
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
