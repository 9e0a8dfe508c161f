// Say which pages this browser has kept for reading without a network, and keep all of them if asked.
import { announce } from "../shared/announce.js";

const TOGETHER = 200; // milliseconds: what is kept within them is said at once

/**
 * What stands under a page about what is kept.
 * @param {boolean} here whether this page is kept
 * @param {number} kept how many pages are
 * @param {number} all how many there are
 * @param {boolean} python whether Python is
 * @returns {string}
 */
export function sentence(here, kept, all, python) {
  const page = here
    ? "This page is kept on this device and can be read without a network"
    : "This page is not kept on this device yet";
  const others =
    kept === all ? `all ${all} pages are` : `${kept} of ${all} pages ${kept === 1 ? "is" : "are"}`;
  return `${page}; ${others}${python ? ", and Python for worked examples" : ""}.`;
}

/** The addresses of all pages, from the contents. @returns {string[]} */
function pages() {
  const links = document.querySelectorAll("#site-contents a.reference.internal");
  const addresses = [...links].map((link) => /** @type {HTMLAnchorElement} */ (link).href);
  return [...new Set([...addresses, location.href].map((address) => plain(address)))];
}

/** @param {string} address */
function plain(address) {
  const url = new URL(address);
  url.search = url.hash = "";
  return url.href.replace(/\/$/, "/index.html");
}

/** The addresses of all that is kept. @returns {Promise<Set<string>>} */
async function keptAddresses() {
  const found = new Set();
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) found.add(url);
  }
  return found;
}

/**
 * Show what is kept now.
 * @param {HTMLElement} line
 * @param {HTMLButtonElement} button
 */
async function show(line, button) {
  const all = pages();
  const found = await keptAddresses();
  const kept = all.filter((address) => found.has(address));
  const python = [...found].some((address) => address.includes("pyodide.asm.wasm"));
  const words = sentence(found.has(plain(location.href)), kept.length, all.length, python);
  if (line.textContent !== words) line.textContent = words;
  button.hidden = kept.length === all.length;
}

/** @param {HTMLElement} element where it is said */
export async function start(element) {
  if (!("serviceWorker" in navigator) || !("caches" in globalThis)) return;
  const line = document.createElement("p");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Keep all pages";
  element.append(line, button);
  let asked = false;
  let isWaiting = false;
  const say = async () => {
    isWaiting = false;
    await show(line, button);
    if (!asked || !button.hidden) return; // what was not asked for is not said
    asked = false;
    announce(line.textContent ?? "");
  };
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data?.type !== "kept" || isWaiting) return;
    isWaiting = true;
    setTimeout(say, TOGETHER);
  });
  navigator.serviceWorker.startMessages();
  await show(line, button);
  button.addEventListener("click", async () => {
    asked = button.disabled = true;
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ type: "keep", urls: pages() });
  });
}
