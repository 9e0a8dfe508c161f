// The entry of what this browser keeps of a reading: follow a chapter, and show what was kept.
import { showMarks, showPlace } from "./marks.js";
import { CHANGED, KEY, load, nothing } from "./store.js";
import { track } from "./track.js";

const ROOT = new URL("../../../", import.meta.url); // of the site

function show() {
  const kept = load();
  showMarks(kept.off ? nothing() : kept, ROOT);
}

export function start() {
  const kept = load();
  showPlace(kept.off ? nothing() : kept, ROOT); // as it was when the page came
  show();
  document.addEventListener(CHANGED, show);
  addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) show(); // another tab
  });
  const page = document.querySelector("[data-chapter]")?.getAttribute("data-chapter");
  if (page) track(page);
}
