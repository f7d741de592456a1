"""What the summary draws: a sheet measured in points, the plots that go on it, and the pages of the PDF.

A plot is a row of panels as wide as half a page, or as a phone: the same drawing serves the page and the PDF.
Nothing of matplotlib's own state is used or left changed, so that the same facts always give the same bytes.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, log
from typing import Final, Literal, NamedTuple, TypeAlias

import matplotlib
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont
from matplotlib.ft2font import FT2Font
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from ._facts import LEVELS, Bar, Completeness, Delay, Level, Rule
from ._words import Table, Words, cells, clean

#: The colours on white. In the page each stands for a variable of the style, which has another for the dark.
INK: Final = "#1b1f24"
QUIET: Final = "#565d66"
RULE: Final = "#d4d8dd"
GROUND: Final = "#fffffe"
ACCENT: Final = "#163e69"
#: Levels differ by how they are filled too: full, striped, empty.
_OF_LEVEL: Final[dict[Level, str]] = {"now": "#9c1f2e", "today": "#1f5a96", "mention": "#5c6066"}
VARIABLES: Final = {INK: "ink", QUIET: "quiet", RULE: "rule", GROUND: "ground", ACCENT: "accent"} | {
    colour: level for level, colour in _OF_LEVEL.items()
}
#: Width of a panel, and the height at which a plot goes on in another.
PANEL: Final = 238.0
_TALL: Final = 220.0
_SIZE: Final = 8.5
_FONT: Final = "DejaVu Sans"


@contextmanager
def own_settings() -> Iterator[None]:
    """matplotlib as it comes, whatever whoever calls has set, and as they had it afterwards."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(
            {
                "font.family": [_FONT],
                "hatch.linewidth": 1.2,
                "pdf.fonttype": 42,
                "svg.fonttype": "none",
                "svg.hashsalt": "vigie",
                # A file may be called $x^2$.
                "text.parse_math": False,
            }
        )
        yield


@lru_cache
def _font(bold: bool) -> FT2Font:
    # Not by `get_font`: that one is matplotlib's own, which changes its size.
    font = FT2Font(findfont(FontProperties(family=_FONT, weight="bold" if bold else "normal")))
    font.set_size(100, 72)
    return font


@lru_cache(maxsize=4096)
def _advance(sign: str, bold: bool) -> float:
    font = _font(bold)
    if font.get_char_index(ord(sign)) == 0:
        return _advance("\ufffd", bold)
    return font.load_char(ord(sign)).linearHoriAdvance / 65536 / 100


def width(text: str, size: float = _SIZE, bold: bool = False) -> float:
    """How wide a text is, in points."""
    return size * sum(_advance(sign, bold) for sign in text)


def _drawable(text: str) -> str:
    """A text without signs that the font lacks, of which matplotlib would warn."""
    font = _font(False)
    return "".join(sign if font.get_char_index(ord(sign)) else "\ufffd" for sign in text)


def shortened(text: str, room: float) -> str:
    """The beginning of a text that would be wider than some room."""
    lines = wrapped(text, room - _SIZE)
    return lines[0] + ("…" if len(lines) > 1 else "")


def wrapped(text: str, room: float, size: float = _SIZE, bold: bool = False) -> list[str]:
    """A text in lines. A word wider than the room goes on in the next line."""
    lines = [""]
    for word in text.split(" "):
        together = f"{lines[-1]} {word}" if lines[-1] else word
        if width(together, size, bold) <= room:
            lines[-1] = together
            continue
        if lines[-1]:
            lines.append("")
        for sign in word:
            if lines[-1] and width(lines[-1] + sign, size, bold) > room:
                lines.append("")
            lines[-1] += sign
    return lines


#: Which end of a text stands at its place.
At: TypeAlias = Literal["left", "center", "right"]
LEFT: Final = "left"


