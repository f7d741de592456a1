// node check.mjs BROWSER SCENARIO JOB: what a browser shows of protected pages, a line of JSON for each thing seen.
// The job is a file of JSON: { pages: [{ name, file, passphrase, … }], folder }. Whether what was seen is right is judged in
// Rust (tests/documents/tests/page.rs).
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import * as b from "./browser.mjs";
import { walk } from "./walk.mjs";

const [, , name, scenario, jobFile] = process.argv;
const job = JSON.parse(fs.readFileSync(jobFile, "utf8"));

/** A line of JSON. A pipe takes as much as it has room for, and none while its reader is busy. */
function tell(facts) {
  let rest = Buffer.from(JSON.stringify(facts) + "\n");
  while (rest.length > 0) {
    try {
      rest = rest.subarray(fs.writeSync(1, rest));
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** Runs in a browser of its own, which is closed whatever happens. */
async function within(dark, run) {
  const browser = await b.start(name, dark);
  try {
    await run(browser);
  } finally {
    await browser.close();
  }
}

async function eachPage(run, options = {}) {
  await within(Boolean(options.dark), async (browser) => {
    for (const one of job.pages) {
      const page = await b.tab(browser, name, options);
      await run(page, one);
      await page.close();
    }
  });
}

/** What an open page shows: its titles, its texts, each chart with the table below it. */
const shown = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    return new Promise((done) => setTimeout(done, 300)).then(() => ({
      title: document.title,
      heading: document.querySelector("#opened h1").textContent,
      texts: [...document.querySelectorAll("#opened > *:not(.charts)")].map((part) => part.textContent),
      tables: [...document.querySelectorAll("#opened > section:not(.charts) table")].map((table) =>
        [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent))),
      scopes: [...document.querySelectorAll("#opened th")].every((th) => ["row", "col"].includes(th.scope)),
      charts: [...document.querySelectorAll(".chart")].map((chart) => ({
        name: chart.querySelector("h3").textContent,
        alt: chart.querySelector(".plot svg").getAttribute("aria-label"),
        line: (chart.querySelector("path.line") || { getAttribute: () => "" }).getAttribute("d"),
        rows: [...chart.querySelectorAll("tbody tr")].map((row) => [
          row.querySelector("time").dateTime, row.cells[1].textContent,
        ]),
      })),
    }));
  });

/** What somebody sees of a locked page. */
const visible = (page) => page.evaluate(() => document.body.innerText);

const active = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return [at.tagName.toLowerCase(), at.id || at.type || at.className || "", at.textContent.slice(0, 60)].join(" ").trim();
  });

async function axe(page) {
  await page.evaluate(b.axeSource);
  return page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const found = await window.axe.run(document, { runOnly: tags });
    const broken = found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
    return { violations: broken, passes: found.passes.length };
  });
}

/** A server that counts who comes, and the ways a page could try to reach it. */
async function tried(page, port) {
  return page.evaluate(async (port) => {
    const broken = [];
    document.addEventListener("securitypolicyviolation", (event) => broken.push(event.effectiveDirective));
    const at = `127.0.0.1:${port}`;
    const tries = [
      () => fetch(`http://${at}/fetch`),
      () => new Promise((done, failed) => Object.assign(new Image(), { onload: done, onerror: failed, src: `http://${at}/image` })),
      () => new Promise((done, failed) => Object.assign(new WebSocket(`ws://${at}/socket`), { onopen: done, onerror: failed })),
      () => new Promise((done, failed) => {
        const frame = Object.assign(document.createElement("iframe"), { onload: done, onerror: failed, src: `http://${at}/frame` });
        document.body.append(frame);
        setTimeout(failed, 1000);
      }),
      () => navigator.sendBeacon(`http://${at}/beacon`),
    ];
    for (const attempt of tries) {
      try {
        await attempt();
      } catch {
        // Refused, or answered with something that is none of these.
      }
    }
    let markup = "set";
    try {
      document.createElement("div").innerHTML = "<b>x</b>";
    } catch {
      markup = "refused";
    }
    await new Promise((done) => setTimeout(done, 500));
    return { broken: [...new Set(broken)].sort(), markup };
  }, port);
}

