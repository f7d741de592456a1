"use strict";
// Draws one chart: higher is worse, gaps are gaps, shapes and never colour alone. Every text is set as text.

const SVG = "http://www.w3.org/2000/svg";
/** Pixels of a chart: its height, the strip of marks above, the strip of days below, the column of the scale, its margins. */
const TALL = 146, TALL_ON_PAPER = 122, ABOVE = 30, BELOW = 30, SCALE = 62, MARGIN = 6;
/** Fewest pixels a day takes: a longer period is scrolled. */
const NARROW = 2.2;
/** From here on the axis names months and not days. */
const LONG = 120;
const DAY = 86400000;

function draw(parent, name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

const neat = (n) => Math.round(n * 10) / 10;

/** The outline of a sign around a point, and whether it is filled. */
const SIGNS = {
  "above": { filled: true, at: (x, y) => `M${x} ${neat(y - 3.4)}l3.4 3.4l-3.4 3.4l-3.4-3.4z` },
  "below": { filled: true, at: (x, y) => `M${neat(x - 1.6)} ${neat(y - 1.6)}h3.2v3.2h-3.2z` },
  "too-unwell": { at: (x, y) => `M${neat(x - 2.4)} ${neat(y - 2.4)}l4.8 4.8m0-4.8l-4.8 4.8` },
  "skipped": { at: (x, y) => `M${neat(x - 2)} ${y}h4` },
  "not-asked": { filled: true, at: (x, y) => `M${neat(x - 0.6)} ${neat(y - 0.6)}h1.2v1.2h-1.2z` },
  "no-entry": { filled: true, at: (x, y) => `M${x - 5} ${y - 5}h10v10h-10z` },
  "treatment": { filled: true, at: (x, y) => `M${neat(x)} ${y - 4}l3.6 7h-7.2z` },
  "change": { at: (x, y) => `M${neat(x)} ${y + 4}l3.6-7h-7.2z` },
  "consultation": { at: (x, y) => `M${neat(x - 3.4)} ${y}a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0` },
  "scan": { at: (x, y) => `M${neat(x - 3)} ${y - 3}h6v6h-6z` },
};

/** The silences of a chart's letters by the names of their signs. */
const SILENCES = { "s": "skipped", "u": "too-unwell", "-": "not-asked", ".": "no-entry" };

/** What a letter rates, or null. */
function rating(letter) {
  if (letter === "A") return 10;
  return letter >= "0" && letter <= "9" ? Number(letter) : null;
}

/** Each value of a chart with its day, oldest first. */
function pointsOf(chart) {
  if (chart.data.values) return chart.data.values;
  const letters = [...chart.data.cells];
  return letters.map((letter, day) => [day, rating(letter)]).filter(([, value]) => value !== null);
}

/** The days that are named at the axis, each with its name. */
function ticksOf(charts, step) {
  const first = Date.parse(charts.from), ticks = [];
  if (charts.days <= LONG) {
    const every = [1, 2, 7, 14, 28].find((days) => days * step >= 62) || 28;
    for (let day = 0; day < charts.days; day += every) ticks.push([day, dated(SHORT, first + day * DAY)]);
    return ticks;
  }
  const every = [1, 2, 3, 6, 12].find((months) => months * 30 * step >= 60) || 12;
  for (let day = 0; day < charts.days; day++) {
    const date = new Date(first + day * DAY);
    if (date.getUTCDate() === 1 && date.getUTCMonth() % every === 0) ticks.push([day, MONTH.format(date)]);
  }
  return ticks;
}

/** The column of numbers and words left of a plot. */
function drawScale(parent, chart, y, tall) {
  const svg = draw(parent, "svg", { class: "scale", width: SCALE, height: tall, "aria-hidden": "true" });
  const short = (text) => (text.length > 11 ? text.slice(0, 10) + "…" : text);
  const words = chart.words.map(([value, text]) => ({ value, text: short(text), word: true }));
  for (const [value, text] of chart.numbers) {
    const same = words.find((one) => one.value === value);
    if (same) same.text = `${same.text} ${text}`;
    else words.push({ value, text });
  }
  const numbers = words.filter((one) => !one.word);
  for (const { value, text, word } of words) {
    const crowded = word && numbers.some((one) => Math.abs(y(one.value) - y(value)) < 10);
    if (crowded) continue;
    draw(svg, "text", { x: SCALE - 6, y: neat(y(value) + 3.5), class: word ? "word" : "number" }, text);
  }
}

/**
 * Draws a chart into `parent`, which is `width` pixels wide; on paper nothing can be scrolled. Gives the scrolling box, the plot's width and what moves the line
 * that marks a day.
 */
function drawChart(parent, chart, charts, width, paper) {
  const tall = paper ? TALL_ON_PAPER : TALL;
  const room = Math.max(120, width - SCALE - 2 * MARGIN);
  const step = Math.max(room / charts.days, paper ? 0 : NARROW);
  const wide = neat(step * charts.days + 2 * MARGIN), foot = tall - BELOW;
  const x = (day) => neat(MARGIN + (day + 0.5) * step);
  const y = (value) => {
    const share = (value - chart.low) / (chart.high - chart.low);
    return neat(foot - Math.min(1, Math.max(0, share)) * (foot - ABOVE));
  };
  drawScale(parent, chart, y, tall);
  const box = document.createElement("div");
  box.className = "plot";
  parent.append(box);
  const svg = draw(box, "svg", { width: wide, height: tall, role: "img", "aria-label": chart.alt });
  const path = (kind, d) => d && draw(svg, "path", { class: kind, d });

  let absent = "";
  for (const run of charts.answered.matchAll(/0+/g)) {
    absent += `M${neat(MARGIN + run.index * step)} ${ABOVE}h${neat(run[0].length * step)}V${foot}h-${neat(run[0].length * step)}z`;
  }
  path("absent", absent);
  path("edge", `M0 ${ABOVE}H${wide}`);
  path("base", `M0 ${foot}H${wide}`);
  if (chart.threshold !== null) path("threshold", `M0 ${y(chart.threshold)}H${wide}`);
  drawMarks(svg, charts, x, wide, foot);

  const points = pointsOf(chart), shapes = { above: "", below: "" };
  let line = "", before = null;
  for (const [day, value] of points) {
    const next = before !== null && day - before <= 1;
    line += `${next ? "L" : "M"}${x(day)} ${y(value)}`;
    before = day;
    const above = chart.threshold !== null && value >= chart.threshold;
    shapes[above ? "above" : "below"] += SIGNS[above ? "above" : "below"].at(x(day), y(value));
  }
  path("line", line);
  path("filled", shapes.below);
  path("filled strong", shapes.above);
  if (chart.data.cells) {
    const silences = { "skipped": "", "too-unwell": "", "not-asked": "", "no-entry": "" };
    [...chart.data.cells].forEach((letter, day) => {
      const sign = SILENCES[letter];
      if (!sign || sign === "no-entry") return;
      const where = sign === "too-unwell" ? ABOVE + 6 : foot + 6;
      silences[sign] += SIGNS[sign].at(x(day), where);
    });
    path("outline", silences["too-unwell"] + silences["skipped"]);
    path("filled quiet", silences["not-asked"]);
  }
  let taken = -Infinity;
  for (const [day, name] of ticksOf(charts, step)) {
    const half = name.length * 2.9;
    const middle = Math.min(Math.max(x(day), half), Math.max(half, wide - half));
    if (middle - half < taken) continue;
    taken = middle + half + 4;
    path("tick", `M${x(day)} ${foot}v4`);
    draw(svg, "text", { x: neat(middle), y: tall - 5, class: "day" }, name);
  }
  const cursor = draw(svg, "path", { class: "cursor", d: "" });
  const dayAt = (left) => Math.min(charts.days - 1, Math.max(0, Math.floor((left - MARGIN) / step)));
  return { box, svg, dayAt, x, mark: (day) => cursor.setAttribute("d", `M${x(day)} ${ABOVE - 4}V${foot + 4}`) };
}

/**
 * What happened: a sign above, a line through the chart. Treatment days stand in a row of their own; of many there are only
 * ticks.
 */
function drawMarks(svg, charts, x, wide, foot) {
  const given = charts.marks.filter((mark) => mark.sign === "treatment").length;
  const crowded = given * 9 > wide;
  const paths = { filled: "", outline: "", treated: "", other: "" };
  let taken = -Infinity;
  for (const { day, sign } of charts.marks) {
    const treatment = sign === "treatment";
    if (treatment && crowded) {
      paths.treated += `M${x(day)} ${ABOVE - 10}v6`;
      continue;
    }
    // Two on one day stand side by side.
    const left = treatment ? x(day) : Math.max(x(day), taken + 9);
    if (!treatment) taken = left;
    paths[SIGNS[sign].filled ? "filled" : "outline"] += SIGNS[sign].at(left, treatment ? ABOVE - 9 : ABOVE - 21);
    paths[treatment ? "treated" : "other"] += `M${x(day)} ${ABOVE - (treatment ? 5 : 16)}V${foot}`;
  }
  const kinds = { treated: "treated", other: "happened", filled: "filled strong", outline: "outline" };
  for (const [name, kind] of Object.entries(kinds)) {
    if (paths[name]) draw(svg, "path", { class: kind, d: paths[name] });
  }
}