class Sheet:
    """A drawing measured in points from its left upper corner."""

    def __init__(self, wide: float, high: float) -> None:
        self.figure = Figure(figsize=(wide / 72, high / 72), dpi=72)
        self.figure.patch.set_visible(False)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(0, wide)
        self.axes.set_ylim(high, 0)

    def text(
        self,
        x: float,
        y: float,
        said: str,
        ink: str = INK,
        size: float = _SIZE,
        bold: bool = False,
        at: At = LEFT,
    ) -> None:
        """A line of text; y is its base."""
        weight = "bold" if bold else "normal"
        self.axes.text(
            x, y, _drawable(said), color=ink, fontsize=size, fontweight=weight, ha=at, va="baseline"
        )

    def box(self, x: float, y: float, wide: float, high: float, level: Level | None = None) -> None:
        """A box filled as its level is, or one that is of no level."""
        colour = _OF_LEVEL[level] if level else ACCENT
        box = Rectangle((x, y), wide, high, linewidth=0.8, clip_on=False, edgecolor=colour)
        # As lines are: what is drawn first lies below.
        box.set_zorder(2)
        box.set_facecolor(GROUND if level in ("today", "mention") else colour)
        box.set_hatch("////" if level == "today" else "")
        self.axes.add_patch(box)

    def line(
        self, x: tuple[float, float], y: tuple[float, float], ink: str = RULE, wide: float = 0.8
    ) -> None:
        """A straight line."""
        self.axes.add_line(Line2D(x, y, color=ink, linewidth=wide, clip_on=False, solid_capstyle="butt"))


@dataclass(frozen=True)
class Panel:
    """A part of a plot."""

    high: float
    #: Draws it on a sheet with its left upper corner at x and y.
    draw: Callable[[Sheet, float, float], None]
    #: Its main numbers in words.
    said: str


def _label(bar: Bar, words: Words) -> str:
    """The numbers beside a bar."""
    return " + ".join(words.few() if one is None else words.number(one, 2) for _, one in bar.parts)


def rates(rules: Sequence[Rule], words: Words) -> list[Panel]:
    """Prompts per 100 days by rule: a bar a pack, the levels one after the other."""
    bars = [bar for _, of_rule in rules for bar in of_rule]
    left = 12.0 if any(bar.letter for bar in bars) else 0.0
    scales = [(PANEL - left - 6 - width(_label(bar, words))) / bar.total() for bar in bars if bar.total() > 0]
    scale = min(scales, default=0.0)
    many = ceil(sum(map(_rule_high, rules)) / _TALL)
    each = ceil(len(rules) / max(many, 1))
    parts = [rules[at : at + each] for at in range(0, len(rules), max(each, 1))]
    return [_rates_panel(part, left, scale, words) for part in parts]


def _rule_high(rule: Rule) -> float:
    return 20 + 13.0 * len(rule[1])


def _rates_panel(rules: Sequence[Rule], left: float, scale: float, words: Words) -> Panel:
    there = {level for _, bars in rules for bar in bars for level, _ in bar.parts}
    levels = [level for level in LEVELS if level in there]
    top = 13.0 * len(levels) + 6

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for at, level in enumerate(levels):
            sheet.box(x, y + 13 * at + 2, 14, 8, level)
            sheet.text(x + 19, y + 13 * at + 9, words(level), ink=QUIET)
        y += top
        for rule, bars in rules:
            sheet.text(x, y + 11, shortened(clean(rule), PANEL))
            y += 15
            sheet.line((x + left, x + left), (y - 1, y + 13 * len(bars) - 1), QUIET)
            for bar in bars:
                _draw_bar(sheet, x, y, bar, left, scale, words)
                y += 13
            y += 5

    said = "; ".join(
        words("said.number", of=shortened(clean(rule), PANEL), number=_bars_said(bars, words))
        for rule, bars in rules
    )
    return Panel(top + sum(map(_rule_high, rules)), draw, said)


def _bars_said(bars: Sequence[Bar], words: Words) -> str:
    said = []
    for bar in bars:
        for level, one in bar.parts:
            number = words.few() if one is None else words.number(one, 2)
            one_level = words("said.level", level=words(level), number=number)
            said.append(words("said.number", of=bar.letter, number=one_level) if bar.letter else one_level)
    return ", ".join(said)


