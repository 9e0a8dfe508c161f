// The parts of a figure that moves, with their numbers, for those who hear it. Until then the list
// says what the static drawing shows.
import { make } from "../../shared/dom.js";

/**
 * @param {import("./widget.js").Widget} widget
 * @param {HTMLElement} figure
 */
export function listParts(widget, figure) {
  const list = figure.querySelector(".figure-parts");
  if (!list) return;
  const say = () => {
    const items = widget.lines.map(([name, value]) => make("li", {}, `${name}: ${value}`));
    list.replaceChildren(...items);
  };
  widget.onTell = say;
  say();
}
