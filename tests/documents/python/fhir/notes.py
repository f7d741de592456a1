"""Renders every note of FHIR documents by a Markdown library: nothing but paragraphs and ends of lines may come out, and the text
has to be what the narrative or the data say.

Arguments: the documents. One line of JSON a document: {"file": …, "problems": […], "checked": notes}.
"""

import html
import json
import re
import sys
from pathlib import Path

from markdown_it import MarkdownIt

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def notes(value):
    if isinstance(value, dict):
        for key, one in value.items():
            if key == "note":
                yield from ((value, note["text"]) for note in one)
            else:
                yield from notes(one)
    elif isinstance(value, list):
        for one in value:
            yield from notes(one)


def words(text):
    return " ".join(text.split())


def problems(resource, note):
    page = MARKDOWN.render(note)
    tags = set(re.findall(r"<[^>]*>", page)) - {"<p>", "</p>", "<br>", "<br />"}
    if tags:
        yield f"{note[:200]!r} is shown with {tags}"
    shown = words(html.unescape(re.sub(r"<[^>]*>", " ", page)))
    told = words(html.unescape(re.sub(r"<[^>]*>", " ", resource["text"]["div"])))
    # Vigie's own note on a copied result is said of each and told in none of them.
    if shown not in told and "valueQuantity" not in resource:
        yield f"{shown[:200]!r} is not what is told: {told[:400]!r}"


for file in map(Path, sys.argv[1:]):
    found = list(notes(json.loads(file.read_text(encoding="utf-8"))))
    wrong = [problem for resource, note in found for problem in problems(resource, note)]
    print(json.dumps({"file": file.name, "problems": wrong, "checked": len(found)}))
