"""The summary of a run: the same parts as one page of HTML that needs nothing else, and as a PDF."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, TypeAlias

from . import _plots
from ._facts import FEW, Counted, Delay, Facts, Pack, bars, by_rule, in_order, letters, side_by_side
from ._plots import Panel
from ._words import Table, Words, cells, clean


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    said: str


@dataclass(frozen=True)
class Text:
    """A paragraph."""

    said: str


@dataclass(frozen=True)
class Points:
    """A list of sentences."""

    said: list[str]


@dataclass(frozen=True)
class Numbers:
    """Key numbers: what it is, the number, what goes with it."""

    held: list[tuple[str, str, str]]


@dataclass(frozen=True)
class Plot:
    """A plot, how to read it, and the name of the table that holds its numbers."""

    name: str
    how: str
    table: str
    panels: list[Panel]


Part: TypeAlias = Heading | Text | Points | Numbers | Plot | Table


def pages(facts: Facts, lang: str) -> dict[str, bytes]:
    """The files of the summary by their names, in French (fr) or English (en)."""
    words = Words(lang)
    with _plots.own_settings():
        parts = _parts(facts, words)
        return {"summary.html": _page(parts, words).encode(), "summary.pdf": _pdf(parts, words)}


def _parts(facts: Facts, words: Words) -> list[Part]:
    return [*_top(facts, words), *_counted(facts, words), *_problems(facts, words), *_how(words)]


def _named(pack: Pack, letter: str, words: Words) -> str:
    label = words("built-in") if pack["label"] == "built-in" else clean(pack["label"])
    named = words("pack", label=label, name=clean(pack["name"]), version=str(pack["version"]))
    return words("pack.letter", letter=letter, pack=named) if letter else named


def _top(facts: Facts, words: Words) -> list[Part]:
    letter_of = letters(facts)
    named = [_named(pack, letter_of[pack["label"]], words) for pack in facts["packs"]]
    packs = [words("pack.watched" if at == 0 else "pack.compared", pack=one) for at, one in enumerate(named)]
    made = words(
        "made", day=words.day(facts["made_on"]), vigie=clean(facts["vigie"]), spark=clean(facts["spark"])
    )
    return [
        Heading(1, words("title")),
        Text(words("lead", few=str(FEW))),
        Text(made),
        Points(packs),
        Heading(2, words("key")),
        _key(facts, words) if facts["people"]["watched"] else Text(words("nobody")),
        Heading(3, words("who")),
        Points(_who(facts, words)),
    ]


def _key(facts: Facts, words: Words) -> Numbers:
    people, days = facts["people"], facts["days"]
    answered, span = days["answered"], days["span"]
    if answered is None or span is None:
        of_days = (words("key.days"), words.few(), "")
    else:
        share = words.percent(answered / max(span, 1))
        told = words("key.share", share=share, span=words.number(span))
        of_days = (words("key.days"), words.number(answered), told)
    held = [
        (
            words("key.people"),
            words.number(people["watched"]),
            words("key.found", found=words.number(people["found"])),
        ),
        of_days,
    ]
    first = facts["packs"][0]["label"]
    rows = [row for row in facts["levels"] if row["pack"] == first]
    return Numbers(held + [_key_level(row, words) for row in in_order(rows)])


def _key_level(row: Counted, words: Words) -> tuple[str, str, str]:
    label = words("key.level", level=words(row["level"]))
    prompts, people, rate = _counts(row, words)
    if prompts is None or people is None or rate is None or row["people"] is None:
        return label, words.few(), ""
    return label, prompts, words("key.rate", people=words.counted("people", row["people"]), rate=rate)


def _who(facts: Facts, words: Words) -> list[str]:
    people, rows = facts["people"], facts["rows"]
    # What is nothing is left unsaid, but for what was read and what was watched.
    told = [
        ("found", people["found"], True),
        ("withdrawn", people["withdrawn"], False),
        ("refused", people["refused"], False),
        ("watched", people["watched"], True),
        ("not-stated", people["not_stated"], False),
        ("rows", rows["read"], True),
        ("bad", rows["bad"], False),
        ("rows-watched", rows["watched"], True),
    ]
    return [words.counted(key, n) for key, n, always in told if n or always]


def _number(n: float | None, words: Words, decimals: int = 0) -> str | None:
    return None if n is None else words.number(n, decimals)


def _counts(row: Counted, words: Words) -> list[str | None]:
    """Prompts, people and rate as cells: all three or none."""
    prompts, people, rate = row["prompts"], row["people"], row["per_100_days"]
    if prompts is None or people is None:
        return [None, None, None]
    written = words("none") if rate is None else words.number(rate, 2)
    return [words.number(prompts), words.number(people), written]


def _counted(facts: Facts, words: Words) -> list[Part]:
    """The plots, then the tables; nothing of either when nobody was watched."""
    if not facts["people"]["watched"]:
        return []
    rules = _plots.rates(bars(facts), words)
    delays = _plots.delays(facts["delays"], words)
    bins = _plots.completeness(facts["completeness"], words)
    parts: list[Part] = [
        Heading(2, words("plots")),
        Heading(3, words("plot.rates")),
        _plot("rates", "rates-0", rules, words) if facts["rates"] else Text(words("no-rates")),
        Heading(3, words("plot.delays")),
        _plot("delays", "delays", delays, words) if facts["delays"] else Text(words("no-delays")),
        Heading(3, words("plot.completeness")),
        _plot("completeness", "completeness", bins, words),
        Heading(2, words("tables")),
    ]
    for table in _tables(facts, words):
        parts.append(Heading(3, table.title))
        parts.append(table if table.rows else Text(words("no-rows")))
    return parts


def _plot(name: str, table: str, panels: list[Panel], words: Words) -> Plot:
    return Plot(name, words(f"plot.{name}.how"), table, panels)


def _tables(facts: Facts, words: Words) -> list[Table]:
    of_packs = [_rates_table(facts, at, words) for at in range(len(facts["packs"]))]
    tables = [_levels_table(facts, words), *of_packs]
    if facts["compared"]:
        tables.append(_compared_table(facts, words))
    if facts["delays"]:
        tables.append(_delays_table(facts["delays"], words))
    rows = [[words.days(one), _number(one["people"], words)] for one in facts["completeness"]]
    heads = [(words("head.share"), False), (words("head.people"), True)]
    return [*tables, Table("completeness", words("table.completeness"), heads, rows)]


def _count_heads(words: Words) -> list[tuple[str, bool]]:
    return [(words(f"head.{one}"), True) for one in ("prompts", "people", "per-100")]


def _levels_table(facts: Facts, words: Words) -> Table:
    several = len(facts["packs"]) > 1
    pack_head = [(words("head.pack"), False)] if several else []
    rows = []
    for row in side_by_side(facts["levels"], facts):
        pack = [letters(facts)[row["pack"]]] if several else []
        rows.append([words(row["level"]), *pack, *_counts(row, words)])
    heads = [(words("head.level"), False), *pack_head, *_count_heads(words)]
    return Table("levels", words("table.levels"), heads, rows)


def _rates_table(facts: Facts, at: int, words: Words) -> Table:
    label = facts["packs"][at]["label"]
    title = words("table.rates")
    letter = letters(facts)[label]
    if letter:
        title = words("table.of-pack", table=title, pack=letter)
    heads = [(words(f"head.{one}"), False) for one in ("rule", "level")]
    rows = [
        [
            words("rule", rule=clean(row["rule"]), channel=words(row["channel"])),
            words(row["level"]),
            *_counts(row, words),
        ]
        for of_rule in by_rule(facts).values()
        for row in of_rule
        if row["pack"] == label
    ]
    return Table(f"rates-{at}", title, heads + _count_heads(words), rows)


def _compared_table(facts: Facts, words: Words) -> Table:
    letter_of = letters(facts)
    first = letter_of[facts["packs"][0]["label"]]
    heads = [(words("head.level"), False), (words("head.pack"), False), (words("head.both"), True)]
    heads += [(words("head.only", pack=first), True), (words("head.only-other"), True)]
    rows = []
    for row in side_by_side(facts["compared"], facts):
        counts = (_number(n, words) for n in (row["both"], row["only_first"], row["only_other"]))
        rows.append([words(row["level"]), letter_of[row["pack"]], *counts])
    return Table("compared", words("table.compared"), heads, rows)


def _delays_table(delays: Sequence[Delay], words: Words) -> Table:
    """Numbers one below the other, levels side by side: that is narrow enough for a phone."""
    ordered = in_order(delays)
    numbers = ("people", "prompts", "reached", "within-24h", "quarter", "median", "three-quarters")
    heads = [(words("head.number"), False), *((words(row["level"]), True) for row in ordered)]
    held = [_delay_cells(row, words) for row in ordered]
    rows = [[words(f"head.{one}"), *(of_level[at] for of_level in held)] for at, one in enumerate(numbers)]
    return Table("delays", words("table.delays"), heads, rows)


def _delay_cells(row: Delay, words: Words) -> list[str | None]:
    people, prompts, reached, share = row["people"], row["prompts"], row["reached"], row["within_24h"]
    if people is None:
        return [None] * 7
    counts = [words.number(people), _number(prompts, words)]
    if reached is None or share is None:
        return [*counts, *[None] * 5]
    hours = (row["quarter_hours"], row["median_hours"], row["three_quarters_hours"])
    # Without an answer there are no hours: that is no secret.
    written = [_number(one, words, 1) if reached else words("none") for one in hours]
    return [*counts, words.number(reached), words.percent(share), *written]


def _problems(facts: Facts, words: Words) -> list[Part]:
    parts: list[Part] = [Heading(2, words("problems"))]
    if not facts["problems"]:
        return [*parts, Text(words("no-problems"))]
    rows = []
    for one in facts["problems"]:
        what = words.code("problem.", one["kind"]) or words("see-problems")
        rows.append([clean(one["kind"]), what, words.number(one["count"])])
    heads = [(words("head.kind"), False), (words("head.problem"), False), (words("head.count"), True)]
    return [*parts, Text(words("problems.where")), Table("problems", words("problems"), heads, rows)]


def _how(words: Words) -> list[Part]:
    few = words("how.few", cell=words.few(), most=str(FEW - 1))
    plain = [words(f"how.{one}") for one in ("day", "replay", "right")]
    more = [words(f"how.{one}") for one in ("left-out", "delays", "compared")]
    return [Heading(2, words("how")), Points([*plain, few, *more])]


def _first_high(parts: Sequence[Part]) -> float:
    """How high the beginning of some parts is, which is to be with the heading before them."""
    match parts:
        case [Heading(), *rest]:
            return 35 + _first_high(rest)
        case [Plot(panels=panels), *_]:
            return 40 + max(panel.high for panel in panels[:2])
        case _:
            return 60


def _pdf(parts: Sequence[Part], words: Words) -> bytes:
    paper = _plots.Paper(words)
    for at, part in enumerate(parts):
        match part:
            case Heading(level, said):
                paper.heading(said, level, _first_high(parts[at + 1 :]))
            case Text(said):
                paper.text(said)
            case Points(said):
                for one in said:
                    paper.point(one)
            case Numbers(held):
                paper.numbers(held)
            case Plot():
                paper.text(part.how)
                paper.panels(part.panels)
            case Table():
                paper.table(part)
    return paper.made(words("title"))


# Nothing is loaded from anywhere, and nothing could be run.
_PAGE: Final = """\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""

