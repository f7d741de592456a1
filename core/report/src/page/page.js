
// Asks for the passphrase, opens what is sealed, and shows it. Text is only ever set as text: nothing a person wrote becomes markup.

const byId = (id) => document.getElementById(id);
const WORDS = JSON.parse(byId("said-in-words").textContent);
const LOCALE = document.documentElement.lang === "fr" ? "fr-FR" : "en-GB";
const days = (options) => new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: "UTC" });
const SHORT = days({ day: "numeric", month: "short" });
const MONTH = days({ month: "short", year: "numeric" });
const WHOLE = days({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const ROW = days({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const NUMBER = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 6 });
/** A date as it is written: the first of a month has an ending in French. */
function dated(format, time) {
  const text = format.format(time);
  return LOCALE === "fr-FR" ? text.replace(/(^| )1 (?=[a-zéû])/, (_, before) => `${before}1er `) : text;
}
/** Rounds of key derivation that are taken: fewer protect nothing, more never end. */
const FEWEST = 1000000, MOST = 20000000;

function make(parent, name, text, attributes) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  if (text !== undefined && text !== null) made.textContent = text;
  parent.append(made);
  return made;
}

const fill = (words, places) => words.replace(/\{(\w+)\}/g, (_, name) => places[name]);

// ---- what is sealed

const bytesOf = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

/** The parts of the sealed text; null when it is not as the format says. */
function readSealed() {
  try {
    const [head, ...lines] = byId("sealed").textContent.trim().split("\n");
    const parts = /^vigie-page 1 (?:fr|en) pbkdf2-hmac-sha256 ([1-9]\d{6,7}) (\S+) aes-256-gcm (\S+)$/.exec(head);
    const [iterations, salt, nonce] = [Number(parts[1]), bytesOf(parts[2]), bytesOf(parts[3])];
    const body = bytesOf(lines.join(""));
    const right = salt.length === 16 && nonce.length === 12 && body.length > 16;
    return right && iterations >= FEWEST && iterations <= MOST ? { head, iterations, salt, nonce, body } : null;
  } catch {
    return null;
  }
}

/** A passphrase by its letters: accents, case and what stands between words do not matter. */
function lettersOf(typed) {
  const plain = typed.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  return (plain.replace(/[A-Z]/g, (c) => c.toLowerCase()).match(/[a-z]+/g) || []).join(" ");
}

/** The report; an error when the passphrase is another one, or anything was changed. */
async function opened(sealed, letters) {
  const bytes = (text) => new TextEncoder().encode(text);
  const words = await crypto.subtle.importKey("raw", bytes(letters), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: sealed.salt, iterations: sealed.iterations };
  const key = await crypto.subtle.deriveKey(how, words, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
  const cipher = { name: "AES-GCM", iv: sealed.nonce, additionalData: bytes(sealed.head), tagLength: 128 };
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(cipher, key, sealed.body)));
}

// ---- the parts told in words

