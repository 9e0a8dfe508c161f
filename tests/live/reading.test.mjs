import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { parseHTML } from "linkedom";

/** A browser's storage in little. */
class Storage {
  entries = new Map();
  room = Infinity;
  getItem = (key) => this.entries.get(key) ?? null;
  removeItem = (key) => this.entries.delete(key);
  setItem(key, text) {
    if (text.length > this.room) throw new Error("QuotaExceededError");
    this.entries.set(key, text);
  }
}

const { document, Event } = parseHTML("<main></main>");
Object.assign(globalThis, { document, Event });
globalThis.window = {
  get self() {
    return this;
  },
  get top() {
    return this.above ?? this;
  },
}; // prettier-ignore
const { answerOf, change, keepAnswer, load, nothing, parsed, save } = await import(
  "../../book/_live/reading/store.js"
);
const { Progress } = await import("../../book/_live/reading/progress.js");
const { pageAt, showMarks, showPlace } = await import("../../book/_live/reading/marks.js");
const { summary } = await import("../../book/_live/settings/start.js");

const PLACE = {
  page: "systems/planes",
  id: "two-planes",
  section: "Two planes",
  chapter: "Planes",
};
const FULL = {
  version: 1,
  off: false,
  place: PLACE,
  read: { "systems/planes": { ids: ["a", "b"], of: 3 } },
  answers: { "exr-planes-cut-check-1": { text: "1, 2", right: true } },
};
const ROOT = new URL("http://book.test/v/1/");

beforeEach(() => {
  globalThis.localStorage = new Storage();
  delete window.above;
});

test("what was kept comes back as it was", () => {
  save(FULL);
  assert.deepEqual(load(), FULL);
  assert.equal(localStorage.entries.size, 1);
});

test("what is damaged, foreign or of another version counts as nothing", () => {
  for (const text of [null, "", "{", "[1]", "7", "null", '"x"', '{"version":2,"place":{}}']) {
    assert.deepEqual(parsed(text), nothing(), text);
  }
});

test("damaged parts are left out, the others stay", () => {
  const bad = {
    ...FULL,
    place: { ...PLACE, page: "javascript:alert(1)" },
    read: {
      ...FULL.read,
      "x y": { ids: [], of: 1 },
      z: { ids: "a", of: 1 },
      w: { ids: [1], of: 1 },
    },
    answers: {
      ...FULL.answers,
      n: { text: 5, right: true },
      m: { text: "x".repeat(501), right: true },
    },
  };
  assert.deepEqual(parsed(JSON.stringify(bad)), { ...FULL, place: null });
  const polluted = parsed(`{"version":1,"answers":{"__proto__":{"text":"a","right":true}}}`);
  assert.equal({}.text, undefined);
  assert.equal(polluted.off, false);
});

test("a full or closed storage is silent", () => {
  localStorage.room = 10;
  keepAnswer("exr-a-check-1", { text: "1", right: true });
  assert.equal(answerOf("exr-a-check-1"), undefined);
  globalThis.localStorage = undefined;
  keepAnswer("exr-a-check-1", { text: "1", right: true });
  assert.deepEqual(load(), nothing());
});

test("in the frame of another page nothing is read or written", () => {
  save(FULL);
  window.above = {};
  assert.deepEqual(load(), nothing());
  keepAnswer("exr-a-check-1", { text: "1", right: true });
  delete window.above;
  assert.deepEqual(load(), FULL);
});

test("switched off nothing is added or shown, and it all stays", () => {
  save({ ...FULL, off: true });
  keepAnswer("exr-a-check-1", { text: "1", right: true });
  change((kept) => {
    kept.place = null;
  });
  assert.deepEqual(load(), { ...FULL, off: true });
  assert.equal(answerOf("exr-planes-cut-check-1"), undefined);
});

test("answers have names of their own, and a length", () => {
  keepAnswer("exr-a-check-1", { text: "2", right: false });
  keepAnswer("exr-a-check-2", { text: "9".repeat(501), right: true });
  keepAnswer("no name", { text: "1", right: true });
  assert.deepEqual(load().answers, { "exr-a-check-1": { text: "2", right: false } });
  assert.equal(answerOf("toString"), undefined);
});

test("a section is read when its end was seen and it was there for five seconds", () => {
  const progress = new Progress();
  progress.see("a", true);
  progress.see("b", true);
  progress.end("b");
  for (let second = 1; second < 5; second += 1) assert.deepEqual(progress.tick(), []);
  assert.deepEqual(progress.tick(), ["b"]);
  assert.deepEqual(progress.tick(), [], "it is told once");
  progress.see("a", false);
  progress.end("a");
  assert.deepEqual(progress.tick(), ["a"]);
});

test("a glance at an end is no reading", () => {
  const progress = new Progress();
  progress.end("a");
  for (let second = 0; second < 9; second += 1) assert.deepEqual(progress.tick(), []);
});

/** @param {string} html */
function page(html) {
  document.querySelector("main").innerHTML = html;
  globalThis.location = { href: `${ROOT}systems/planes.html` };
  return document;
}

test("ticks stand at read sections, solved exercises and in the menu", () => {
  const check = (name) => `<div data-check="{}" data-name="${name}"></div>`;
  const shown = page(`
    <div class="page-toc"><a href="#a">A</a><a href="#c">C</a></div>
    <section id="a"></section>
    <section id="c">
      <div class="exercise"><p class="admonition-title">1</p>${check("exr-planes-cut-check-1")}</div>
      <div class="exercise"><p class="admonition-title">2</p>${check("exr-planes-cut-check-1")}${check("x")}</div>
      <div class="exercise"><p class="admonition-title">3</p></div>
    </section>`);
  const said = (selector) =>
    [...shown.querySelectorAll(selector)].map(
      (link) => link.querySelector("[role=img]")?.getAttribute("aria-label") ?? "",
    );
  showMarks(FULL, ROOT);
  assert.deepEqual(said(".page-toc a"), ["read", "1 of 2 exercises solved"]);
  assert.deepEqual(said(".admonition-title"), ["solved", "", ""]);
  showMarks(FULL, ROOT);
  assert.equal(shown.querySelectorAll(".reading-mark").length, 3);
  showMarks(nothing(), ROOT);
  assert.equal(shown.querySelectorAll(".reading-mark").length, 0);
});

test("a page is named by its path, also in a released version", () => {
  assert.equal(pageAt(new URL("systems/planes.html#a?b", ROOT), ROOT), "systems/planes");
});

test("the line leads to the place as text, whatever was kept", () => {
  const shown = page('<p class="continue-reading"></p>');
  showPlace({ ...FULL, place: { ...PLACE, section: "<b>x</b>" } }, ROOT);
  const link = shown.querySelector(".continue-reading a");
  assert.equal(link.getAttribute("href"), `${ROOT}systems/planes.html#two-planes`);
  assert.equal(link.textContent, "<b>x</b> (Planes)");
  assert.ok(shown.documentElement.hasAttribute("data-has-place"));
  showPlace(nothing(), ROOT);
  assert.equal(shown.querySelector(".continue-reading").textContent, "");
  assert.ok(!shown.documentElement.hasAttribute("data-has-place"));
});

test("what is kept is said in a sentence", () => {
  assert.equal(summary(nothing()), "Nothing is kept now.");
  assert.equal(summary(FULL), "Kept now: your place in “Planes”, 2 read sections and 1 answer.");
  assert.match(summary({ ...FULL, off: true }), /switched off/);
});
