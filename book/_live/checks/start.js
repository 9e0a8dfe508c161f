// The entry of checked exercises: a check of an answer, or more exercises like one.
import { answerOf, keepAnswer } from "../reading/store.js";
import { form } from "./form.js";

/**
 * Put the form of a check, or the button for another exercise, into its place.
 * @param {HTMLElement} element
 */
export async function start(element) {
  if (element.dataset.another !== undefined) {
    const another = await import("./another.js");
    await another.start(element);
    return;
  }
  const { name = "", check = "" } = element.dataset;
  const prompt = element.querySelector(".check-prompt");
  /** @type {import("./form.js").Memory} */
  const memory = { answer: answerOf(name), keep: (answer) => keepAnswer(name, answer) };
  element.append(form(JSON.parse(check), name, [...(prompt?.childNodes ?? [])], memory));
}