def _draw_bar(sheet: Sheet, x: float, y: float, bar: Bar, left: float, scale: float, words: Words) -> None:
    sheet.text(x, y + 9, bar.letter, ink=QUIET)
    at = x + left
    for level, one in bar.parts:
        if one:
            sheet.box(at, y + 1, one * scale, 9, level)
            at += one * scale
    sheet.text(at + 5, y + 9, _label(bar, words))


def completeness(bins: Sequence[Completeness], words: Words) -> list[Panel]:
    """People by the share of days that they answered: a bar for each tenth."""
    left = 52.0
    labels = [words.few() if one["people"] is None else words.number(one["people"]) for one in bins]
    most = max((one["people"] or 0 for one in bins), default=0)
    scale = (PANEL - left - 6 - max(map(width, labels), default=0)) / max(most, 1)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.line((x + left, x + left), (y, y + 15 * len(bins)), QUIET)
        for at, (one, label) in enumerate(zip(bins, labels, strict=True)):
            base = y + 15 * at
            sheet.text(x + left - 5, base + 11, words.days(one), at="right")
            long = (one["people"] or 0) * scale
            if long:
                sheet.box(x + left, base + 2, long, 11)
            sheet.text(x + left + long + 5, base + 11, label)

    shares = map(words.days, bins)
    said = [words("said.number", of=of, number=number) for of, number in zip(shares, labels, strict=True)]
    return [Panel(15.0 * len(bins) + 2, draw, "; ".join(said))]


#: Hours that the scale of delays has a mark at, and their words.
_TICKS: Final = [
    (0.1, "tick.minutes", 6),
    (1, "tick.hours", 1),
    (6, "tick.hours", 6),
    (24, "tick.hours", 24),
    (24 * 7, "tick.days", 7),
    (24 * 30, "tick.days", 30),
    (24 * 365, "tick.days", 365),
]


def delays(rows: Sequence[Delay], words: Words) -> list[Panel]:
    """Hours until somebody answered: the middle half of the answers as a box, the median as a stroke."""
    longest = max((there[2] for there in map(_hours, rows) if there), default=0)
    last = next((at for at, tick in enumerate(_TICKS) if at >= 3 and tick[0] >= longest), len(_TICKS) - 1)
    ticks = _TICKS[: last + 1]
    low, high = ticks[0][0], ticks[-1][0]
    left, right = 14.0, PANEL - 18.0

    def at_hours(hours: float) -> float:
        held = min(max(hours, low), high)
        return left + (right - left) * log(held / low) / log(high / low)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        bottom = y + 44 * len(rows)
        for hours, key, n in ticks:
            for at in range(len(rows)):
                sheet.line((x + at_hours(hours),) * 2, (y + 44 * at + 13, y + 44 * at + 26))
            sheet.text(x + at_hours(hours), bottom + 11, words(key, n=str(n)), ink=QUIET, at="center")
        for at, row in enumerate(rows):
            _draw_delay(sheet, x, y + 44 * at, row, at_hours, words)

    said = "; ".join(
        words("said.number", of=words(row["level"]), number=_delay_said(row, words)) for row in rows
    )
    return [Panel(44.0 * len(rows) + 16, draw, said)]


def _hours(row: Delay) -> tuple[float, float, float, float] | None:
    """First quarter, median, third quarter and the share within a day, when they can be shown."""
    quarter, median, three = row["quarter_hours"], row["median_hours"], row["three_quarters_hours"]
    share = row["within_24h"]
    if not row["people"] or not row["reached"] or quarter is None or median is None or three is None:
        return None
    return None if share is None else (quarter, median, three, share)


def _delay_said(row: Delay, words: Words) -> str:
    there = _hours(row)
    if there is None:
        return words("no-answer") if row["people"] and row["reached"] == 0 else words.few()
    quarter, median, three = (words.number(one, 1) for one in there[:3])
    return words("said.delay", quarter=quarter, median=median, three=three, share=words.percent(there[3]))


