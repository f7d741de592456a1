"""Recomputes from the data of a FHIR document what its words say in numbers. Knows nothing of how the document was made.

The tables of the narrative are read as XML. Symptoms and pains by place: days rated, mean, worst and its last day, days at 4 or
more. Results: day, value, unit. Arguments: the documents. One line of JSON a document:
{"file": …, "problems": […], "checked": rows of tables}.
"""

import json
import sys
from collections import defaultdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from xml.etree import ElementTree

XHTML = "{http://www.w3.org/1999/xhtml}"
NOTHING = "–"
MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(),
}


def plain(text):
    """The text with plain spaces: the two languages have kinds of their own."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


class Document:
    def __init__(self, text):
        self.all = json.loads(text, parse_float=Decimal, parse_int=Decimal)
        self.lang = self.all["language"]
        self.resources = [entry["resource"] for entry in self.all["entry"]]
        self.observations = [r for r in self.resources if r["resourceType"] == "Observation"]
        (self.composition,) = [r for r in self.resources if r["resourceType"] == "Composition"]
        period = self.composition["event"][0]["period"]
        first, last = (date.fromisoformat(period[end]) for end in ("start", "end"))
        # Long periods are told with the year of each day.
        self.with_year = (last - first).days + 1 >= 300

    def rows(self, section):
        """The rows of the table of a section, each a list of texts."""
        for one in self.composition["section"]:
            if one["code"]["coding"][0]["code"] == section:
                body = ElementTree.fromstring(one["text"]["div"]).find(f"{XHTML}table/{XHTML}tbody")
                for row in [] if body is None else body:
                    cells = ("".join(cell.itertext()) for cell in row)
                    yield [plain(cell) for cell in cells]

    def day(self, iso):
        year, month, number = map(int, iso.split("-"))
        first = "er" if self.lang == "fr" and number == 1 else ""
        text = f"{number}{first} {MONTHS[self.lang][month - 1]}"
        return f"{text} {year}" if self.with_year else text

    def number(self, value):
        whole, point, fraction = str(value).partition(".")
        groups = f"{int(whole):,}".split(",")
        thousands, decimal = (" ", ",") if self.lang == "fr" else (",", ".")
        # Four digits stand together in both languages.
        whole = thousands.join(groups) if len(whole) > 4 else whole
        return whole + (decimal + fraction if point else "")

    def counted(self, days):
        values = [value for _, value in days]
        mean = (sum(values) / len(values)).quantize(Decimal("0.1"), ROUND_HALF_UP)
        worst, day = max((value, day) for day, value in days)
        return [str(len(values)), self.number(mean), f"{worst} ({self.day(day)})",
                str(sum(value >= 4 for value in values))]


def symptoms(document):
    """Every item that has a rating, by its words; general state has no days at 4 or more: its scale ends there."""
    items = defaultdict(list)
    states = set()
    for one in document.observations:
        day = one.get("effectiveDateTime")
        for said in one.get("component", [one]):
            if "valueInteger" in said and day:
                items[said["code"]["text"]].append((day, said["valueInteger"]))
                if any(c["code"] == "general-state" for c in said["code"].get("coding", [])):
                    states.add(said["code"]["text"])
    for name, days in items.items():
        counted = document.counted(days)
        yield [name, *counted[:3], NOTHING if name in states else counted[3]]


def pains(document):
    places = defaultdict(list)
    for one in document.observations:
        if "bodySite" in one and "valueInteger" in one:
            places[one["bodySite"]["text"]].append((one["effectiveDateTime"], one["valueInteger"]))
    for place, days in places.items():
        yield [place[0].upper() + place[1:], *document.counted(days)[:3]]


def named(section, row):
    """The row without the number that a place of pain has on the body map, and without who told a result."""
    if section == "results":
        return [row[0], row[1].split(" (")[0], *row[2:]]
    return [row[0].split(". ", 1)[1], *row[1:]] if section == "pains" else row


def results(document):
    for one in document.observations:
        if one["category"][0]["coding"][0]["code"] == "laboratory":
            value = one["valueQuantity"]
            sign = f"{value['comparator']} " if "comparator" in value else ""
            number = sign + document.number(format(value["value"], "f"))
            yield [one["code"]["text"], document.day(one["effectiveDateTime"]), number,
                   value.get("unit", NOTHING)]


def checked(document):
    problems, rows = [], 0
    for section, recomputed in [("symptoms", symptoms), ("pains", pains), ("results", results)]:
        data = sorted([plain(cell) for cell in row] for row in recomputed(document))
        width = len(data[0]) if data else 0
        words = sorted(named(section, row)[:width] for row in document.rows(f"section-{section}"))
        rows += len(words)
        problems += [f"{section}: the words say {row}, the data do not" for row in words if row not in data]
        problems += [f"{section}: the data say {row}, the words do not" for row in data if row not in words]
    return {"problems": problems, "checked": rows}


for file in map(Path, sys.argv[1:]):
    print(json.dumps({"file": file.name, **checked(Document(file.read_text(encoding="utf-8")))}))