_STYLE: Final = """\
:root {
  --ground: #fff; --ink: #1b1f24; --quiet: #565d66; --rule: #d4d8dd; --accent: #163e69;
  --now: #9c1f2e; --today: #1f5a96; --mention: #5c6066;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171b; --ink: #e8eaed; --quiet: #a9b1ba; --rule: #444b55; --accent: #9cc4ef;
    --now: #ff9c9c; --today: #7db4ee; --mention: #b9bec6;
  }
}
* { box-sizing: border-box; }
html { color-scheme: light dark; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
main { max-width: 66rem; margin: 0 auto; padding: .75rem; }
main > p, main > ul { max-width: 44rem; }
h1, h2 { line-height: 1.25; color: var(--accent); }
h1 { font-size: 1.45rem; margin: .5rem 0 .75rem; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
p, ul { margin: .4rem 0; }
ul { padding-left: 1.2rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--today); outline-offset: 2px; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .6rem; }
dl div { border: 1px solid var(--rule); border-radius: .5rem; padding: .5rem .75rem; }
dt { color: var(--quiet); font-size: .875rem; }
dd { margin: 0; font-size: .9rem; }
dd b { display: block; font-size: 1.5rem; line-height: 1.3; }
figure {
  margin: .75rem 0; display: grid; gap: 1.5rem;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 18.5rem), 1fr));
}
figure svg { width: 100%; max-width: 27rem; height: auto; display: block; }
figure svg text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif !important; }
figcaption { grid-column: 1 / -1; font-size: .875rem; }
.wide { overflow-x: auto; margin: .5rem 0; }
table { border-collapse: collapse; font-size: .9rem; line-height: 1.35; }
th, td { padding: .3rem .9rem .3rem 0; text-align: left; vertical-align: top; overflow-wrap: normal; }
tr { border-bottom: 1px solid var(--rule); }
tbody th { font-weight: 600; min-width: 6.1rem; max-width: 30rem; overflow-wrap: anywhere; }
thead th { color: var(--quiet); font-size: .8rem; vertical-align: bottom; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
td:last-child, th:last-child { padding-right: .1rem; }
@media (max-width: 30rem) {
  table { font-size: .8rem; }
  thead th { font-size: .72rem; }
  th, td { padding-right: .4rem; }
}
@media (max-width: 22rem) {
  table { font-size: .72rem; }
  thead th { font-size: .66rem; }
  th, td { padding-right: .25rem; }
  tbody th { min-width: 5rem; }
  main { padding: .5rem; }
}
@media print {
  :root {
    --ground: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --accent: #163e69;
    --now: #9c1f2e; --today: #1f5a96; --mention: #5c6066;
  }
  @page { margin: 14mm; }
  html { color-scheme: light; }
  body { font-size: 10pt; line-height: 1.35; }
  main { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  h2, h3, thead, p:has(+ figure) { break-after: avoid; }
  figure svg, tr, dl div { break-inside: avoid; }
}
"""