const SCENARIOS = {
  /** Every page, opened, with everything on it. */
  reads: () =>
    eachPage(async (page, one) => {
      await b.open(page, one.file);
      const before = { title: await page.title(), text: await visible(page) };
      await b.type(page, one.passphrase);
      await b.isOpen(page);
      tell({ page: one.name, before, ...(await shown(page)), errors: page.errors });
    }),

  /** Opened, without looking at every table. */
  opens: () =>
    eachPage(async (page, one) => {
      await b.unlocked(page, one);
      const charts = await page.evaluate(() => document.querySelectorAll(".plot svg").length);
      const box = await page.evaluate(() => {
        const plot = document.querySelector(".plot");
        return { shown: plot.clientWidth, whole: plot.scrollWidth, tabindex: plot.tabIndex };
      });
      tell({ page: one.name, charts, box, errors: page.errors });
    }),

  /** Locked and open, light and dark. */
  axe: async () => {
    for (const dark of [false, true]) {
      await eachPage(async (page, one) => {
        const scheme = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        await b.open(page, one.file);
        tell({ page: one.name, dark, ground: await scheme(), state: "locked", ...(await axe(page)) });
        await b.type(page, "no such words");
        await b.said(page);
        tell({ page: one.name, dark, ground: await scheme(), state: "refused", ...(await axe(page)) });
        await b.type(page, one.passphrase);
        await b.isOpen(page);
        await page.evaluate(() => { document.querySelector("details").open = true; });
        await new Promise((done) => setTimeout(done, 300));
        tell({ page: one.name, dark, ground: await scheme(), state: "open", ...(await axe(page)) });
        // What the tool has to find: a button without a name.
        await page.evaluate(() => document.querySelector(".tools button").replaceChildren());
        tell({ page: one.name, dark, ground: await scheme(), state: "broken on purpose", ...(await axe(page)) });
      }, { dark, width: 360, height: 740 });
    }
  },

  /** Nothing but keys, from the first to the last. */
  keyboard: () =>
    eachPage(async (page, one) => {
      await b.open(page, one.file);
      const press = async (key) => {
        await page.keyboard.press(key);
        return active(page);
      };
      const facts = { page: one.name, start: await active(page) };
      await page.keyboard.type(one.passphrase);
      facts.tab = await press("Tab");
      await page.keyboard.press("Enter");
      await b.isOpen(page);
      facts.opened = await active(page);
      facts.tools = [await press("Tab"), await press("Tab")];
      // Locked again by its button: nothing is left.
      await page.keyboard.press("Enter");
      facts.locked = await page.evaluate(() => ({
        left: document.getElementById("opened").childNodes.length,
        field: document.getElementById("words").value,
        shown: !document.getElementById("locked").hidden,
      }));
      facts.focus = await active(page);
      await page.keyboard.type(one.passphrase);
      await page.keyboard.press("Enter");
      await b.isOpen(page);
      const until = async (wanted) => {
        for (let tabs = 0; tabs < 200; tabs++) if ((await press("Tab")).startsWith(wanted)) return true;
        return false;
      };
      facts.summary = await until("summary");
      await page.keyboard.press("Enter");
      await page.waitForSelector("details[open] table", { timeout: 20000 });
      facts.rows = await page.evaluate(() => document.querySelectorAll("details[open] tbody tr").length);
      const day = async () => {
        await new Promise((done) => setTimeout(done, 400));
        return page.evaluate(() => [
          Number(document.getElementById("day").value),
          document.getElementById("day").getAttribute("aria-valuetext"),
          document.querySelector("output").textContent,
          [...document.querySelectorAll(".now")].map((now) => now.textContent),
        ]);
      };
      facts.live = await page.evaluate(() => document.querySelector("output").getAttribute("aria-live"));
      facts.days = [await day()];
      await page.keyboard.press("ArrowLeft");
      facts.days.push(await day());
      facts.slider = await until("input day");
      for (const key of ["ArrowLeft", "Home", "ArrowRight"]) {
        await page.keyboard.press(key);
        facts.days.push(await day());
      }
      tell(facts);
    }),

  /** A wrong passphrase, none, then the right one. */
  wrong: () =>
    eachPage(async (page, one) => {
      await b.open(page, one.file);
      const state = () => page.evaluate(() => ({
        field: document.getElementById("words").value,
        focus: document.activeElement.id,
        open: !document.getElementById("opened").hidden,
      }));
      await b.type(page, " — ");
      tell({ page: one.name, typed: "nothing", said: await b.said(page), ...(await state()) });
      for (let attempt = 0; attempt < 3; attempt++) {
        // Key derivation may be over before anybody could look.
        await page.evaluate(() => {
          window.waited = 0;
          const watch = new MutationObserver(() => { window.waited += document.querySelectorAll("#waiting progress").length; });
          watch.observe(document.getElementById("waiting"), { childList: true });
        });
        await b.type(page, "five other words than these");
        const said = await b.said(page);
        const waited = await page.evaluate(() => window.waited);
        const waiting = await page.evaluate(() => document.querySelectorAll("#waiting progress").length);
        tell({ page: one.name, typed: "wrong", waited: waited > 0, waiting, said, ...(await state()) });
      }
      await b.type(page, one.passphrase);
      await b.isOpen(page);
      tell({ page: one.name, typed: "right", ...(await state()) });
    }),

  /** The passphrase as people type it; `typed` of a page are the ways. */
  typed: () =>
    eachPage(async (page, one) => {
      for (const typed of one.typed) {
        await b.open(page, one.file);
        // Pasted, as a keyboard for every alphabet is not at hand.
        await page.evaluate((text) => { document.getElementById("words").value = text; }, typed);
        await page.focus("#words");
        await page.keyboard.press("Enter");
        await b.isOpen(page);
        tell({ typed, heading: await page.evaluate(() => document.querySelector("#opened h1").textContent) });
      }
    }),

  /** What was asked for, and what would be stopped; the same of the page without its policy, to see that it would be seen. */
  quiet: async () => {
    const came = [];
    const server = http.createServer((request, answer) => {
      came.push(request.url);
      answer.end();
    });
    server.on("upgrade", (request, socket) => {
      came.push(request.url);
      socket.destroy();
    });
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address();
    await eachPage(async (page, one) => {
      await b.unlocked(page, one);
      await page.evaluate(() => { for (const details of document.querySelectorAll("details")) details.open = true; });
      await page.keyboard.press("ArrowLeft");
      // Firefox writes down fonts of its own that lie in `data:` addresses, and not the file it was told to open.
      const own = pathToFileURL(one.file).href;
      const asked = page.asked.filter((url) => !url.startsWith("data:") && url !== own);
      const attempts = await tried(page, port);
      tell({ page: one.name, policy: true, asked, came: came.splice(0), ...attempts });
      const bare = fs.readFileSync(one.file, "utf8").replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
      const file = path.join(job.folder, "bare.html");
      fs.writeFileSync(file, bare);
      const other = await b.tab(page.browser(), name);
      await b.unlocked(other, { ...one, file });
      const found = await tried(other, port);
      tell({ page: one.name, policy: false, asked: other.asked, came: came.splice(0), ...found });
      await other.close();
    });
    server.close();
  },

  /** Pages that were changed: what is said, with the right passphrase. */
  changed: () =>
    eachPage(async (page, one) => {
      await b.open(page, one.file);
      const form = await page.evaluate(() => {
        const form = document.getElementById("form");
        return Boolean(form) && !form.hidden;
      });
      if (form) {
        await b.type(page, one.passphrase);
        await page.waitForFunction(
          () => document.getElementById("said").textContent !== "" || !document.getElementById("opened").hidden,
          { timeout: 0 },
        );
      }
      tell({ page: one.name, form, text: await visible(page), title: await page.title(), errors: page.errors });
    }),

  /** What a hostile text could have made. */
  hostile: () =>
    eachPage(async (page, one) => {
      let dialogs = 0;
      page.on("dialog", (dialog) => {
        dialogs += 1;
        dialog.dismiss();
      });
      await b.unlocked(page, one);
      await shown(page);
      const counts = await page.evaluate(() => ({
        scripts: document.scripts.length,
        images: document.querySelectorAll("img, iframe, object, embed, a, link, base, [onerror], [onload], [onclick]").length,
        // Bold is what the page itself makes: a label of a change, the title of a day.
        bold: document.querySelectorAll("b:not(li > b):not(output > b)").length,
        hit: String(window.__hit),
        name: document.querySelector(".person").textContent,
      }));
      tell({ page: one.name, dialogs, ...counts, texts: (await shown(page)).texts.join("\n"), errors: page.errors });
    }),

  /** On paper. */
  print: () =>
    eachPage(async (page, one) => {
      await b.unlocked(page, one);
      const file = path.join(job.folder, `${one.name}.pdf`);
      await page.pdf({ path: file, format: "A4", printBackground: true });
      tell({ page: one.name, file });
    }, { dark: true }),

  /** On a phone 360 pixels wide; and pictures of it, for looking at. */
  phone: async () => {
    for (const dark of [false, true]) {
      await eachPage(async (page, one) => {
        const width = () => page.evaluate(() => document.documentElement.scrollWidth);
        const picture = (state) => page.screenshot({
          path: path.join(job.pictures, [name, one.name, state, dark ? "dark" : "light"].join("-") + ".png"),
        });
        await b.open(page, one.file);
        const facts = { page: one.name, dark, locked: await width() };
        await picture("locked");
        await b.type(page, one.passphrase);
        await b.isOpen(page);
        facts.open = await width();
        await picture("open");
        await page.evaluate(() => document.querySelector(".charts").scrollIntoView());
        await picture("charts");
        tell(facts);
      }, { dark, width: 360, height: 740 });
    }
  },

  /** The steps of the page for clinicians, each told once it is done. */
  walk: () =>
    eachPage(async (page, one) => {
      await walk(page, one, (step) => tell({ page: one.name, step, errors: page.errors }));
    }),

  /** In a browser without WebCrypto. */
  "no-crypto": () =>
    eachPage(async (page, one) => {
      await page.evaluateOnNewDocument(() => {
        Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined });
      });
      await b.open(page, one.file);
      tell({ page: one.name, text: await visible(page), errors: page.errors });
    }),

  /** Where no script runs. */
  noscript: () =>
    eachPage(async (page, one) => {
      await page.setJavaScriptEnabled(false);
      await b.open(page, one.file);
      tell({ page: one.name, text: await page.$eval("body", (body) => body.innerText) });
    }),
};

await SCENARIOS[scenario]();
