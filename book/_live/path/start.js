// What does a result need, and what do those results need? The way to it, in reading order.
import { make } from "../shared/dom.js";

/**
 * Return all that a result needs, itself not counted.
 * @param {Map<string, string[]>} needs
 * @param {string} label
 * @returns {Set<string>}
 */
export function allNeeds(needs, label) {
  /** @type {Set<string>} */
  const found = new Set();
  const open = [...(needs.get(label) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next) || next === label) continue;
    found.add(next);
    open.push(...(needs.get(next) ?? []));
  }
  return found;
}

/** @param {Element} entry @returns {string[]} */
function needed(entry) {
  const links = entry.querySelectorAll(".map-needs a");
  return [...links].map((link) => `${link.getAttribute("href")}`.replace("#", ""));
}

/** @param {HTMLElement} element the place on the page of the map */
export function start(element) {
  const entries = [...document.querySelectorAll(".theorem-map li[id]")];
  const needs = new Map(entries.map((entry) => [entry.id, needed(entry)]));
  const choice = make(
    "select",
    { id: "path-choice" },
    make("option", { value: "" }, "choose a result"),
  );
  for (const section of document.querySelectorAll(".theorem-map > section")) {
    const title = `${section.querySelector("h2")?.textContent}`.trim();
    const group = make("optgroup", { label: title });
    for (const entry of section.querySelectorAll("li[id]")) {
      const words = `${entry.querySelector(".map-result")?.textContent}`.trim();
      group.append(make("option", { value: entry.id }, words.replace(/\s+/g, " ")));
    }
    choice.append(group);
  }
  const result = make("div", { class: "path-result", role: "status" });

  const answer = () => {
    const all = allNeeds(needs, choice.value);
    const direct = new Set(needs.get(choice.value));
    const items = entries
      .filter((entry) => all.has(entry.id))
      .map((entry) => {
        const words = entry.querySelector(".map-result")?.cloneNode(true).childNodes ?? [];
        return make("li", direct.has(entry.id) ? { class: "direct" } : {}, ...words);
      });
    const sentence = all.size
      ? `It rests on ${all.size} ${all.size > 1 ? "results" : "result"}, in the order of the book; those that it names itself are bold.`
      : choice.value
        ? "It refers to no other result."
        : "";
    result.replaceChildren(
      ...(sentence ? [make("p", {}, sentence), make("ol", {}, ...items)] : []),
    );
  };
  choice.addEventListener("change", answer);
  element.replaceChildren(
    make(
      "div",
      { class: "path-form" },
      make("label", { for: "path-choice" }, "What do I need for"),
      choice,
    ),
    result,
  );
}