def _page(parts: Sequence[Part], words: Words) -> str:
    title = escape(words("title"))
    body = "\n".join(_html(part, words) for part in parts)
    return _PAGE.format(lang=words.lang, title=title, style=_STYLE, body=body)


def _html(part: Part, words: Words) -> str:
    match part:
        case Heading(level, said):
            return f"<h{level}>{escape(said)}</h{level}>"
        case Text(said):
            return f"<p>{escape(said)}</p>"
        case Points(said):
            return "<ul>\n" + "\n".join(f"<li>{escape(one)}</li>" for one in said) + "\n</ul>"
        case Numbers(held):
            return "<dl>\n" + "\n".join(_number_html(*one) for one in held) + "\n</dl>"
        case Plot():
            return _plot_html(part, words)
        case Table():
            return _table_html(part, words)


def _number_html(label: str, value: str, note: str) -> str:
    return f"<div><dt>{escape(label)}</dt><dd><b>{escape(value)}</b>{escape(note)}</dd></div>"


def _svg(panel: Panel, name: str, said: str) -> str:
    """A panel as SVG that stands in a page: in the page's colours, with ids that begin with its name."""
    sheet = _plots.Sheet(_plots.PANEL, panel.high)
    panel.draw(sheet, 0, 0)
    out = io.StringIO()
    sheet.figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    drawn = out.getvalue()[out.getvalue().index("<svg ") :]
    drawn = re.sub(r"<metadata>.*?</metadata>|<style.*?</style>|(?<=\n) +", "", drawn, flags=re.DOTALL)
    # Only within tags: what others wrote stands between them, and may look like any of this.
    drawn = re.sub(r"<[^<>]+>", lambda tag: _for_page(tag[0], name), drawn)
    return drawn.replace("<svg ", f'<svg role="img" aria-label="{escape(said)}" ', 1).strip()


