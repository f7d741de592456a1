"""The summary of a run: what stands in it and what must not, as a page and as a PDF, in both languages."""

import copy
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from typing import Any, cast

import matplotlib
import pytest

from vigie_cohort import _summary
from vigie_cohort._facts import Compared, Counted, Delay, Facts, Level, Rate
from vigie_cohort._words import Words

LANGS = pytest.mark.parametrize("lang", ["fr", "en"])
FEW = {"fr": "<\u00a010 personnes", "en": "<\u00a010 people"}


def counted(pack: str, level: Level, prompts: int | None) -> Counted:
    people, per_100 = (None, None) if prompts is None else (prompts - 7, prompts / 1900)
    return {"pack": pack, "level": level, "prompts": prompts, "people": people, "per_100_days": per_100}


def rate(pack: str, rule: str, level: Level, prompts: int | None) -> Rate:
    return {**counted(pack, level, prompts), "channel": "trend" if rule == "trend" else "flag", "rule": rule}


def delay(level: Level, held: list[float | None]) -> Delay:
    names = (
        "prompts",
        "reached",
        "people",
        "median_hours",
        "quarter_hours",
        "three_quarters_hours",
        "within_24h",
    )
    return cast(Delay, {"level": level, **dict(zip(names, held, strict=True))})


def compared(level: Level, both: int | None, first: int | None, other: int | None) -> Compared:
    return {"pack": "stricter.json", "level": level, "both": both, "only_first": first, "only_other": other}


def facts() -> Facts:
    """A cohort with two packs, some of whose numbers are not to be shown."""
    rules: list[tuple[str, Level, int | None]] = [
        ("trend", "today", 3812),
        ("trend", "mention", 418),
        ("fever", "today", 291),
        ("fever-with", "now", 53),
        ("cord-new", "now", None),
        *((f"rule-{n}", "mention", 200 - n) for n in range(9)),
    ]
    return {
        "made_on": "2026-11-27",
        "vigie": "0.1.0",
        "spark": "4.0.5",
        "packs": [
            {"label": "built-in", "name": "vigie-general", "version": 2},
            {"label": "stricter.json", "name": "team-x", "version": 3},
        ],
        "people": {"found": 2034, "withdrawn": 21, "refused": 3, "not_stated": 1800, "watched": 2010},
        "rows": {"read": 812345, "bad": 12, "watched": 800123},
        "days": {"answered": 190000, "span": 240000},
        "rates": [
            rate(pack, rule, level, prompts)
            for pack in ("built-in", "stricter.json")
            for rule, level, prompts in rules
        ],
        "levels": [
            counted("built-in", "now", 55),
            counted("built-in", "today", 4123),
            counted("built-in", "mention", None),
            counted("stricter.json", "now", 61),
            counted("stricter.json", "today", 4711),
            counted("stricter.json", "mention", 2209),
        ],
        "completeness": [
            {"from": at / 10, "to": (at + 1) / 10, "people": None if at == 2 else 11 + 37 * at}
            for at in range(10)
        ],
        "delays": [
            delay("now", [300, 280, 210, 1.5, 0.5, 5.0, 0.91]),
            delay("today", [1311, 0, 817, None, None, None, 0.0]),
            delay("mention", [None] * 7),
        ],
        "compared": [compared("now", 47, None, 31), compared("today", 1703, 104, 1305)],
        "problems": [{"kind": "corrupt", "count": 1}, {"kind": "time-zones", "count": 1019}],
    }


def nobody() -> Facts:
    """A run that found nobody to watch."""
    empty = facts()
    empty["people"] = {"found": 4, "withdrawn": 4, "refused": 0, "not_stated": 0, "watched": 0}
    empty["rows"] = {"read": 90, "bad": 0, "watched": 0}
    empty["days"] = {"answered": 0, "span": 0}
    empty["rates"], empty["levels"], empty["delays"], empty["compared"] = [], [], [], []
    empty["completeness"] = [{**one, "people": 0} for one in empty["completeness"]]
    empty["problems"] = []
    return empty


HOSTILE = [
    "<script>alert('x')</script> & \"quoted\".json",
    "x" * 300,
    "many words " * 200,
    'fill: #9c1f2e; id="a" url(#b) $x^2$ {n} %s http://there.invalid',
    "line\nbreak\x00\u202eturned\udc80 \u75c7\u72b6 \U0001f600",
]


def hostile() -> Facts:
    """The same with packs and rules that are called what nobody should call them."""
    bad = facts()
    bad["packs"] = [{"label": label, "name": label, "version": 1} for label in HOSTILE]
    bad["rates"] = [rate(label, rule, "now", 1234) for label in HOSTILE for rule in HOSTILE]
    bad["levels"] = [counted(label, "now", 1234) for label in HOSTILE]
    bad["compared"] = [{**compared("now", 1, 2, None), "pack": label} for label in HOSTILE[1:]]
    bad["problems"] = [{"kind": label, "count": 1} for label in HOSTILE]
    return bad


