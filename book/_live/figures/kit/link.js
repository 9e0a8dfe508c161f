// A figure that moves and the address: a link leads to what it shows.
import { copyButtons } from "../../shared/copy_buttons.js";
import { addressOf, remember, stateOf } from "../../shared/fragment.js";

const QUIET = 500; // milliseconds without a change; browsers refuse many changes of the address

/**
 * Let the address say what a figure shows, let it follow the address, and offer the link.
 * @param {import("./widget.js").Widget} widget
 * @param {HTMLElement} figure
 */
export function linkTo(widget, figure) {
  const { id } = figure;
  const home = JSON.stringify(widget.state());
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  /** What the address has to say: nothing of the figure's own numbers. */
  const shown = () => {
    const state = widget.state();
    return JSON.stringify(state) === home ? null : state;
  };
  const follow = () => {
    clearTimeout(waiting); // the address is newer
    const given = stateOf(id);
    if (!given || Object.keys(given).length === 0) return;
    widget.follow(given);
    figure.scrollIntoView({ behavior: "instant" });
  };

  widget.onShow = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => remember(id, shown()), QUIET);
  };
  const name = figure.querySelector(".caption-number")?.textContent.trim() ?? "figure";
  widget.offer(...copyButtons(name, { "Copy link": () => addressOf(id, shown()) }));
  follow();
  addEventListener("hashchange", follow);
}
