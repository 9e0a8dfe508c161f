// What Python does at the moment: a bar, a sentence, and a button that stops it.
import { button, make } from "../shared/dom.js";

/** @typedef {import("../python/runtime.js").Progress} Progress */

/** @type {Record<Progress["phase"], string>} */
const PHASES = {
  download: "Python is being loaded.",
  start: "Python is starting.",
  run: "Python works it out.",
};

/**
 * @param {string} label of the bar
 * @param {() => void} onCancel
 */
export function makeProgress(label, onCancel) {
  const bar = make("progress", { "aria-label": label, max: "1" });
  const cancel = button("Cancel", onCancel);
  const doing = make("div", { class: "live-doing", hidden: true }, bar, cancel);
  const status = make("p", { class: "live-status", role: "status" });

  /** @param {string} words */
  const say = (words) => {
    if (status.textContent !== words) status.textContent = words;
  };

  return {
    element: make("div", { class: "live-progress" }, doing, status),

    /** @param {number} bytes that are loaded the first time */
    announceSize(bytes) {
      const size = Math.round(bytes / 1e6);
      say(
        `Python, ${size} MB, is loaded once and stays on your device; it starts when you press “Work it out”.`,
      );
    },

    begin() {
      bar.removeAttribute("value");
      status.classList.remove("live-failed");
      doing.hidden = false;
      say("");
    },

    /** @param {Progress} progress */
    update({ phase, loaded, total }) {
      if (phase === "download" && total > 0) bar.value = loaded / total;
      else bar.removeAttribute("value");
      const size = (total / 1e6).toFixed(0);
      say(phase === "download" ? `${PHASES[phase]} It has ${size} MB.` : PHASES[phase]);
    },

    /** @param {string} words @param {boolean} [failed] */
    end(words, failed = false) {
      if (cancel === document.activeElement) {
        /** @type {HTMLElement | null | undefined} */ (
          cancel.closest("form")?.querySelector("[type=submit]")
        )?.focus();
      }
      doing.hidden = true;
      status.classList.toggle("live-failed", failed && words !== "");
      say(words);
    },
  };
}
