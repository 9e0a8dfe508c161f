// Keep what was visited for reading without a network. With a network nothing changes: pages and
// small files come from it first; only files whose names change with their content come from here.
// The build writes the two constants: see book/_ext/live/offline.py.

/** The version and commit of the book. */
const RELEASE = "source";
/** Parts of the addresses of files that never change. @type {string[]} */
const UNCHANGING = [];

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const BOOK = `book ${new URL(worker.registration.scope).pathname} `; // others may share the host
const VISITED = `${BOOK}${RELEASE}`;
const KEPT = `${BOOK}unchanging`;
const NOT_VISITED = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>No connection</title>
<h1>No connection</h1><p>This page was not opened on this device before, so it cannot be read
without a network. Pages that were opened can. Connect and try again, or go back.</p></html>`;

const pages = () => worker.clients.matchAll({ includeUncontrolled: true });
/** What this worker has kept and told the pages. @type {Set<string>} */
const told = new Set();

/** @param {string} url */
const isUnchanging = (url) => UNCHANGING.some((part) => url.includes(part));

/**
 * The address under which a file is kept: a search or a state is the same page.
 * @param {string} url
 */
function plain(url) {
  const address = new URL(url);
  address.search = address.hash = "";
  return address.href.replace(/\/$/, "/index.html");
}

/**
 * @param {string} url
 * @param {Response} answer
 */
async function keep(url, answer) {
  if (!answer.ok || answer.type !== "basic" || answer.redirected) return;
  const cache = await caches.open(isUnchanging(url) ? KEPT : VISITED);
  const address = plain(url);
  await cache.put(address, answer.clone());
  const isNew = !told.has(address);
  told.add(address);
  if (isNew) for (const page of await pages()) page.postMessage({ type: "kept" });
}

/** @param {FetchEvent} event @returns {Promise<Response>} */
async function respond(event) {
  const { request } = event;
  const name = isUnchanging(request.url) ? KEPT : VISITED;
  const kept = await caches.match(plain(request.url), { cacheName: name }).catch(() => undefined); // storage may be closed
  if (kept && name === KEPT) return kept;
  try {
    const answer = await fetch(request);
    event.waitUntil(keep(request.url, answer.clone()).catch(() => {})); // storage may be full
    return answer;
  } catch (error) {
    if (kept) return kept;
    if (request.mode !== "navigate") throw error;
    return new Response(NOT_VISITED, { status: 503, headers: { "Content-Type": "text/html" } });
  }
}

/** The caches of other releases of this book. */
async function others() {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(BOOK) && name !== VISITED && name !== KEPT);
}

/** Fetch what was opened in earlier releases as it is in this one. */
async function renew() {
  await caches.open(VISITED);
  for (const name of await others()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      await fetch(url, { cache: "no-cache" }) // not what the browser kept of the last release
        .then((answer) => keep(url, answer))
        .catch(() => {}); // what is gone is gone; storage may be full
    }
  }
}

/** Drop what belongs to other releases of this book. */
async function dropOthers() {
  for (const name of await others()) await caches.delete(name);
  const cache = await caches.open(KEPT);
  for (const { url } of await cache.keys()) if (!isUnchanging(url)) await cache.delete(url);
}

/** Keep files that a page loaded before this worker could see it. @param {string[]} urls */
async function keepLoaded(urls) {
  for (const url of urls.filter((address) => address.startsWith(worker.registration.scope))) {
    const cacheName = isUnchanging(url) ? KEPT : VISITED;
    if (!(await caches.match(plain(url), { cacheName }))) await keep(url, await fetch(url));
  }
}

worker.addEventListener("install", (event) => {
  event.waitUntil(renew().then(() => worker.skipWaiting()));
});
worker.addEventListener("activate", (event) => event.waitUntil(dropOthers()));
worker.addEventListener("message", (event) => {
  if (event.data?.type === "keep") event.waitUntil(keepLoaded(event.data.urls).catch(() => {}));
});
worker.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(worker.registration.scope)) {
    event.respondWith(respond(event));
  }
});
