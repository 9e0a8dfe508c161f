// A check in an exercise: a field for the answer, and what is to be said about it.
import { form } from "./form.js";

/**
 * Put the form into its place.
 * @param {HTMLElement} element
 */
export function start(element) {
  const { name = "", check = "" } = element.dataset;
  const prompt = element.querySelector(".check-prompt");
  element.append(form(JSON.parse(check), name, [...(prompt?.childNodes ?? [])]));
  prompt?.remove();
}