def _draw_delay(
    sheet: Sheet, x: float, y: float, row: Delay, at_hours: Callable[[float], float], words: Words
) -> None:
    sheet.text(x, y + 10, words(row["level"]))
    there = _hours(row)
    if there is None:
        sheet.text(x + 14, y + 25, _delay_said(row, words), ink=QUIET)
        return
    start, middle, end = (x + at_hours(hours) for hours in there[:3])
    sheet.box(start, y + 14, max(end - start, 1), 11, row["level"])
    # A rim of the ground keeps the stroke apart from the box, whatever fills it.
    sheet.line((middle, middle), (y + 12, y + 27), GROUND, 5)
    sheet.line((middle, middle), (y + 12, y + 27), INK, 2)
    written = words("drawn.delay", median=words.number(there[1], 1), share=words.percent(there[3]))
    sheet.text(x + 14, y + 36, written, ink=QUIET)


#: A4, and what is left of it within the margins.
_WIDE, _HIGH, _MARGIN = 595.28, 841.89, 51.0
_ROOM = _WIDE - 2 * _MARGIN
_BOTTOM = _HIGH - _MARGIN - 14
#: Between two columns of a table, and the size of what stands in them.
_APART, _SMALL = 8.0, 8.0


class _Cell(NamedTuple):
    x: float
    at: At
    bold: bool
    lines: list[str]


def _widths(table: Table, words: Words) -> list[float]:
    """A width for each column: what its texts need, or less when they need more than there is."""
    held = [[(head, True)] for head, _ in table.columns]
    for row in table.rows:
        for at, many, text in cells(row, words):
            # What stands in several columns has room enough.
            if many == 1:
                held[at].append((text, at == 0))
    natural, least = [], []
    for texts in held:
        single = [(word, bold) for text, bold in texts for word in text.split(" ")]
        natural.append(_APART + max(width(text, _SMALL, bold) for text, bold in texts))
        least.append(_APART + min(_ROOM / 3, max(width(word, _SMALL, bold) for word, bold in single)))
    if sum(natural) <= _ROOM:
        return natural
    spare = _ROOM - sum(least)
    if spare < 0:
        return [one * _ROOM / sum(least) for one in least]
    more = [most - little for most, little in zip(natural, least, strict=True)]
    return [little + spare * one / sum(more) for little, one in zip(least, more, strict=True)]


