// Copy a text and say so. Where the clipboard is refused, select the text instead.
import { announce } from "./announce.js";

const SHOWN = 2000; // milliseconds for which a button says what it did

/**
 * Copy a text; the button and the page's live region say whether it worked.
 * @param {string} text
 * @param {HTMLElement} button
 * @param {Element | null} [source] the element that shows the text, selected when copying fails
 * @returns {Promise<boolean>} whether the text is on the clipboard
 */
export async function copy(text, button, source = null) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (source) getSelection()?.selectAllChildren(source);
    say(
      button,
      "Not copied",
      source
        ? "The browser refuses the clipboard. The text is selected: copy it with the keyboard."
        : "The browser refuses the clipboard.",
    );
    return false;
  }
  say(button, "Copied", "Copied.");
  return true;
}

/** @type {WeakMap<HTMLElement, { words: string | null, timer: ReturnType<typeof setTimeout> }>} */
const changed = new WeakMap();

/**
 * Let the button show a word for a moment, and announce a sentence.
 * @param {HTMLElement} button
 * @param {string} word
 * @param {string} sentence
 */
function say(button, word, sentence) {
  const before = changed.get(button);
  if (before) clearTimeout(before.timer);
  const words = before ? before.words : button.textContent;
  button.textContent = word;
  const timer = setTimeout(() => {
    button.textContent = words;
    changed.delete(button);
  }, SHOWN);
  changed.set(button, { words, timer });
  announce(sentence);
}
