"""What a person does on a day like any other, by the command or by the app; each deed is noted in the model once acknowledged."""

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from vigie import (
    Appointment,
    AppointmentKind,
    CareEvent,
    Channel,
    JournalError,
    LabResult,
    OutcomeKind,
    Prompt,
    PromptLevel,
    Question,
    QuestionAnswer,
    Recorded,
)

from .made import Person
from .model import Care, Model
from .plain import Plain, line, record
from .ways import Desk, Run, hold

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
CLOSES = {"reached", "already-known", "prefer-not"}


@dataclass
class Life:
    """One person's year as it goes."""

    who: Person
    desk: Desk
    model: Model
    asked: list[str]
    place: Path
    counts: Counter[str] = field(default_factory=Counter)
    #: The day of the year, and its own chance.
    number: int = 0
    rng: Random = field(default_factory=Random)
    #: By the command today; otherwise by the app.
    command: bool = False
    #: An older copy of the folder that is kept somewhere, with what it holds.
    saved: tuple[Path, Model] | None = None
    #: Somebody close, with a copy of the journal.
    relative: tuple[Desk, Model] | None = None
    #: The latest moment that the clock ever told.
    latest: datetime = BEGINNING
    #: A new prompt went on in one that a clock put into days to come: its own id was not told.
    carried_ahead: bool = False
    #: The days of entries whose answer asked for a call, since prompts were last looked at.
    asked_of: set[date] = field(default_factory=set)

    @property
    def today(self) -> date:
        return self.desk.clock.at.date()

    def later(self, **by: float) -> None:
        """Time goes by."""
        self.desk.clock.at += timedelta(**by)

    def vigie(self, *args: str, **how: Any) -> Run:
        """The command; the app is locked first."""
        self.desk.close()
        return self.desk.vigie(*args, **how)

    def told(self, plain: Plain, id: str, prompt: str | None) -> None:
        """An entry that was acknowledged."""
        self.model.entries.add(id, plain)
        if prompt is not None:
            self.asked_of.add(date.fromisoformat(plain["day"]))
        self.counts["entries"] += 1
        self.told_prompt(prompt)

    def recorded(self, plain: Plain, done: Recorded) -> None:
        """An entry that the bindings acknowledged."""
        self.told(plain, done.id, done.prompt.id if done.prompt else None)

    def told_prompt(self, prompt: str | None) -> None:
        """What was told asks for a call: a new prompt, or one of a later moment that says the same."""
        if prompt in self.model.prompts:
            hold(self.desk.clock.at < self.latest, f"{prompt} is told again, and the clock was never wrong")
            self.carried_ahead = True
        elif prompt is not None:
            self.model.prompts[prompt] = False

    def adopt(self, foreign: bool = False) -> None:
        """Prompts that come without an entry: of a silence, or of what another copy brought."""
        foreign |= self.carried_ahead
        self.carried_ahead = False
        self.latest = max(self.latest, self.desk.clock.at)
        for one in self.desk.journal.prompts():
            if one.id not in self.model.prompts:
                hold(foreign or self.may_come_along(one.prompt), f"a prompt that nothing gave: {one.prompt}")
                self.model.prompts[one.id] = one.closed and foreign
                if foreign:
                    self.model.foreign.add(one.id)
        self.asked_of.clear()

    def may_come_along(self, prompt: Prompt) -> bool:
        """A silence; or one of several that one entry makes, of which the answer tells the most urgent and leaves the others to the
        list of what waits (docs/decisions/0006-prompts.md): that of the day it told of, when it asked for a call at all, or a sign that it
        completes on another day of the last week."""
        if all(finding.rule.startswith("silence") for finding in prompt.findings):
            return True
        lately = timedelta(0) <= self.today - prompt.day <= timedelta(days=7)
        flags = all(one.channel is Channel.FLAG for one in prompt.findings)
        completed = flags and prompt.level is not PromptLevel.MENTION
        return lately and prompt.at.date() == self.today and (completed or prompt.day in self.asked_of)

    def some_sitting(self, by: str | None = None, back: int = 0) -> Plain:
        """What is said of today, or of a day before."""
        day = self.today - timedelta(days=back)
        plain = self.who.sitting(day, self.number - back, self.rng, by)
        if self.rng.random() < 0.04:
            plain["too_unwell"] = True
            plain["answers"] |= {item: "too-unwell" for item in self.asked if item not in plain["answers"]}
        return plain


def record_all(life: Life, plains: list[Plain]) -> None:
    """Records sittings, in today's way."""
    if not life.command:
        for plain in plains:
            done = life.desk.journal.record(record(plain))
            life.recorded(plain, done)
            life.later(minutes=1)
        return
    lines = "".join(json.dumps(line(plain, life.asked)) + "\n" for plain in plains)
    answers = life.vigie("log", "--json", "-", typed=lines).json()
    hold(len(answers) == len(plains), f"{len(answers)} answers to {len(plains)} lines")
    for plain, answer in zip(plains, answers, strict=True):
        life.told(plain, answer["id"], answer["prompt"] and answer["prompt"]["id"])
        hold(not answer["doubtful"], f"a measure was asked back: {answer['doubtful']}")


def an_ordinary_day(life: Life) -> None:
    """Entries, corrections, prompts, and something around the symptoms now and then."""
    rng = life.rng
    plains = []
    if rng.random() < life.who.kept:
        plains.append(life.some_sitting())
    if rng.random() < 0.08:
        plains.append(life.some_sitting(by="Paul" if rng.random() < 0.5 else None))
    if rng.random() < 0.12:
        plains.append(life.some_sitting(back=rng.choice([1, 1, 2, 3, 8, 30])))
    if plains:
        record_all(life, plains)
    if rng.random() < 0.1:
        correct(life)
    if rng.random() < 0.5:
        answer_prompts(life)
    if rng.random() < 0.08:
        around(life)
    if rng.random() < 0.03:
        attach(life)
    if not life.command and rng.random() < 0.3:
        life.desk.journal.notice_silence()
    life.adopt()