class Page(HTMLParser):
    """A page taken apart; it fails when a tag is not closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1] if self.open else "", data))

    def of(self, tag: str) -> list[str]:
        """The texts that stand in a tag."""
        return [text for within, text in self.texts if within == tag]

    def held(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each of a tag."""
        return [attrs for name, attrs in self.tags if name == tag]


#: What was made already, by the facts and the language: making it takes a second or more.
MADE: dict[tuple[str, str], dict[str, bytes]] = {}


def write(held: Facts, folder: Path, lang: str) -> None:
    """The summary in a folder."""
    key = (json.dumps(held), lang)
    if key not in MADE:
        MADE[key] = _summary.pages(held, lang)
    for name, data in MADE[key].items():
        (folder / name).write_bytes(data)


def page_of(held: Facts, folder: Path, lang: str) -> tuple[Page, str]:
    write(held, folder, lang)
    text = (folder / "summary.html").read_text("utf-8")
    return Page(text), text


def told(pdf: Path, *how: str) -> str:
    """What a command of poppler tells of a PDF."""
    command, *options = how
    file = [str(pdf), "-"] if command == "pdftotext" else [str(pdf)]
    return subprocess.run(
        [command, *options, *file], check=True, capture_output=True, encoding="utf-8"
    ).stdout


#: A word of a PDF and where it stands, as pdftotext tells it.
WORD = r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>'