def _for_page(tag: str, name: str) -> str:
    tag = re.sub(r' xmlns(:xlink)?="[^"]*"', "", tag)
    tag = re.sub(r' id="', f' id="{name}-', tag)
    tag = re.sub(r'(href="|url\()#', rf"\1#{name}-", tag)
    # A variable is read in a style only.
    tag = re.sub(r' fill="(#[0-9a-f]{6})"', r' style="fill: \1"', tag)
    return re.sub(r"(?<=: )#[0-9a-f]{6}", lambda colour: f"var(--{_plots.VARIABLES[colour[0]]})", tag)


def _plot_html(plot: Plot, words: Words) -> str:
    drawn = []
    for at, panel in enumerate(plot.panels, 1):
        title = words(f"plot.{plot.name}")
        if len(plot.panels) > 1:
            title = words("said.part", title=title, part=str(at), parts=str(len(plot.panels)))
        said = words("said.plot", title=title, numbers=panel.said)
        drawn.append(_svg(panel, f"{plot.name}-{at}", said))
    link = f'<a href="#{plot.table}">{escape(words("plot.numbers"))}</a>'
    return (
        f"<p>{escape(plot.how)}</p>\n<figure>\n"
        + "\n".join(drawn)
        + f"\n<figcaption>{link}</figcaption>\n</figure>"
    )


def _table_html(table: Table, words: Words) -> str:
    numeric = [' class="number"' if number else "" for _, number in table.columns]
    heads = "".join(
        f'<th scope="col"{kind}>{escape(head)}</th>'
        for (head, _), kind in zip(table.columns, numeric, strict=True)
    )

    def span(many: int) -> str:
        return f' colspan="{many}"' if many > 1 else ""

    rows = []
    for row in table.rows:
        (_, _, name), *rest = cells(row, words)
        held = "".join(f"<td{numeric[first]}{span(many)}>{escape(said)}</td>" for first, many, said in rest)
        rows.append(f'<tr><th scope="row">{escape(name)}</th>{held}</tr>')
    # What can be scrolled must be reached by the keyboard, and have a name.
    opened = (
        f'<div class="wide" id="{table.name}" role="region" tabindex="0" aria-label="{escape(table.title)}">'
    )
    body = "\n".join(rows)
    return f"{opened}\n<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>"
