"""What made-up people say and do: sittings with everything in them, words that must never lie about in the clear, and a schedule."""

from datetime import date, datetime, timedelta, timezone
from random import Random

from .plain import Plain, sitting

COMMON = "fatigue pain nausea vomiting appetite mouth-sores diarrhoea constipation breathlessness cough tingling rash sleep"
PLACES = "pain:hip-left pain:lower-back pain:knee-right pain:head"
ITEMS = [*COMMON.split(), *PLACES.split(), "own:Crampes", "own:goût-de-métal"]
SITES = ["hip-left", "lower-back", "knee-right", "head"]
QUALITIES = ["aching", "burning", "stabbing", "electric", "cramping", "throbbing", "pressing", "band", None]
TICKS = [
    "shivering",
    "belly-pain",
    "leg-weakness",
    "chest-pain",
    "feeling-ill",
    "great-thirst",
    "infusion-site",
]
PILLS = ["paracétamol", "morphine", "ibuprofène 400", "l'huile, un peu"]
TAILS = [
    "",
    "\nDeuxième ligne ; =1+1",
    ' « guillemets » "droits", virgules',
    " 🌙 نوم",
    "\n'apostrophe",
    "\t-2 kg ?",
]
HEADS = ["", "=", "+", "-", "@", "'"]


class Person:
    """Who they are, and where they stand in a year that gets worse and better."""

    def __init__(self, number: int, seed: str, days: int) -> None:
        self.number, self.days = number, days
        rng = Random(f"{seed}/{number}")
        self.start = date(2026, 1, 5) + timedelta(days=rng.randrange(300))
        self.kept = rng.uniform(0.55, 0.95)
        self.weight = rng.randrange(520, 900)
        self.baseline = {item: rng.randrange(4) for item in ITEMS}
        self.bad = sorted(rng.randrange(days) for _ in range(1 + days // 60))
        # A word of one's own in every text: found in no file of the journal.
        self.word = "zq" + "".join(rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(6))
        self.schedule = schedule(rng, days)
        self._texts = 0

    def text(self, rng: Random) -> str:
        """Words that no other text has."""
        self._texts += 1
        return f"{rng.choice(HEADS)}{self.word} {self._texts} dit{rng.choice(TAILS)}"

    def moment(self, day: int, rng: Random) -> datetime:
        """When they sit down on a day of the year, with the offset they live by."""
        local = datetime.combine(self.start + timedelta(days=day), datetime.min.time())
        local += timedelta(hours=rng.randrange(7, 22), minutes=rng.randrange(60))
        return local.replace(tzinfo=paris(local.date()))

    def sitting(self, day: date, number: int, rng: Random, by: str | None = None) -> Plain:
        """What they say of a day."""
        worse = 4 if any(0 <= number - bad < 9 for bad in self.bad) else 0
        if rng.random() < 0.05:
            return sitting(day, note=self.text(rng), by=by)
        items = rng.sample(ITEMS, rng.randrange(3, 12))
        answers: dict[str, int | str] = {}
        for item in items:
            rating = min(
                10, max(0, self.baseline[item] + rng.choice([-1, 0, 0, 1]) + rng.randrange(worse + 1))
            )
            said: list[int | str] = [rating, "skipped", "too-unwell"]
            answers[item] = rng.choices(said, [20, 2, 1])[0]
        rated = [item for item in items if isinstance(answers[item], int)]
        chance = rng.random
        places = [site for site in SITES if f"pain:{site}" in answers]
        return sitting(
            day,
            answers=answers,
            state=rng.choice([None, 0, 1, 1, 2, 3 if worse else 1]),
            same=sorted(rng.sample(rated, min(len(rated), rng.choice([0, 0, 1, 2])))),
            pains={
                site: {"quality": rng.choice(QUALITIES), "night": True} for site in places if chance() < 0.5
            },
            temperature=rng.choice([36.4, 36.8, 37.2, 38.6 if worse else 37.3]) if chance() < 0.25 else None,
            weight=(self.weight + rng.randrange(-15, 16)) / 10 if chance() < 0.15 else None,
            ticks=sorted(rng.sample(TICKS, rng.choice([1, 2]))) if worse and chance() < 0.2 else [],
            administration=rng.choice(["", "FOLFOX"]) if number % 14 == 0 else None,
            treatment_change=rng.choice(["", "dose −20 %"]) if chance() < 0.01 else None,
            painkillers=[
                (name, rng.choice([None, True, False]))
                for name in rng.sample(PILLS, rng.choice([0, 0, 1, 2]))
            ],
            note=self.text(rng) if chance() < 0.4 else None,
            question=self.text(rng) if chance() < 0.05 else None,
            by=by,
        )


def paris(day: date) -> timezone:
    """The offset of a day in France, without a table of the world's zones."""

    def last_sunday(month: int) -> date:
        end = date(day.year, month, 31)
        return end - timedelta(days=(end.weekday() + 1) % 7)

    summer = last_sunday(3) <= day < last_sunday(10)
    return timezone(timedelta(hours=2 if summer else 1))


#: What happens, and how often in a year; in a shorter time at least once.
EVENTS = {
    "backup": 8,
    "daily_backup": 24,
    "restore": 3,
    "restore_by_code": 2,
    "merge": 6,
    "change_keys": 8,
    "lock_midway": 8,
    "kill_command": 10,
    "kill_app": 10,
    "clock_back": 6,
    "clock_ahead": 3,
    "flight": 4,
    "older_copy": 5,
    "flip": 5,
    "twice_open": 8,
    "full_disk": 3,
}


def schedule(rng: Random, days: int) -> dict[int, list[str]]:
    """On which days what happens. The first week is quiet: there has to be something to lose."""
    planned: dict[int, list[str]] = {}
    for event, in_a_year in EVENTS.items():
        for _ in range(max(1, round(in_a_year * days / 365))):
            planned.setdefault(rng.randrange(min(7, days - 1), days), []).append(event)
    return planned