class Word:
    """A word of a PDF and its box in points."""

    def __init__(self, found: re.Match[str]) -> None:
        self.left, self.top, self.right, self.bottom = map(float, found.groups()[:4])
        self.said = found[5]

    def on(self, other: "Word") -> bool:
        """Whether the words stand on each other; kerning and the room that no letter uses do not count."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide >= 1 and high >= 2


def joined(text: str) -> str:
    """A text without spaces, of which a PDF knows nothing for sure."""
    return re.sub(r"\s", "", text)


def test_a_language_that_is_not_spoken_is_refused() -> None:
    with pytest.raises(ValueError, match="'de' is no language"):
        _summary.pages(facts(), "de")


@LANGS
@pytest.mark.parametrize("make", [facts, nobody, hostile])
def test_the_page_stands_alone_and_is_well_made(make: Any, lang: str, tmp_path: Path) -> None:
    page, text = page_of(make(), tmp_path, lang)
    assert page.held("html") == [{"lang": lang}]
    assert {"script", "link", "img", "iframe", "object", "style"} & {tag for tag, _ in page.tags} == {"style"}
    attributes = [(name, value or "") for _, attrs in page.tags for name, value in attrs.items()]
    assert not [name for name, _ in attributes if name == "src" or name.startswith("on")]
    links = [value for name, value in attributes if name.endswith("href")]
    ids = [value for name, value in attributes if name == "id"]
    assert len(set(ids)) == len(ids)
    assert {link.removeprefix("#") for link in links} <= set(ids)
    styles = "".join(page.of("style")) + "".join(value for name, value in attributes if name == "style")
    assert "@import" not in styles and set(re.findall(r"url\((.)", styles)) <= {"#"}
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    assert {attrs.get("scope") for attrs in page.held("th")} <= {"col", "row"}


@LANGS
def test_each_plot_says_its_numbers_and_a_table_holds_them(lang: str, tmp_path: Path) -> None:
    page, _ = page_of(facts(), tmp_path, lang)
    words = Words(lang)
    drawn = page.held("svg")
    assert {one["role"] for one in drawn} == {"img"}
    said = " ".join(one["aria-label"] or "" for one in drawn)
    cells = page.of("td") + page.of("th")
    numbers = [
        words.number(3812 / 1900, 2),
        words.number(1.5, 1),
        words.number(11 + 37 * 9),
        words.percent(0.91),
    ]
    for number in numbers:
        assert number in said
        assert number in cells
    shown = {text for text in page.of("text") if re.search(r"\d", text) and "–" not in text}
    assert words.number(3812 / 1900, 2) + " + " + words.number(418 / 1900, 2) in shown


@LANGS
def test_what_few_people_stand_behind_is_not_shown(lang: str, tmp_path: Path) -> None:
    hidden = facts()
    nothing = {"prompts": None, "people": None, "per_100_days": None}
    hidden["rates"] = [cast(Rate, {**one, **nothing}) for one in hidden["rates"]]
    hidden["levels"] = [cast(Counted, {**one, **nothing}) for one in hidden["levels"]]
    hidden["completeness"] = [{**one, "people": None} for one in hidden["completeness"]]
    hidden["delays"] = [delay("now", [None] * 7)]
    hidden["compared"] = [compared("now", None, None, None)]
    hidden["problems"] = []
    page, text = page_of(hidden, tmp_path, lang)
    levels = {Words(lang)(level) for level in ("now", "today", "mention")}
    assert set(page.of("td")) - levels == {FEW[lang], "A", "B"}
    values = [page.of("b")[at] for at in range(2, 5)]
    assert values == [FEW[lang]] * 3
    # The only boxes are those of the legends, each beside its words; these stand once more for the delay.
    box = re.compile(r"stroke: var\(--(now|today|mention)\); stroke-width: 0.8")
    boxes = [one for one in page.held("path") if box.search(one["style"] or "")]
    assert len(boxes) == sum(one in levels for one in page.of("text")) - 1
    assert "fill: var(--accent)" not in text
    pdf = told(tmp_path / "summary.pdf", "pdftotext", "-layout")
    assert joined(FEW[lang]) in joined(pdf)
    for made in (text, pdf):
        assert not re.search(r"\b(None|nan|inf)\b", made)


@LANGS
def test_a_count_beside_one_that_is_hidden_is_hidden_too(lang: str, tmp_path: Path) -> None:
    half = facts()
    half["rates"][0] = {**half["rates"][0], "prompts": 7777, "people": None, "per_100_days": 77.77}
    half["levels"][0] = {**half["levels"][0], "prompts": 8888, "people": None, "per_100_days": 88.88}
    half["delays"][0] = {**half["delays"][0], "people": None, "prompts": 6666, "median_hours": 66.6}
    half["delays"][1] = {**half["delays"][1], "reached": None, "median_hours": 55.5, "within_24h": 0.44}
    _, text = page_of(half, tmp_path, lang)
    pdf = told(tmp_path / "summary.pdf", "pdftotext", "-layout")
    hidden = r"7[\s,.]?777|8[\s,.]?888|6[\s,.]?666|77[,.]77|88[,.]88|66[,.]6\D|55[,.]5\D|44\s?%"
    assert re.findall(hidden, text) == re.findall(hidden, pdf) == []


@LANGS
def test_labels_of_others_are_text_and_nothing_else(lang: str, tmp_path: Path) -> None:
    page, text = page_of(hostile(), tmp_path, lang)
    assert "<script" not in text
    assert any(HOSTILE[0] in one for one in page.of("th"))
    assert any(HOSTILE[3] in one for one in page.of("th"))
    assert any(HOSTILE[3][:30] in one for one in page.of("text"))
    assert not re.search("[\x00\u202e\udc80]", text)
    assert "line\ufffdbreak\ufffd\ufffdturned\ufffd" in text


@LANGS
def test_a_cohort_of_nobody_says_so(lang: str, tmp_path: Path) -> None:
    page, _ = page_of(nobody(), tmp_path, lang)
    words = Words(lang)
    assert words("nobody") in page.of("p")
    assert words("no-problems") in page.of("p")
    assert words.counted("withdrawn", 4) in page.of("li")
    assert page.held("svg") == [] and page.held("table") == []
    assert joined(words("nobody")) in joined(told(tmp_path / "summary.pdf", "pdftotext", "-layout"))


@LANGS
def test_journals_that_tell_of_no_prompt_have_no_delays(lang: str, tmp_path: Path) -> None:
    quiet = facts()
    quiet["delays"], quiet["rates"] = [], []
    page, _ = page_of(quiet, tmp_path, lang)
    assert {Words(lang)("no-delays"), Words(lang)("no-rates"), Words(lang)("no-rows")} <= set(page.of("p"))
    assert len(page.held("svg")) == 1


@LANGS
def test_one_pack_has_no_letter_and_is_compared_with_none(lang: str, tmp_path: Path) -> None:
    alone = facts()
    alone["packs"], alone["compared"] = alone["packs"][:1], []
    alone["rates"] = [one for one in alone["rates"] if one["pack"] == "built-in"]
    alone["levels"] = [one for one in alone["levels"] if one["pack"] == "built-in"]
    page, _ = page_of(alone, tmp_path, lang)
    assert "A" not in page.of("text") + page.of("td") + page.of("th")
    assert Words(lang)("head.pack") not in page.of("th")
    assert page.of("h3").count(Words(lang)("table.rates")) == 1


@LANGS
def test_the_page_says_how_it_is_to_be_read(lang: str, tmp_path: Path) -> None:
    page, _ = page_of(facts(), tmp_path, lang)
    words = Words(lang)
    order = [words(key) for key in ("key", "plots", "tables", "problems", "how")]
    assert page.of("h2") == order
    counts = [
        ("found", 2034),
        ("withdrawn", 21),
        ("refused", 3),
        ("watched", 2010),
        ("not-stated", 1800),
        ("bad", 12),
    ]
    said = page.of("li")
    assert {words.counted(key, n) for key, n in counts} <= set(said)
    assert {words("how.replay"), words("how.right"), words("how.left-out")} <= set(said)
    assert words("problem.corrupt") in page.of("td")


def brightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def test_colours_are_told_apart_from_the_ground_by_day_by_night_and_on_paper(tmp_path: Path) -> None:
    page, _ = page_of(facts(), tmp_path, "en")
    schemes = re.findall(r":root \{(.*?)\}", "".join(page.of("style")), re.DOTALL)
    assert len(schemes) == 3
    for scheme in schemes:
        colours = dict(re.findall(r"--(\w+): (#\w+);", scheme))
        ground = colours.pop("ground")
        del colours["rule"]
        for name, colour in colours.items():
            full = [
                one if len(one) == 7 else "#" + "".join(2 * sign for sign in one[1:])
                for one in (colour, ground)
            ]
            dark, light = sorted(map(brightness, full))
            assert (light + 0.05) / (dark + 0.05) >= 4.5, name


@pytest.mark.parametrize(("make", "lang"), [(facts, "fr"), (hostile, "en")])
def test_the_same_facts_give_the_same_bytes(make: Any, lang: str, tmp_path: Path) -> None:
    write(make(), tmp_path, lang)
    held = make()
    before = copy.deepcopy(held)
    with matplotlib.rc_context(
        {"savefig.bbox": "tight", "font.size": 30, "pdf.fonttype": 3, "svg.fonttype": "path"}
    ):
        settings = dict(matplotlib.rcParams)
        again = _summary.pages(held, lang)
        assert dict(matplotlib.rcParams) == settings
    assert held == before
    assert again == {name: (tmp_path / name).read_bytes() for name in ("summary.html", "summary.pdf")}
    assert "CreationDate" not in told(tmp_path / "summary.pdf", "pdfinfo")


def test_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    write(facts(), tmp_path, "fr")
    here = [(tmp_path / name).read_bytes() for name in ("summary.html", "summary.pdf")]
    run = "import sys, pathlib, test_summary as t; t.write(t.facts(), pathlib.Path(sys.argv[1]), 'fr')"
    around = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", run, str(tmp_path)], check=True, env=around)
    assert [(tmp_path / name).read_bytes() for name in ("summary.html", "summary.pdf")] == here


@LANGS
@pytest.mark.parametrize("make", [facts, nobody])
def test_the_pdf_says_all_that_the_page_says(make: Any, lang: str, tmp_path: Path) -> None:
    page, _ = page_of(make(), tmp_path, lang)
    pdf = joined(told(tmp_path / "summary.pdf", "pdftotext", "-layout"))
    for tag in ("h1", "h2", "h3", "b"):
        for one in page.of(tag):
            assert joined(one) in pdf, one
    for tag in ("td", "text"):
        for one in page.of(tag):
            assert re.search(r"\d", one) is None or joined(one) in pdf, one
    assert len(set(page.of("td"))) > 60 or make is nobody


@LANGS
@pytest.mark.parametrize("make", [facts, nobody, hostile])
def test_nothing_in_the_pdf_is_cut_off_or_stands_on_something_else(
    make: Any, lang: str, tmp_path: Path
) -> None:
    write(make(), tmp_path, lang)
    boxes = told(tmp_path / "summary.pdf", "pdftotext", "-bbox")
    pages = boxes.split("<page ")[1:]
    assert pages
    for number, page in enumerate(pages, 1):
        words = [Word(found) for found in re.finditer(WORD, page)]
        assert Words(lang)("page", n=str(number), all=str(len(pages))).split()[-1] in {
            one.said for one in words
        }
        for one in words:
            assert 50 <= one.left and one.right <= 596 - 50 and 40 <= one.top and one.bottom <= 842 - 25, (
                one.said
            )
        for one, other in combinations(words, 2):
            assert not one.on(other), (one.said, other.said)


@LANGS
def test_the_pdf_is_a4_and_holds_its_fonts(lang: str, tmp_path: Path) -> None:
    write(facts(), tmp_path, lang)
    about = told(tmp_path / "summary.pdf", "pdfinfo")
    assert "(A4)" in about and Words(lang)("title") in about
    fonts = told(tmp_path / "summary.pdf", "pdffonts").splitlines()[2:]
    assert fonts
    for font in fonts:
        assert "TrueType" in font and re.search(r"\byes\b", font)
