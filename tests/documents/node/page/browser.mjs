// Starts a stock browser and opens protected pages in it, as a person would.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import path from "node:path";
import fs from "node:fs";

// The packages lie where `cargo xtask test documents` put them, not beside this file.
const tools = createRequire(path.join(process.env.VIGIE_PAGE_TOOLS, "package.json"));
const puppeteer = tools("puppeteer-core");
export const axeSource = fs.readFileSync(tools.resolve("axe-core/axe.min.js"), "utf8");

const PROGRAMS = { chromium: "chromium", firefox: "firefox-esr" };

function programOf(name) {
  const folders = process.env.PATH.split(path.delimiter);
  const found = folders.map((folder) => path.join(folder, PROGRAMS[name])).find((file) => fs.existsSync(file));
  if (!found) throw new Error(`${PROGRAMS[name]} is not installed`);
  return found;
}

/** A browser, light or dark. */
export async function start(name, dark) {
  const common = { executablePath: programOf(name), headless: true, protocolTimeout: 600000 };
  if (name === "chromium") {
    const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"];
    return puppeteer.launch({ ...common, args });
  }
  const extraPrefsFirefox = {
    "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
    // Tabbing reaches buttons and links on every system alike.
    "accessibility.tabfocus": 7,
  };
  return puppeteer.launch({ ...common, browser: "firefox", extraPrefsFirefox });
}

/** A new tab of this size, in which every request is written down. */
export async function tab(browser, name, { dark = false, width = 1100, height = 800 } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  if (name === "chromium") {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  }
  page.asked = [];
  page.on("request", (request) => page.asked.push(request.url()));
  page.errors = [];
  page.on("pageerror", (error) => page.errors.push(String(error)));
  return page;
}

export const open = (page, file) => page.goto(pathToFileURL(file).href, { waitUntil: "load" });

/** Types a passphrase into the field as it is, and asks for the page to be opened. */
export async function type(page, passphrase) {
  await page.focus("#words");
  await page.evaluate(() => document.getElementById("words").select());
  await page.keyboard.type(passphrase);
  await page.keyboard.press("Enter");
}

/** Waits until the page is open; fails when it says why it is not. */
export async function isOpen(page) {
  const settled = () => document.querySelector("#opened h1") || document.getElementById("said").textContent !== "";
  await page.waitForFunction(settled, { timeout: 0 });
  const why = await page.evaluate(() => document.querySelector("#opened h1") ? "" : document.getElementById("said").textContent);
  if (why) throw new Error(why);
}

/** What is said below the form, once something is. */
export async function said(page) {
  await page.waitForFunction(() => document.getElementById("said").textContent !== "", { timeout: 0 });
  return page.evaluate(() => document.getElementById("said").textContent);
}

export async function unlocked(page, { file, passphrase }) {
  await open(page, file);
  await type(page, passphrase);
  await isOpen(page);
}
