// A figure as large as the window: it moves into a dialog, with all that it shows, and back.
import { button, make } from "../shared/dom.js";

/** @param {HTMLElement} tools the figure's row of tools */
export function start(tools) {
  const figure = tools.closest("figure");
  if (!figure) throw new Error("expected a row of tools in a figure");
  const name = figure.querySelector(".caption-number")?.textContent.trim() ?? "Figure";
  const dialog = make("dialog", { class: "figure-dialog", "aria-label": name });
  const place = make("div", { class: "figure-place", "aria-hidden": "true" });

  /** @param {string} word */
  const call = (word) => {
    opener.textContent = word;
    opener.setAttribute("aria-label", `${word}: ${name}`);
  };
  const open = () => {
    place.style.height = `${figure.offsetHeight}px`; // the text around stays where it is
    figure.replaceWith(place);
    place.after(dialog);
    dialog.append(figure);
    call("Close");
    dialog.showModal();
    opener.focus({ preventScroll: true });
  };
  const comeBack = () => {
    place.replaceWith(figure);
    dialog.remove();
    call("Enlarge");
    opener.focus({ preventScroll: true });
  };
  const opener = button("", () => (dialog.open ? dialog.close() : open()), {
    class: "figure-enlarge",
  });
  dialog.addEventListener("close", comeBack);
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close(); // beside the figure
  });
  call("Enlarge");
  tools.append(opener);
}
