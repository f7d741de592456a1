"""The invariants, held against the test's own model after each day: all that was acknowledged is there, and nothing else."""

import io
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from vigie import Channel, Journal, Lang, Look, Prompt, PromptLevel, PromptStory

from .model import Care, Model
from .plain import of_record, read_table, written
from .ways import Desk, hold

#: Days between two trend prompts of one person, unless the level rises (docs/decisions/0006-prompts.md).
TREND_DAYS = 7


def difference(expected: Counter[Any], found: Counter[Any]) -> str:
    """What is missing and what is too many, a few of each."""
    missing, more = list((expected - found).elements()), list((found - expected).elements())
    return f"{len(missing)} missing {missing[:2]!r}; {len(more)} too many {more[:2]!r}"


def same(expected: Counter[Any], found: Counter[Any], what: str) -> None:
    """Two bags with the same in them."""
    hold(expected == found, f"{what}: {difference(expected, found)}")


def by_command(desk: Desk, model: Model, whole: bool) -> None:
    """What the command tells is what was acknowledged. The app has to have locked the journal."""
    table(desk.table_of_command(), model, "the command's table")
    if whole:
        told = desk.vigie("verify", "--json").json()[0]
        hold(told["whole"] and told["anchored"] and not told["unread"], f"verify: {told}")
        hold(told["entries"] == len(model.plains()), f"verify: {told}, not {len(model.plains())} entries")
        hold(told["attachments"] == len(model.files), f"verify: {told}, not {len(model.files)} attachments")
    today = desk.clock.at.date().isoformat()
    status = desk.vigie("status", "--json").json()[0]
    hold(status["date"] == today, f"status: {status['date']} is not {today}")
    ids = Counter(id for id, one in model.plains() if one["day"] == today)
    same(ids, Counter(status["entries_today"]), "entries of today by the command")


def by_app(desk: Desk, model: Model, rng: Random, whole: bool) -> None:
    """What the bindings tell is what was acknowledged."""
    journal = desk.journal
    entries(journal, model)
    table(desk.table_of_app(), model, "the bindings' table")
    files(journal, model, rng)
    care(journal, model)
    prompts(journal, model)
    conflicts = {one.id for one in journal.conflicts()}
    hold(
        conflicts == model.entries.conflicts(), f"conflicts: {conflicts} are not {model.entries.conflicts()}"
    )
    today = journal.today()
    hold(today.day == desk.clock.at.date(), f"today is {today.day}")
    ids = Counter(id for id, one in model.plains() if one["day"] == today.day.isoformat())
    same(ids, Counter(one.id for one in today.entries), "entries of today by the bindings")
    journal.timeline(Look(lang=Lang.FR, first=today.day - timedelta(days=14)))
    if model.entries.of:
        history(journal, model, rng.choice(list(model.entries.of)))
    if whole:
        for id in model.entries.of:
            history(journal, model, id)
        found = journal.verify()
        told = (found.entries, found.attachments, found.incomplete, found.unread, found.anchored)
        hold(told == (len(model.plains()), len(model.files), [], 0, True), f"verify: {found}")
        hold(
            found.prompts == len(model.prompts), f"verify: {found.prompts} prompts, not {len(model.prompts)}"
        )
        journal.timeline(Look(lang=Lang.EN))
        journal.year(today.day.year)


def entries(journal: Journal, model: Model) -> None:
    """Every entry in force, by its id, word for word."""
    told = Counter((id, written(one)) for id, one in model.plains())
    kept = Counter((one.id, written(of_record(one.entry))) for one in journal.entries())
    same(told, kept, "entries")


def table(rows: list[list[str]], model: Model, what: str) -> None:
    """The exported table has the same sittings, the same beside them, and every prompt."""
    sittings, beside, told = read_table(rows)
    same(model.sittings(), sittings, what)
    same(model.beside(), beside, f"{what}, beside the entries")
    hold(told >= len(model.prompts), f"{what}: {told} prompts of {len(model.prompts)}")


def history(journal: Journal, model: Model, id: str) -> None:
    """Every version that an entry ever had, and which stands in the place of which."""
    told = [one.said and written(one.said) for one in model.entries.of[id]]
    kept = journal.history_of(id)
    found = [one.entry and written(of_record(one.entry)) for one in kept]
    same(Counter(told), Counter(found), f"the history of {id}")
    replaced = Counter(len(one.replaces) for one in model.entries.of[id])
    same(replaced, Counter(len(one.replaces) for one in kept), f"what the versions of {id} replace")


