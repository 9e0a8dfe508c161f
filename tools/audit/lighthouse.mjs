// Rate pages with Lighthouse, as it comes: a phone, every audit of the three categories that say
// whether a page is accessible, sound and findable. Arguments: the browser's program, the site's
// address, and a JSON object from pages to what they are rated for. Prints one more, from pages to
// what is rated below 1.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [program, address, wanted] = process.argv.slice(2);

/** @param {any} audit What one audit found, in a line. */
const told = ({ id, title, displayValue, details }) => {
  const places = (details?.items ?? []).map((item) => item.node?.snippet ?? item.url ?? "");
  return `${id}: ${title} ${displayValue ?? ""} ${places.slice(0, 3).join(" ")}`.trim();
};

/** @param {any} report What Lighthouse says of a page. */
const findings = (report) =>
  Object.values(report.categories)
    .filter(({ score }) => score !== 1)
    .flatMap(({ title, score, auditRefs }) => [
      `${title} ${score === null ? "has no score" : Math.round(100 * score)}`,
      ...auditRefs
        .filter(({ id, weight }) => weight > 0 && (report.audits[id].score ?? 1) < 1)
        .map(({ id }) => told(report.audits[id])),
    ]);

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
    const { lhr } = await lighthouse(new URL(page, address).href, flags);
    said[page] = lhr.runtimeError ? [lhr.runtimeError.message] : findings(lhr);
  }
  process.stdout.write(JSON.stringify(said));
} finally {
  chrome.kill();
}
