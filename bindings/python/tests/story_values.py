"""The values of the stories (tests/stories/README.md) as records and enums of the core, and back."""

import enum
from datetime import date
from typing import Any, TypeVar

from vigie import (
    Alarm,
    Answer,
    Appointment,
    AppointmentKind,
    Block,
    Call,
    CareContact,
    CareEvent,
    CareRole,
    Cell,
    Conclusion,
    DailyEntry,
    ImagingKind,
    ImagingStudy,
    Intake,
    IntakeStatus,
    KeyVaultError,
    LabResult,
    Medicine,
    MedicineKind,
    Named,
    PainDetail,
    Painkiller,
    PainQuality,
    Preview,
    Profile,
    Question,
    QuestionAnswer,
    TreatmentKind,
    TreatmentLine,
)

E = TypeVar("E", bound=enum.Enum)


def kebab(one: enum.Enum) -> str:
    """`TOO_UNWELL` as `too-unwell`."""
    return one.name.lower().replace("_", "-")


def member(kind: type[E], code: str) -> E:
    """`too-unwell` as the member of an enum."""
    return kind[code.upper().replace("-", "_")]


def _days(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    """The fields, with days as days."""
    read = {name: date.fromisoformat(fields[name]) for name in names if name in fields}
    return {**fields, **read}


def answer(value: int | str) -> Answer:
    """A number, `skipped` or `too-unwell`."""
    if isinstance(value, int):
        return Answer.RATED(value)
    return {"skipped": Answer.SKIPPED(), "too-unwell": Answer.TOO_UNWELL()}[value]


def told(one: Answer | Cell) -> int | str:
    """An answer or a cell as the stories write it."""
    match one:
        case Answer.RATED(rating) | Cell.RATED(rating):
            return rating
        case _:
            return type(one).__name__.split(".")[1].lower().replace("_", "-")


def maybe_entry(fields: dict[str, Any] | None) -> DailyEntry | None:
    """One sitting, or none."""
    return None if fields is None else entry(fields)


def entry(fields: dict[str, Any]) -> DailyEntry:
    """One sitting."""
    read = _days(fields, "day")
    if "answers" in read:
        read["answers"] = {item: answer(value) for item, value in read["answers"].items()}
    if "ticks" in read:
        read["ticks"] = {member(Alarm, code) for code in read["ticks"]}
    if "pains" in read:
        read["pains"] = {site: _pain(pain) for site, pain in read["pains"].items()}
    if "same_as_before" in read:
        read["same_as_before"] = set(read["same_as_before"])
    if "administration" in read:
        read["administration"] = Named(**read["administration"])
    if "painkillers" in read:
        read["painkillers"] = [Painkiller(**one) for one in read["painkillers"]]
    return DailyEntry(**read)


def _pain(fields: dict[str, Any]) -> PainDetail:
    if "quality" in fields:
        fields = {**fields, "quality": member(PainQuality, fields["quality"])}
    return PainDetail(**fields)


def profile(fields: dict[str, Any]) -> Profile:
    """What the journal knows of the person."""
    lines = [_days(one, "started") for one in fields["treatments"] or []]
    treatments = [TreatmentLine(**{**one, "kind": member(TreatmentKind, one["kind"])}) for one in lines]
    contacts = [
        CareContact(**{**one, "role": member(CareRole, one["role"])}) for one in fields["contacts"] or []
    ]
    return Profile(name=fields["name"], list=fields["list"], treatments=treatments, contacts=contacts)


def event(fields: dict[str, Any]) -> CareEvent:
    """Something around the symptoms."""
    [(kind, held)] = fields.items()
    read = _days(held, "day", "until")
    match kind:
        case "question":
            if "answer" in read:
                read["answer"] = QuestionAnswer(**_days(read["answer"], "day"))
            return CareEvent.QUESTION(Question(**read))
        case "appointment":
            read["kind"] = member(AppointmentKind, read["kind"])
            if "with" in read:
                read["with_whom"] = read.pop("with")
            return CareEvent.APPOINTMENT(Appointment(**read))
        case "lab":
            return CareEvent.LAB(LabResult(**read))
        case "imaging":
            read["kind"] = member(ImagingKind, read["kind"])
            read["conclusion"] = member(Conclusion, read["conclusion"])
            return CareEvent.IMAGING(ImagingStudy(**read))
        case "medicine":
            read["kind"] = member(MedicineKind, read["kind"])
            return CareEvent.MEDICINE(Medicine(**read))
        case "intake":
            read["status"] = member(IntakeStatus, read["status"])
            return CareEvent.INTAKE(Intake(**read))
    raise AssertionError(f"no such event: {kind}")


def vault_error(answers: str) -> KeyVaultError | None:
    """What a key store raises that answers so; nothing for `ok`."""
    if answers == "ok":
        return None
    case = answers.title().replace("-", "")
    error: KeyVaultError = getattr(KeyVaultError, case)()
    return error


def call(one: Call) -> str:
    """Whom to call."""
    match one:
        case Call.CONTACT(contact):
            return f"contact:{contact.name}"
        case Call.OUT_OF_HOURS(contact):
            return f"out-of-hours:{contact.name}"
        case Call.EMERGENCY():
            return "emergency"
        case _:
            return "team"


def texts_of(preview: Preview) -> list[str]:
    """Every text of a preview: its head, titles, and what its blocks say."""
    head = [preview.title, preview.person, preview.period, preview.treatment, preview.complete]
    head += [*preview.complete_details, preview.left_out or ""]
    blocks = [text for one in preview.sections for block in one.blocks for text in _said(block)]
    return [*head, *(section.title for section in preview.sections), *blocks]


def _said(block: Block) -> list[str]:
    match block:
        case Block.TEXT(text) | Block.REMARK(text):
            return [text]
        case Block.GROUPS(groups):
            lines = [line for group in groups for line in group.lines]
            titles = [text for group in groups for text in (group.title, group.sign, group.none)]
            return titles + [text for line in lines for text in (line.label, line.text)]
        case Block.OWN_WORDS(quotes):
            return [quotes.title, *(text for it in quotes.quotes for text in (it.label, it.text))]
        case Block.LINES(lines):
            return [text for line in lines for text in (line.label, line.text)]
        case Block.TABLE(columns, rows):
            return [column.title for column in columns] + [cell.text for row in rows for cell in row]
        case Block.BODY(alt, front, behind):
            return [alt, front, behind]
    raise AssertionError(f"an unknown block: {block}")