const BLOCKS = {
  text: (parent, text) => make(parent, "p", text),
  remark: (parent, text) => make(parent, "p", text, { class: "quiet" }),
  lines: (parent, lines) => {
    const list = make(parent, "dl", null, { class: "lines" });
    for (const { label, text } of lines) {
      make(list, "dt", label);
      make(list, "dd", text, { dir: "auto" });
    }
  },
  quotes: (parent, { title, quotes }) => {
    make(parent, "h3", title);
    for (const { label, text } of quotes) {
      const quote = make(parent, "figure", null, { class: "quote" });
      make(quote, "figcaption", label);
      make(quote, "blockquote", text, { dir: "auto" });
    }
  },
  groups: (parent, groups) => {
    const boxes = make(parent, "div", null, { class: "groups" });
    for (const group of groups) {
      const box = make(boxes, "div", null, { class: group.strong && group.lines.length ? "group strong" : "group" });
      const title = make(box, "h3");
      make(title, "span", group.sign, { "aria-hidden": "true", class: "sign" });
      title.append(" " + group.title);
      if (!group.lines.length) make(box, "p", group.none, { class: "quiet" });
      const list = group.lines.length ? make(box, "ul") : null;
      for (const { label, text } of group.lines) {
        const line = make(list, "li");
        make(line, "b", label, { dir: "auto" });
        make(line, "span", text, { dir: "auto" });
      }
    }
  },
  body: (parent, body) => {
    const svg = draw(parent, "svg", { class: "body", viewBox: "0 0 240 236", role: "img", "aria-label": body.alt });
    body.sides.forEach((word, back) => {
      const side = draw(svg, "g", { transform: `translate(${back * 130} 0)` });
      draw(side, "path", { class: "outlined", d: WORDS.outline });
      draw(side, "text", { x: 50, y: 232, class: "day" }, word);
    });
    // The strongest last, so that none hides it.
    for (const spot of [...body.spots].sort((a, b) => a.worst - b.worst || b.number - a.number)) {
      const [x, y] = [spot.x + (spot.back ? 130 : 0), spot.y];
      const kind = spot.worst >= 7 ? "spot grey thick" : spot.worst >= 4 ? "spot grey" : "spot";
      draw(svg, "circle", { class: kind, cx: x, cy: y, r: 8 });
      draw(svg, "text", { x, y: y + 3.6, class: "place" }, String(spot.number));
    }
  },
  table: (parent, table, title) => {
    const box = make(parent, "div", null, { class: "wide", "data-name": title });
    const made = make(box, "table");
    const head = make(make(made, "thead"), "tr");
    for (const { title, number } of table.columns) make(head, "th", title, { scope: "col", class: number ? "number" : "text" });
    const body = make(made, "tbody");
    for (const cells of table.rows) {
      const row = make(body, "tr");
      cells.forEach(({ text, strong, time }, column) => {
        const named = column === 0 ? ["th", { scope: "row" }] : ["td", {}];
        const kind = (table.columns[column].number ? "number" : "text") + (strong ? " strong" : "");
        const cell = make(row, named[0], time ? null : text, { ...named[1], class: kind, dir: "auto" });
        if (time) make(cell, "time", text, { datetime: time });
      });
    }
  },
};

function showHead(main, report) {
  const head = make(main, "div", null, { class: "head" });
  const heading = make(head, "h1", report.title, { tabindex: "-1" });
  make(head, "p", report.person, { class: "person", dir: "auto" });
  make(head, "p", report.period);
  make(head, "p", report.treatment, { dir: "auto" });
  make(head, "p", [report.complete, ...report.complete_details].join(" · "), { class: "complete" });
  if (report.left_out) make(head, "p", report.left_out, { class: "notice" });
  make(head, "p", report.about, { class: "quiet" });
  make(head, "p", report.made, { class: "quiet" });
  const tools = make(main, "p", null, { class: "tools" });
  make(tools, "button", WORDS.print, { type: "button" }).addEventListener("click", () => print());
  make(tools, "button", WORDS.lock, { type: "button" }).addEventListener("click", lock);
  return heading;
}

function showSection(main, { part, title, blocks }) {
  const section = make(main, "section", null, { class: part });
  make(section, "h2", title);
  for (const block of blocks) {
    for (const [kind, content] of Object.entries(block)) BLOCKS[kind](section, content, title);
  }
}

// ---- the charts, and one day of them

/** What a chart says of a day, in words; null when it has nothing to say. */
function answerOf(chart, charts, day) {
  if (chart.data.values) {
    const values = chart.data.values.filter(([at]) => at === day).map(([, , words]) => words);
    return values.length ? { text: values.join(" / "), rated: true } : null;
  }
  const letter = chart.data.cells[day], value = rating(letter);
  if (value !== null) return { text: NUMBER.format(value), rated: true };
  const silence = charts.legend.find(({ sign }) => sign === SILENCES[letter]);
  return silence ? { text: silence.text, rated: false } : null;
}

const capital = (text) => text.charAt(0).toLocaleUpperCase(LOCALE) + text.slice(1);

/** The day, and what was on it in one sentence after another. */
function dayInWords(charts, day) {
  const told = [];
  told.push(...charts.marks.filter((mark) => mark.day === day).map((mark) => mark.text));
  const silent = new Map();
  for (const chart of charts.charts) {
    const answer = answerOf(chart, charts, day);
    if (!answer) continue;
    if (answer.rated) told.push(fill(WORDS["day-value"], { name: chart.name, value: answer.text }));
    else silent.set(answer.text, [...(silent.get(answer.text) || []), chart.name]);
  }
  const absent = charts.answered[day] === "0";
  for (const [what, names] of silent) {
    // On a day without an entry one silence says all.
    told.push(absent ? what : fill(WORDS.silence, { what, names: names.join(", ") }));
  }
  const sentences = told.map((text) => capital(text) + ".");
  return { title: capital(dated(WHOLE, Date.parse(charts.from) + day * DAY)) + ".", text: sentences.join(" ") };
}

