// Rate pages with Lighthouse, as it comes: a phone, every audit of the categories that are asked for.
// Arguments: the browser's program, the site's address, and a JSON object from pages to what they are
// rated for. Prints one more, from pages to what is rated below what is due; with a fourth argument, a
// number, to what that many visits measured.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [program, address, wanted, visits] = process.argv.slice(2);

// Of the others: 1. The aim for performance is 0.95; decision 0029 says what was measured. A floor must
// not depend on what else a machine does.
const DUE = { performance: 0.8 };
const TRIES = 4; // a page is as quick as its quickest visit: others only show what else the machine did

const MEASURED = [
  ["first paint", "first-contentful-paint"],
  ["largest paint", "largest-contentful-paint"],
  ["filled", "speed-index"],
  ["blocked", "total-blocking-time"],
  ["shift", "cumulative-layout-shift"],
];

/** @param {any} category */
const isBelow = ({ id, score }) => score === null || score < (DUE[id] ?? 1);

/** @param {any} audit What one audit found, in a line. */
const told = ({ id, title, displayValue, details }) => {
  const places = (details?.items ?? []).map((item) => item.node?.snippet ?? item.url ?? "");
  return `${id}: ${title} ${displayValue ?? ""} ${places.slice(0, 3).join(" ")}`.trim();
};

/** @param {any} report What Lighthouse says of a page. */
const findings = (report) =>
  Object.values(report.categories)
    .filter(isBelow)
    .flatMap(({ title, score, auditRefs }) => [
      `${title} ${score === null ? "has no score" : Math.round(100 * score)}`,
      ...auditRefs
        .filter(({ id, weight }) => weight > 0 && (report.audits[id].score ?? 1) < 1)
        .map(({ id }) => told(report.audits[id])),
    ]);

/** @param {string} page @param {object} flags Rate a page, again while it is only slow. */
async function rate(page, flags) {
  let best = null;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { lhr } = await lighthouse(new URL(page, address).href, flags);
    if (lhr.runtimeError) return [lhr.runtimeError.message];
    const speed = ({ categories }) => categories.performance?.score ?? 0;
    if (best === null || speed(lhr) > speed(best)) best = lhr;
    const low = Object.values(lhr.categories).filter(isBelow);
    if (low.every(({ id }) => id !== "performance")) break;
  }
  return findings(best);
}

/** @param {string} page @param {object} flags What each visit measured, a line for each. */
async function measure(page, flags) {
  const lines = [];
  for (let visit = 0; visit < Number(visits); visit += 1) {
    const { lhr } = await lighthouse(new URL(page, address).href, flags);
    const { audits, categories } = lhr;
    const found = MEASURED.map(([name, id]) => `${name} ${audits[id].displayValue}`);
    lines.push(`${Math.round(100 * (categories.performance?.score ?? 0))}: ${found.join(", ")}`);
  }
  return lines;
}

const chromeFlags = ["--headless=new", "--no-sandbox", "--disable-gpu"];
const chrome = await launch({ chromePath: program, chromeFlags, logLevel: "silent" });
try {
  const said = {};
  for (const [page, onlyCategories] of Object.entries(JSON.parse(wanted))) {
    const flags = {
      port: chrome.port,
      onlyCategories,
      disableFullPageScreenshot: true,
      logLevel: "error",
    };
    said[page] = await (visits ? measure : rate)(page, flags);
  }
  process.stdout.write(JSON.stringify(said));
} finally {
  chrome.kill();
}
