import assert from "node:assert/strict";
import { test } from "node:test";

const SITE = "https://book.example/";
const OLD = "book / earlier";

/** @type {Record<string, (event: object) => void>} */
const listeners = {};
globalThis.registration = { scope: SITE };
globalThis.skipWaiting = async () => {};
globalThis.addEventListener = (name, listener) => {
  listeners[name] = listener;
};
await import("../../book/_live/offline/service-worker.js");

/** What a listener does with an event: what it answers, or what it waits for. */
function handle(name, event) {
  return new Promise((done) => {
    listeners[name]({ ...event, respondWith: done, waitUntil: event ? () => {} : done });
  });
}

test("a page comes from the network when the storage is closed", async () => {
  const closed = async () => {
    throw new DOMException("closed", "SecurityError");
  };
  globalThis.caches = { match: closed, open: closed };
  globalThis.fetch = async () => new Response("the page");
  const request = { method: "GET", url: `${SITE}index.html`, mode: "navigate" };
  const answer = await handle("fetch", { request });
  assert.equal(await answer.text(), "the page");
});

test("a release is installed when the storage is full, and asks the site, not the browser", async () => {
  const asked = [];
  const cache = {
    keys: async () => [{ url: `${SITE}a.html` }],
    put: async () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  globalThis.caches = { open: async () => cache, keys: async () => [OLD] };
  globalThis.fetch = async (_url, options) => {
    asked.push(options?.cache);
    return Object.defineProperty(new Response(""), "type", { value: "basic" });
  };
  await handle("install");
  assert.deepEqual(asked, ["no-cache"]);
});