function showLegend(section, charts) {
  const used = new Set(["above", "below"].concat(charts.marks.map((mark) => mark.sign)));
  const letters = charts.charts.map((chart) => chart.data.cells || "").join("") + charts.answered.replaceAll("0", ".");
  for (const [letter, sign] of Object.entries(SILENCES)) if (letters.includes(letter)) used.add(sign);
  const list = make(section, "ul", null, { class: "legend" });
  for (const { sign, text } of charts.legend.filter((one) => used.has(one.sign))) {
    const line = make(list, "li");
    const picture = draw(line, "svg", { width: 14, height: 14, "aria-hidden": "true" });
    const kind = sign === "no-entry" ? "absent" : SIGNS[sign].filled ? "filled strong" : "outline";
    draw(picture, "path", { class: kind, d: SIGNS[sign].at(7, 7) });
    line.append(text);
  }
}

/** The table of a chart, made when it is first looked at. */
function showTable(parent, chart, charts) {
  const details = make(parent, "details");
  make(details, "summary", fill(WORDS.table, { name: chart.name }));
  details.addEventListener("toggle", () => {
    if (!details.open || details.querySelector("table")) return;
    const columns = [{ title: WORDS["col-day"] }, { title: WORDS["col-value"] }], rows = [];
    for (let day = 0; day < charts.days; day++) {
      const answer = answerOf(chart, charts, day);
      const date = Date.parse(charts.from) + day * DAY, time = new Date(date).toISOString().slice(0, 10);
      if (answer) rows.push([{ text: dated(ROW, date), time }, { text: answer.text }]);
    }
    BLOCKS.table(details, { columns, rows }, chart.name);
  });
}

/** Shows the charts; gives what draws them for a width. */
function showCharts(main, charts) {
  const section = make(main, "section", null, { class: "charts" });
  make(section, "h2", charts.title);
  if (!charts.charts.length) {
    make(section, "p", WORDS["no-data"]);
    return () => {};
  }
  make(section, "p", charts.how);
  make(section, "p", WORDS.keys, { class: "quiet screen" });
  showLegend(section, charts);
  const frames = charts.charts.map((chart) => {
    const figure = make(section, "div", null, { class: "chart" });
    const head = make(figure, "div", null, { class: "title" });
    make(head, "h3", chart.name, { dir: "auto" });
    const now = make(head, "span", "", { class: "now", "aria-hidden": "true" });
    make(figure, "p", chart.detail, { class: "quiet" });
    const frame = make(figure, "div", null, { class: "frame" });
    showTable(figure, chart, charts);
    return { chart, now, frame, drawn: null };
  });

  const reader = make(section, "div", null, { class: "reader", role: "group", "aria-label": WORDS.pick });
  const said = make(reader, "output", null, { for: "day", "aria-live": "polite" });
  const before = make(reader, "button", "←", { type: "button", "aria-label": WORDS.before });
  const slider = make(reader, "input", null, {
    id: "day", type: "range", min: 0, max: charts.days - 1, step: 1, "aria-label": WORDS.pick,
  });
  const after = make(reader, "button", "→", { type: "button", "aria-label": WORDS.after });
  // The last day there is something to read of.
  let day = Math.max(0, charts.answered.lastIndexOf("1")), later = 0;

  function go(to, quiet) {
    day = Math.min(charts.days - 1, Math.max(0, to));
    slider.value = day;
    slider.setAttribute("aria-valuetext", dated(WHOLE, Date.parse(charts.from) + day * DAY));
    for (const { chart, now, drawn } of frames) {
      const answer = answerOf(chart, charts, day);
      now.textContent = answer && charts.answered[day] === "1" ? answer.text : "";
      if (!drawn) continue;
      drawn.mark(day);
      const { scrollLeft, clientWidth } = drawn.box, x = drawn.x(day);
      if (x < scrollLeft || x > scrollLeft + clientWidth) drawn.box.scrollLeft = x - clientWidth / 2;
    }
    clearTimeout(later);
    // Holding an arrow key down is not to be read aloud day by day.
    later = setTimeout(() => {
      const { title, text } = dayInWords(charts, day);
      said.replaceChildren();
      make(said, "b", title);
      said.append(" " + text);
    }, quiet ? 0 : 250);
  }
  slider.addEventListener("input", () => go(Number(slider.value)));
  before.addEventListener("click", () => go(day - 1));
  after.addEventListener("click", () => go(day + 1));
  section.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!way || event.target === slider || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(day + way);
  });

  function sync(event) {
    for (const { drawn } of frames) {
      if (drawn && drawn.box.scrollLeft !== event.target.scrollLeft) drawn.box.scrollLeft = event.target.scrollLeft;
    }
  }
  return (paper) => {
    const from = frames[0].drawn ? frames[0].drawn.box.scrollLeft : Infinity;
    for (const one of frames) {
      one.frame.replaceChildren();
      const drawn = drawChart(one.frame, one.chart, charts, paper ? PAPER : one.frame.clientWidth, paper);
      one.drawn = drawn;
      drawn.box.setAttribute("data-name", one.chart.name);
      drawn.box.addEventListener("scroll", sync, { passive: true });
      drawn.svg.addEventListener("click", (event) => go(drawn.dayAt(event.clientX - drawn.svg.getBoundingClientRect().left)));
    }
    for (const { drawn } of frames) drawn.box.scrollLeft = Math.min(from, drawn.box.scrollWidth);
    go(day, true);
  };
}

