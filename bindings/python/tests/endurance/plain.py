"""One sitting as plain data, and its four forms: a line for the command, a record of the bindings, rows of a table, and back."""

import json
from collections import Counter
from datetime import date
from typing import Any

from vigie import Alarm, Answer, DailyEntry, Named, PainDetail, Painkiller, PainQuality

#: A sitting. Every field is there: what was not said is None or empty.
Plain = dict[str, Any]

EMPTY: Plain = {
    "state": None,
    "answers": {},
    "same": [],
    "pains": {},
    "temperature": None,
    "weight": None,
    "ticks": [],
    "administration": None,
    "treatment_change": None,
    "painkillers": [],
    "note": None,
    "question": None,
    "by": None,
    "too_unwell": False,
}


def sitting(day: date, **said: Any) -> Plain:
    """A sitting that says this and nothing else."""
    assert set(said) <= set(EMPTY), said
    return {"day": day.isoformat(), **EMPTY, **said}


def written(one: Plain) -> str:
    """In one way whatever the order of its fields, to be compared."""
    return json.dumps(one, sort_keys=True, ensure_ascii=False)


def line(one: Plain, asked: list[str]) -> dict[str, Any]:
    """As `vigie log --json` takes it. Who is too unwell leaves what is asked to the command."""
    told: dict[str, Any] = {"date": one["day"], "sure": True}
    names = ("state", "administration", "treatment_change", "note", "question", "by")
    told.update({name: one[name] for name in names if one[name] is not None})
    told.update({name: one[name] for name in ("same", "ticks") if one[name]})
    measures = {name: one[name] for name in ("temperature", "weight") if one[name] is not None}
    if measures:
        told["measures"] = measures
    if one["pains"]:
        told["pains"] = {site: _pain_of_line(pain) for site, pain in one["pains"].items()}
    if one["painkillers"]:
        told["painkillers"] = [
            {"name": name} if helped is None else {"name": name, "helped": helped}
            for name, helped in one["painkillers"]
        ]
    if one["too_unwell"]:
        told["too_unwell"] = True
    left = {
        item: answer
        for item, answer in one["answers"].items()
        if not (one["too_unwell"] and item in asked and answer == "too-unwell")
    }
    if left:
        told["answers"] = left
    return told


