// Visit pages in Firefox over WebDriver BiDi, which needs no driver. Arguments: the browser's
// program, the site's address, a JSON list of pages. Its last line is a JSON object: what is wrong
// on each page, and how much of what was seen.
import puppeteer from "puppeteer-core";

const [program, address, wanted] = process.argv.slice(2);
const PATIENCE = 30_000; // milliseconds for a part of a page
const PYTHON = 180_000; // milliseconds until Python has started and answered
const seen = { figures: 0, examples: 0, checks: 0, "answers of Python": 0 };
const WAITING = "main [data-live]:not([data-live-state=started])";

/** Bring every live part into view, as a reader would, until it starts. Runs in the page. */
async function comeNear() {
  for (const block of document.querySelectorAll("details")) block.open = true;
  for (const place of document.querySelectorAll("main [data-live]")) {
    place.scrollIntoView({ behavior: "instant", block: "center" });
    for (let tries = 0; tries < 100 && !place.dataset.liveState; tries += 1) {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/** The first check of the page whose answer is written as it stands, and that answer. In the page. */
function firstCheck() {
  for (const place of document.querySelectorAll("[data-check]")) {
    const { kind, answer } = JSON.parse(place.dataset.check);
    if (kind === "number" || kind === "fraction") return [place.dataset.name, answer];
    if (kind === "vector") return [place.dataset.name, answer.join(", ")];
  }
  return null;
}

/** @param {any} page Type a wrong and a right answer into the first check. */
async function answerCheck(page) {
  const found = await page.evaluate(firstCheck);
  if (!found) return;
  const [name, answer] = found;
  for (const [text, said] of [
    ["?", "Not readable."],
    [answer, "Right."],
  ]) {
    await page.$eval(`#${name}`, (field) => {
      field.value = "";
      field.focus();
    });
    await page.type(`#${name}`, text);
    await page.keyboard.press("Enter");
    const status = `document.getElementById(${JSON.stringify(`${name}-feedback`)}).textContent`;
    await until(page, `${status}.startsWith(${JSON.stringify(said)})`, `${text} is said: ${said}`);
  }
  seen.checks += 1;
}

/** Ask Python in the page for an exercise. Runs in the page. @param {string} runtime */
async function askPython(runtime) {
  const { python } = await import(runtime);
  return (await python.call("problem", { kind: "closest-point", seed: 7 }, {})).ok;
}

/** Wait until an expression is true in the page. The policy of a page refuses waitForFunction. */
async function until(page, expression, words, patience = PATIENCE) {
  const end = Date.now() + patience;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > end) throw new Error(`not true after ${patience / 1000} s: ${words}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** @param {any} page @param {string} name Open a page and use what lives in it. */
async function visit(page, name) {
  await page.goto(new URL(name, address).href, { waitUntil: "load" });
  await page.evaluate(comeNear);
  await until(page, `!document.querySelector(${JSON.stringify(WAITING)})`, "every part starts");
  const count = (feature) => page.$$eval(`main [data-live=${feature}]`, (all) => all.length);
  const [figures, moving] = [await count("figure"), "document.querySelectorAll('.figure-readout')"];
  await until(page, `${moving}.length === ${figures}`, "each figure says its numbers");
  seen.figures += figures;
  seen.examples += await count("example");
  await answerCheck(page);
  if (seen["answers of Python"] === 0 && (await count("example")) > 0) {
    const runtime = new URL("_static/live/python/runtime.js", address).href;
    if (!(await page.evaluate(askPython, runtime))) throw new Error("Python made no exercise");
    seen["answers of Python"] += 1;
  }
}

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: program,
  protocol: "webDriverBiDi",
  headless: true,
  protocolTimeout: PYTHON,
});
const wrong = {};
try {
  for (const name of JSON.parse(wanted)) {
    const said = [];
    const page = await browser.newPage();
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    try {
      await visit(page, name);
    } catch (error) {
      said.push(error.message);
    }
    if (said.length > 0) wrong[name] = said;
    await page.close();
  }
} finally {
  await browser.close();
}
const missing = Object.keys(seen).filter((what) => seen[what] === 0);
if (missing.length > 0) wrong["the pages"] = missing.map((what) => `expected ${what}, saw none`);
process.stdout.write(`${JSON.stringify({ wrong, seen })}\n`);