def correct(life: Life) -> None:
    """Amends or takes back an entry: by the app, for the command asks in a terminal."""
    ids = sorted(life.model.entries.alive())
    if not ids:
        return
    id = life.rng.choice(ids[-40:])
    if life.rng.random() < 0.3:
        life.desk.journal.withdraw(id)
        life.model.entries.put(id, None)
        life.counts["withdrawals"] += 1
        try:
            life.desk.journal.withdraw(id)
        except JournalError.NoSuch:
            return
        hold(False, f"{id} was taken back twice")
    day = date.fromisoformat(life.model.entries.said(id)["day"])
    # A clock that was set back knows no day to come.
    plain = life.who.sitting(min(day, life.today), life.number, life.rng)
    done = life.desk.journal.amend(id, record(plain))
    hold(done.id == id, f"{id} was corrected as {done.id}")
    if done.prompt:
        life.asked_of.add(date.fromisoformat(plain["day"]))
    life.model.entries.put(id, plain)
    life.counts["amendments"] += 1
    life.told_prompt(done.prompt.id if done.prompt else None)


def answer_prompts(life: Life) -> None:
    """Says what came of what waits, or leaves it."""
    for one in life.desk.journal.open_prompts()[:2]:
        kind = life.rng.choice(["reached", "reached", "no-answer", "later", "already-known", "prefer-not"])
        if life.command:
            life.vigie("prompts", "--json")
            who = ["--who", "Mme Martin"] if kind == "reached" else []
            [answer] = life.vigie("resolve", one.id, "--outcome", kind, *who, "--json").json()
            still = answer["open"] is not None
        else:
            member = OutcomeKind[kind.upper().replace("-", "_")]
            still = life.desk.journal.resolve(one.id, member, "Mme Martin", life.who.word) is not None
        hold(still == (kind not in CLOSES), f"{kind}: the prompt {'waits' if still else 'is closed'}")
        life.model.prompts[one.id] = not still
        life.counts["outcomes"] += 1
        # No two outcomes are of one moment: what was closed with what can be told.
        life.later(minutes=1)


def around(life: Life) -> None:
    """A question, its answer, a result or an appointment."""
    care, day, text = life.model.care, life.today.isoformat(), f"{life.who.word} {life.number}"
    kind = life.rng.choice(["question", "answer", "lab", "appointment", "withdraw"])
    life.counts["around"] += 1
    if kind == "question":
        added(life, ("question", day, (text,)))
    elif kind == "lab":
        added(life, ("lab", day, ("CEA", f"{life.number % 90}.{life.number % 9 + 1}", "ng/mL")))
    elif kind == "appointment":
        when = (life.today + timedelta(days=life.rng.randrange(40))).isoformat()
        added(life, ("appointment", when, ("consultation", "09:30", f"Dr {life.who.word}")))
    elif kind == "answer":
        asked_before = [
            (id, said) for id, said in care.in_force() if said[0] == "question" and said[1] <= day
        ]
        waiting = [(id, said) for id, said in asked_before if len(said[2]) == 1]
        if waiting and len(care.heads(waiting[0][0])) == 1:
            id, said = waiting[0]
            reply = QuestionAnswer(day=life.today, text=text)
            asked = Question(day=date.fromisoformat(said[1]), text=said[2][0], answer=reply)
            life.desk.journal.amend_care(id, CareEvent.QUESTION(asked))
            care.put(id, ("question", said[1], (*said[2], day, text)))
    elif alive := sorted(care.alive()):
        life.desk.journal.withdraw_care(id := life.rng.choice(alive))
        care.put(id, None)


def added(life: Life, one: Care) -> None:
    """Keeps something around the symptoms, in today's way. Told twice it is kept once."""
    if one in {said for _, said in life.model.care.in_force()}:
        return
    kind, day, said = one
    if life.command:
        args = {
            "question": ["question", "add", *said[:1]],
            "lab": ["result", "add", *said[:2], "--unit", said[-1]],
            "appointment": [
                "appointment",
                "add",
                said[0],
                "--date",
                day,
                "--time",
                said[1],
                "--with",
                said[-1],
            ]
            if kind == "appointment"
            else [],
        }[kind]
        id = life.vigie(*args, "--json").json()[0]["id"]
    else:
        when = date.fromisoformat(day)
        event: CareEvent
        if kind == "question":
            event = CareEvent.QUESTION(Question(day=when, text=said[0]))
        elif kind == "lab":
            event = CareEvent.LAB(LabResult(day=when, name=said[0], value=said[1], unit=said[2]))
        else:
            kept = Appointment(day=when, minute=570, kind=AppointmentKind.CONSULTATION, with_whom=said[2])
            event = CareEvent.APPOINTMENT(kept)
        id = life.desk.journal.add_care(event)
    life.model.care.add(id, one)


def attach(life: Life) -> None:
    """Keeps a photo with today."""
    held = life.who.word.encode() + life.rng.randbytes(life.rng.choice([10, 3000, 70_000]))
    name = f"photo-{life.number}.jpg"
    if life.command:
        file = life.place / name
        file.write_bytes(held)
        [answer] = life.vigie("attach", str(file), "--json").json()
        id = answer["id"]
        file.unlink()
    else:
        id = life.desk.journal.attach(life.today, name, held)
    life.model.files[id] = (life.today.isoformat(), name, held)
    life.counts["attachments"] += 1