def _pain_of_line(pain: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {"night": pain["night"]}
    if pain["quality"] is not None:
        told["quality"] = pain["quality"]
    return told


def record(one: Plain) -> DailyEntry:
    """As the bindings take it."""
    return DailyEntry(
        day=date.fromisoformat(one["day"]),
        answers={item: _answer(value) for item, value in one["answers"].items()},
        state=one["state"],
        too_unwell=one["too_unwell"],
        temperature=one["temperature"],
        weight=one["weight"],
        ticks={_member(Alarm, code) for code in one["ticks"]},
        pains={
            site: PainDetail(
                quality=None if pain["quality"] is None else _member(PainQuality, pain["quality"]),
                wakes_at_night=pain["night"],
            )
            for site, pain in one["pains"].items()
        },
        same_as_before=set(one["same"]),
        painkillers=[Painkiller(name=name, helped=helped) for name, helped in one["painkillers"]],
        note=one["note"],
        question=one["question"],
        caregiver=one["by"],
        administration=_named(one["administration"]),
        treatment_change=_named(one["treatment_change"]),
    )


def of_record(entry: DailyEntry) -> Plain:
    """What a record of the bindings says."""
    change, given = entry.treatment_change, entry.administration
    return {
        "day": entry.day.isoformat(),
        "state": entry.state,
        "answers": {item: _value(answer) for item, answer in entry.answers.items()},
        "same": sorted(entry.same_as_before),
        "pains": {
            site: {
                "quality": None if pain.quality is None else _code(pain.quality),
                "night": pain.wakes_at_night,
            }
            for site, pain in entry.pains.items()
        },
        "temperature": entry.temperature,
        "weight": entry.weight,
        "ticks": sorted(_code(tick) for tick in entry.ticks),
        "administration": None if given is None else given.name or "",
        "treatment_change": None if change is None else change.name or "",
        "painkillers": [(one.name, one.helped) for one in entry.painkillers],
        "note": entry.note,
        "question": entry.question,
        "by": entry.caregiver,
        "too_unwell": entry.too_unwell,
    }


def _named(name: str | None) -> Named | None:
    return None if name is None else Named(name=name or None)


def _member(kind: Any, code: str) -> Any:
    return kind[code.upper().replace("-", "_")]


def _code(one: Any) -> str:
    return str(one.name).lower().replace("_", "-")


def _answer(value: int | str) -> Answer:
    if isinstance(value, int):
        return Answer.RATED(value)
    return Answer.SKIPPED() if value == "skipped" else Answer.TOO_UNWELL()


def _value(answer: Answer) -> int | str:
    match answer:
        case Answer.RATED(rating):
            return int(rating)
        case Answer.SKIPPED():
            return "skipped"
    return "too-unwell"


#: A row of the table: what, and what is said of it.
Row = tuple[str, str]


def rows(one: Plain) -> list[Row]:
    """The rows of the exported table that this sitting has, in no order."""
    yes_no = {None: "", True: "yes", False: "no"}
    told: list[Row] = [("too-unwell", "yes")] if one["too_unwell"] else []
    if one["state"] is not None:
        told.append(("performance", str(one["state"])))
    told += [(item, str(answer)) for item, answer in one["answers"].items()]
    told += [(f"same:{item}", "yes") for item in one["same"]]
    for site, pain in one["pains"].items():
        if pain["quality"] is not None:
            told.append((f"quality:{site}", pain["quality"]))
        if pain["night"]:
            told.append((f"night:{site}", "yes"))
    told += [(name, f"{one[name]:g}") for name in ("temperature", "weight") if one[name] is not None]
    told += [(f"tick:{tick}", "yes") for tick in one["ticks"]]
    told += [(name, one[name]) for name in ("administration", "treatment_change") if one[name] is not None]
    told += [(f"painkiller:{name}", yes_no[helped]) for name, helped in one["painkillers"]]
    told += [(name, one[name]) for name in ("note", "question") if one[name] is not None]
    return told


#: A sitting of a table: its day, who told it, and its rows in order.
Sitting = tuple[str, str, tuple[Row, ...]]

#: What stands in a table beside the sittings.
BESIDE = ("treatment:", "lab:", "appointment:", "question:")


def sitting_rows(one: Plain) -> Sitting:
    """The sitting as the table tells it."""
    return one["day"], one["by"] or "", tuple(sorted(rows(one)))


def read_table(table: list[list[str]]) -> tuple[Counter[Sitting], Counter[tuple[str, str, str]], int]:
    """The sittings of an exported table, what stands beside them, and how many prompts it tells of."""
    assert table[0] == ["patient", "date", "item", "value"], table[0]
    begun: dict[str, list[tuple[str, list[Row]]]] = {}
    beside: Counter[tuple[str, str, str]] = Counter()
    prompts = 0
    for patient, day, item, value in table[1:]:
        assert patient == "me", patient
        item, value = _shown(item), _shown(value)
        if item == "author":
            begun.setdefault(day, []).append((value, []))
        elif item == "prompt":
            prompts += 1
        elif item.startswith(BESIDE):
            beside[day, item, value] += 1
        else:
            sittings = begun.setdefault(day, [])
            if not sittings:
                sittings.append(("", []))
            sittings[-1][1].append(
                (item, f"{float(value):g}" if item in ("temperature", "weight") else value)
            )
    told = [
        (day, author, tuple(sorted(said))) for day, them in begun.items() for author, said in them if said
    ]
    return Counter(told), beside, prompts


def _shown(text: str) -> str:
    """Takes off the apostrophes that keep a spreadsheet from running a text (docs/decisions/0007-table.md)."""
    shown, begins, skip = [], True, False
    for char in text:
        if begins and char == "'" and not skip:
            skip = True
            continue
        begins = char in ";\t\r\n" or (begins and not skip and char == " ")
        skip = False
        shown.append(char)
    return "".join(shown)