// ---- the page

/** Where the charts stand: after the symptoms, as on paper. */
const CHARTS_AFTER = "symptoms";
/** Width of the charts on paper, in pixels. */
const PAPER = 660;
let redraw = null, drawnFor = 0;

/** What is wider than its box can be reached by the keyboard. */
function reachable() {
  for (const box of document.querySelectorAll(".wide, .plot")) {
    const scrolls = box.scrollWidth > box.clientWidth + 1;
    const attributes = { tabindex: "0", role: "group", "aria-label": box.getAttribute("data-name") };
    for (const [name, value] of Object.entries(attributes)) {
      if (scrolls) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
  }
}

/** Draws the charts anew: for the window, or for paper. */
function fit(paper) {
  if (!redraw) return;
  redraw(paper);
  reachable();
  drawnFor = document.documentElement.clientWidth;
}

function show(report) {
  const main = byId("opened");
  byId("locked").hidden = true;
  main.hidden = false;
  const heading = showHead(main, report);
  let drawCharts = null;
  for (const section of report.sections) {
    showSection(main, section);
    if (section.part === CHARTS_AFTER) drawCharts = showCharts(main, report.charts);
  }
  redraw = drawCharts || showCharts(main, report.charts);
  fit(false);
  heading.focus();
}

function lock() {
  redraw = null;
  byId("opened").replaceChildren();
  byId("opened").hidden = true;
  byId("locked").hidden = false;
  byId("words").value = "";
  say("");
  byId("words").focus();
}

/** Says a sentence below the form: emptied first, so that the same one is read out again. */
function say(words) {
  byId("said").textContent = "";
  byId("words").setAttribute("aria-invalid", String(words !== ""));
  if (words) setTimeout(() => { byId("said").textContent = words; }, 50);
}

function waiting(on) {
  byId("waiting").replaceChildren();
  byId("open").setAttribute("aria-disabled", String(on));
  if (!on) return;
  make(byId("waiting"), "span", WORDS.wait);
  make(byId("waiting"), "progress", null, { "aria-label": WORDS.wait });
}

function start() {
  byId("cut").remove();
  const sealed = readSealed();
  if (!window.crypto || !crypto.subtle || !window.TextDecoder) {
    byId("said").textContent = WORDS["no-crypto"];
    return;
  }
  if (!sealed) {
    byId("said").textContent = WORDS.damaged;
    return;
  }
  let busy = false;
  byId("form").hidden = false;
  byId("words").focus();
  async function attempt(event) {
    event.preventDefault();
    if (busy) return;
    const letters = lettersOf(byId("words").value);
    say(letters ? "" : WORDS["nothing-typed"]);
    if (!letters) return;
    busy = true;
    waiting(true);
    let report = null;
    try {
      report = await opened(sealed, letters);
    } catch {
      say(WORDS.wrong);
      byId("words").focus();
    }
    waiting(false);
    busy = false;
    if (report) {
      byId("words").value = "";
      show(report);
    }
  }
  byId("form").addEventListener("submit", attempt);
  byId("words").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) attempt(event);
  });
  let settled = 0;
  addEventListener("resize", () => {
    clearTimeout(settled);
    settled = setTimeout(() => drawnFor !== document.documentElement.clientWidth && fit(false), 150);
  });
  addEventListener("beforeprint", () => fit(true));
  addEventListener("afterprint", () => fit(false));
}

start();
