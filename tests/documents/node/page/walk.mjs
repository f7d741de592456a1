// Does the numbered steps of docs/walks/clinician.md, as a person who reads them would: fields and buttons are found by the name
// that a screen reader says, and what is to be seen was not there before.
import fs from "node:fs";
import path from "node:path";
import * as b from "./browser.mjs";

const WALK = new URL("../../../../docs/walks/clinician.md", import.meta.url);
/** What the page calls the passphrase, which it cannot know. */
const FIVE_WORDS = "the five words";
/** Deriving the key takes seconds on a busy machine; a step that never comes true ends the test. */
const PATIENCE_MS = 120000;

const visible = (page) => page.evaluate(() => document.body.innerText);

/** What the steps can say. */
const STEPS = [
  [/^Open `(.+)`$/, async (page, one, file) => {
    if (path.basename(one.file) !== file) throw new Error(`there is no ${file}`);
    await b.open(page, one.file);
    return "";
  }],
  [/^Type `(.+)` into \*\*(.+)\*\*$/, async (page, one, words, name) => {
    const field = await page.waitForSelector(`aria/${name}[role="textbox"]`, { timeout: PATIENCE_MS });
    await field.click({ count: 3 });
    await page.keyboard.type(words === FIVE_WORDS ? one.passphrase : words);
  }],
  [/^Touch \*\*(.+)\*\*$/, async (page, one, name) => {
    const before = await visible(page);
    const button = await page.waitForSelector(`aria/${name}[role="button"]`, { timeout: PATIENCE_MS });
    await button.click();
    return before;
  }],
  [/^See \*\*(.+)\*\*$/, async (page, one, text, before) => {
    if (before.includes(text)) throw new Error("it was there before");
    const there = (text) => document.body.innerText.includes(text);
    await page.waitForFunction(there, { timeout: PATIENCE_MS }, text).catch(async () => {
      throw new Error(`not seen; what is: ${(await visible(page)).slice(0, 500)}`);
    });
  }],
];

/** Does each step and tells its line. */
export async function walk(page, one, done) {
  let before = "";
  for (const line of fs.readFileSync(WALK, "utf8").split("\n")) {
    const step = /^\d+\. (.+)$/.exec(line);
    if (!step) continue;
    const [said, act] = STEPS.find(([said]) => said.test(step[1])) ?? [];
    if (!said) throw new Error(`${line}: nobody knows how to do that`);
    try {
      before = (await act(page, one, ...said.exec(step[1]).slice(1), before)) ?? before;
    } catch (error) {
      throw new Error(`${line}: ${error.message}`);
    }
    done(line);
  }
}