def files(journal: Journal, model: Model, rng: Random) -> None:
    """Every attachment, and one of them to its last byte."""
    kept = Counter((one.id, one.day.isoformat(), one.name, one.bytes) for one in journal.attachments())
    told = Counter((id, day, name, len(held)) for id, (day, name, held) in model.files.items())
    same(told, kept, "attachments")
    if model.files:
        id = rng.choice(sorted(model.files))
        journal.attachment(id, out := io.BytesIO())
        hold(out.getvalue() == model.files[id][2], f"attachment {id} has other bytes")


def care(journal: Journal, model: Model) -> None:
    """What stands around the symptoms, and the treatments."""
    told = Counter(model.care.in_force())
    kept = Counter((one.id, of_event(one.event)) for one in journal.care())
    same(told, kept, "around the symptoms")
    lines = len(journal.profile().treatments)
    hold(lines == len(model.treatments), f"{lines} treatments, not {len(model.treatments)}")


def of_event(event: Any) -> Care:
    """What a record of the bindings says."""
    match type(event).__name__.split(".")[-1]:
        case "QUESTION":
            asked = event.question
            answer = () if asked.answer is None else (asked.answer.day.isoformat(), asked.answer.text)
            return "question", asked.day.isoformat(), (asked.text, *answer)
        case "LAB":
            result = event.result
            return "lab", result.day.isoformat(), (result.name, str(result.value), result.unit or "")
    one = event.appointment
    time = f"{one.minute // 60:02}:{one.minute % 60:02}"
    return "appointment", one.day.isoformat(), (one.kind.name.lower(), time, one.with_whom or "")


def prompts(journal: Journal, model: Model) -> None:
    """Every prompt that was told is there; one that the person did not close waits, or is carried on by a later one."""
    stories = {one.id: one for one in journal.prompts()}
    waiting = {one.id for one in journal.open_prompts()}
    hold(set(model.prompts) <= set(stories), f"prompts are gone: {set(model.prompts) - set(stories)}")
    unknown = set(stories) - set(model.prompts)
    hold(not unknown, f"prompts that nobody was told: {[stories[id].prompt for id in unknown]}")
    closed_by = [one for id, closed in model.prompts.items() if closed for one in stories[id].outcomes]
    for id, closed in model.prompts.items():
        story = stories[id]
        if closed:
            hold(story.closed and id not in waiting, f"the person closed {id}, and it is open")
        elif story.closed:
            with_it = any(one in closed_by for one in story.outcomes)
            hold(with_it, f"{id} is closed, and not with one that the person closed: {story}")
        elif story.carried_to is None:
            hold(id in waiting, f"{id} waits for nobody any more: {story}")
    kept = {one["day"] for _, one in model.plains()}
    # What was said of entries that were all taken back is as if it had not been said.
    trends({id: one for id, one in stories.items() if one.prompt.day.isoformat() in kept}, model)
    model.judged |= set(stories)


def trends(stories: dict[str, PromptStory], model: Model) -> None:
    """At most one trend prompt a week, unless the level rises above that of the last day with one; those that were made on their own
    day, in order, and not in another copy."""
    last: tuple[date, PromptLevel, str] | None = None
    latest = None
    for id, story in stories.items():
        prompt = story.prompt
        told = [one for one in prompt.findings if one.channel is Channel.TREND]
        late = (latest is not None and prompt.at < latest) or prompt.day != prompt.at.date()
        if late or id in model.foreign:
            # Of a day that was filled in, or of another copy: what it said counts for the week, and is not easily followed.
            last = None if told else last
            continue
        latest = prompt.at
        if not told:
            continue
        only = _only_trend(prompt)
        new = id not in model.judged
        if new and only and last is not None and 0 <= (prompt.day - last[0]).days < TREND_DAYS:
            risen = prompt.level.value > last[1].value
            hold(risen, f"two trend prompts in a week: {last} and {id} on {prompt.day}")
        levels = [one.level for one in told]
        if last is not None and last[0] == prompt.day:
            levels.append(last[1])
        last = prompt.day, max(levels, key=lambda one: int(one.value)), id


def _only_trend(prompt: Prompt) -> bool:
    said = [one for one in prompt.findings if not one.rule.startswith("silence")]
    return all(one.channel is Channel.TREND for one in said)


def nothing_in_the_clear(folder: Path, word: str) -> None:
    """No file of the folder has a word of the person's in it."""
    for file in folder.rglob("*"):
        if file.is_file():
            hold(word.encode() not in file.read_bytes(), f"{file.name} has the person's words in the clear")