class Paper:
    """Pages of A4 that are written from top to bottom."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.sheets: list[Sheet] = []
        self.turn()

    def turn(self) -> None:
        """Goes on with a new page."""
        self.sheets.append(Sheet(_WIDE, _HIGH))
        self.y = _MARGIN

    def room(self, high: float) -> bool:
        """Sees that there is room for something. Whether the page had to be turned."""
        turned = self.y > _MARGIN and self.y + high > _BOTTOM
        if turned:
            self.turn()
        return turned

    def text(
        self, said: str, size: float = 9.5, *, bold: bool = False, ink: str = INK, indent: float = 0
    ) -> None:
        """A paragraph."""
        for line in wrapped(said, _ROOM - indent, size, bold):
            self.room(size * 1.4)
            self.y += size * 1.4
            self.sheets[-1].text(_MARGIN + indent, self.y, line, size=size, bold=bold, ink=ink)
        self.y += 4

    def heading(self, said: str, level: int, next_high: float = 60) -> None:
        """A heading, on the same page as what comes next, of which so much is to be with it."""
        size = {1: 17.0, 2: 13.0, 3: 10.5}[level]
        self.room(3 * size + next_high)
        self.y += size * (0.7 if self.y > _MARGIN else 0)
        self.text(said, size, bold=True, ink=INK if level == 3 else ACCENT)

    def point(self, said: str) -> None:
        """A line of a list."""
        self.room(14)
        self.sheets[-1].text(_MARGIN, self.y + 13.3, "•", size=9.5)
        self.text(said, indent=12)

    def numbers(self, held: Sequence[tuple[str, str, str]]) -> None:
        """Key numbers: what it is, the number, what goes with it; three in a row."""
        wide = _ROOM / 3
        for at in range(0, len(held), 3):
            texts = [
                (wrapped(label, wide - 14), value, wrapped(note, wide - 14))
                for label, value, note in held[at : at + 3]
            ]
            above, below = max(len(one[0]) for one in texts), max(len(one[2]) for one in texts)
            self.room(12 * (above + below) + 36)
            for column, (label, value, note) in enumerate(texts):
                x, y = _MARGIN + column * wide, self.y + 12
                for line, said in enumerate(label):
                    self.sheets[-1].text(x, y + 12 * line, said, ink=QUIET)
                size = min(17.0, 17 * (wide - 14) / width(value, 17, True))
                self.sheets[-1].text(x, y + 12 * above + 8, value, size=size, bold=True)
                for line, said in enumerate(note):
                    self.sheets[-1].text(x, y + 12 * (above + line) + 22, said)
            self.y += 12 * (above + below) + 36

    def panels(self, held: Sequence[Panel]) -> None:
        """The panels of a plot, two side by side."""
        for at in range(0, len(held), 2):
            pair = held[at : at + 2]
            high = max(panel.high for panel in pair) + 10
            self.room(high)
            for panel, x in zip(pair, (_MARGIN, _WIDE - _MARGIN - PANEL), strict=False):
                panel.draw(self.sheets[-1], x, self.y + 4)
            self.y += high

    def table(self, table: Table) -> None:
        """A table; on each page that it goes on, its title and its head stand again."""
        wide = _widths(table, self.words)

        def placed(row: Sequence[str | None], is_head: bool) -> list[_Cell]:
            out = []
            for first, many, said in cells(row, self.words):
                x, room = _MARGIN + sum(wide[:first]), sum(wide[first : first + many]) - _APART
                bold, right = is_head or first == 0, table.columns[first][1]
                lines = wrapped(said, room, _SMALL, bold)
                out.append(_Cell(x + room if right else x, "right" if right else LEFT, bold, lines))
            return out

        def head() -> None:
            self._row(placed([head for head, _ in table.columns], True), lambda: None)
            self._under(wide, QUIET)

        def again() -> None:
            self.heading(self.words("table.goes-on", table=table.title), 3)
            head()

        head()
        for row in table.rows:
            self._row(placed(row, False), again)
            self._under(wide, RULE)
        self.y += 6

    def _under(self, wide: Sequence[float], ink: str) -> None:
        self.y += 4
        self.sheets[-1].line((_MARGIN, _MARGIN + sum(wide) - _APART), (self.y, self.y), ink)

    def _row(self, held: Sequence[_Cell], again: Callable[[], None]) -> None:
        lines = max(len(cell.lines) for cell in held)
        # A row higher than half a page may go on in the next; any other stays whole.
        if self.room(11 * lines + 5 if 11 * lines < _BOTTOM / 2 else 11):
            again()
        for line in range(lines):
            if self.room(11):
                again()
            self.y += 11
            for cell in held:
                if line < len(cell.lines):
                    self.sheets[-1].text(cell.x, self.y, cell.lines[line], INK, _SMALL, cell.bold, cell.at)

    def made(self, title: str) -> bytes:
        """The PDF, with the number of each page at its foot."""
        # Without a date, so that the same facts give the same bytes.
        told = {"Title": title, "Creator": "Vigie", "CreationDate": None}
        out = io.BytesIO()
        with PdfPages(out, metadata=told) as pdf:
            for n, sheet in enumerate(self.sheets, 1):
                page = self.words("page", n=str(n), all=str(len(self.sheets)))
                sheet.text(_MARGIN, _HIGH - 34, title, ink=QUIET)
                sheet.text(_WIDE - _MARGIN, _HIGH - 34, page, ink=QUIET, at="right")
                pdf.savefig(sheet.figure)
        return out.getvalue()
