// The entry of the live layer: start each live part of the page when it is wanted.
// Each feature's module exports `start(element)`. A part whose code does not load stays as it is.
import { placeOf, whenWanted } from "./shared/load.js";

/** @type {Record<string, string>} */
const MODULES = {
  check: "./checks/start.js",
  cite: "./cite/start.js",
  enlarge: "./enlarge/start.js",
  example: "./examples/start.js",
  figure: "./figures/start.js",
  kept: "./kept/start.js",
  path: "./path/start.js",
  sheet: "./sheets/start.js",
  settings: "./settings/start.js",
};

/** @param {HTMLElement} element */
async function start(element) {
  const feature = element.dataset.live ?? "";
  try {
    const module = await import(new URL(MODULES[feature], import.meta.url).href);
    await module.start(element);
    element.dataset.liveState = "started";
  } catch (error) {
    element.dataset.liveState = "failed";
    console.error(
      `the live part “${feature}” did not start, the page is complete without it`,
      error,
    );
  }
  placeOf(element).querySelector(".live-room")?.remove(); // what it was kept for is there, or not to be
}

for (const element of document.querySelectorAll("[data-live]")) {
  if (element instanceof HTMLElement) whenWanted(element, () => start(element));
}

// What this browser keeps of a reading: wanted in chapters, and elsewhere once something is kept.
async function startReading() {
  try {
    const isWanted = document.querySelector("[data-chapter]") ?? localStorage.getItem("reading");
    if (!isWanted || window.self !== window.top) return; // no part of another page
    const reading = await import(new URL("./reading/start.js", import.meta.url).href);
    reading.start();
  } catch {
    // storage is closed: nothing is kept
  }
}
startReading();

// Previews come when the first reference is pointed at, focused or pressed.
const REFERENCE = "article a.reference.internal[href*='#']:not(.headerlink)";
const NAMED = /#(?:(?:alg|cor|def|ex|exr|fig|lem|tab|thm)-|equation-|id\d)/;
for (const type of ["pointerover", "pointerdown", "focusin"]) {
  document.addEventListener(type, async (event) => {
    const link = event.target instanceof Element ? event.target.closest(REFERENCE) : null;
    if (!(link instanceof HTMLAnchorElement) || !NAMED.test(link.hash)) return;
    const previews = await import(new URL("./previews/start.js", import.meta.url).href);
    previews.start(event, link);
  });
}

/** @param {EventTarget | null} target what was pressed, perhaps before this layer was there */
async function copyLatex(target) {
  const button = target instanceof Element ? target.closest("button.copy-latex") : null;
  if (!(button instanceof HTMLElement)) return;
  button.removeAttribute("data-pressed");
  const latex = await import(new URL("./cite/latex.js", import.meta.url).href);
  latex.copyFrom(button);
}
document.addEventListener("click", ({ target }) => copyLatex(target));
copyLatex([...document.querySelectorAll("button.copy-latex[data-pressed]")].at(-1) ?? null);
