// Show what a reference leads to, while it is pointed at, focused or pressed for long. The link works as before.
import { make } from "../shared/dom.js";
import { blockAt } from "./content.js";
import { placeFor } from "./place.js";

const REST = 350; // milliseconds that a pointer or the focus stays before anything is shown
const PRESS = 500;
const LEAVE = 250; // to move from the reference into its preview

const box = make("div", {
  id: "preview",
  class: "bd-article", // it looks as it does in its place
  popover: "manual",
  role: "note",
  "aria-label": "Preview",
});
/** @type {HTMLAnchorElement | undefined} */
let shown;
/** @type {HTMLAnchorElement | undefined} */
let wanted;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let pressed = false;

function hide() {
  clearTimeout(timer);
  wanted = undefined;
  if (box.isConnected && box.matches(":popover-open")) box.hidePopover();
}

/** @param {HTMLAnchorElement} link @param {number} [y] where it is pointed at */
async function show(link, y) {
  wanted = link;
  const block = await blockAt(new URL(link.href)).catch(() => undefined);
  if (!block || wanted !== link) return;
  if (!box.isConnected) document.querySelector("main")?.append(box);
  box.replaceChildren(block);
  const lines = [...link.getClientRects()]; // a reference may begin on one line and end on the next
  const line =
    lines.find((one) => y === undefined || (one.top <= y && y <= one.bottom)) ?? lines[0];
  if (!line) return;
  box.style.width = `${placeFor(line, 0, { width: innerWidth, height: innerHeight }).width}px`;
  box.style.height = "auto";
  box.showPopover();
  const head = document.querySelector(".site-header")?.getBoundingClientRect().bottom ?? 0;
  const size = { width: document.documentElement.clientWidth, height: innerHeight };
  const { left, top, height } = placeFor(line, box.offsetHeight, size, head);
  Object.assign(box.style, { left: `${left}px`, top: `${top}px`, height: `${height}px` });
  if (box.scrollHeight > box.clientHeight) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
  shown = link;
  link.setAttribute("aria-details", box.id);
}

/** @param {() => void} act @param {number} pause */
function later(act, pause) {
  clearTimeout(timer);
  timer = setTimeout(act, pause);
}

box.addEventListener("toggle", (event) => {
  if (/** @type {ToggleEvent} */ (event).newState === "open") return;
  shown?.removeAttribute("aria-details");
  shown = undefined;
});
box.addEventListener("pointerenter", () => clearTimeout(timer));
box.addEventListener("pointerleave", () => later(hide, LEAVE));
addEventListener("scroll", () => shown && hide(), { passive: true });
addEventListener("keydown", ({ key }) => key === "Escape" && hide());

/**
 * Answer an event on a reference.
 * @param {Event} event
 * @param {HTMLAnchorElement} link
 */
export function start(event, link) {
  const at = event instanceof PointerEvent ? event.clientY : undefined;
  if (event.type === "focusin") {
    if (link.matches(":focus-visible")) later(() => show(link), REST);
  } else if (event instanceof PointerEvent && event.pointerType === "mouse") {
    if (event.type === "pointerover" && link !== shown && link.matches(":hover"))
      later(() => show(link, at), REST);
    else if (link === shown) clearTimeout(timer); // back from beside it
  } else if (event.type === "pointerdown") {
    pressed = false;
    later(() => {
      pressed = true;
      show(link, at);
    }, PRESS);
  }
}

document.addEventListener("pointerout", ({ target, pointerType }) => {
  if (pointerType === "mouse" && target instanceof Element && target.closest("a"))
    later(hide, LEAVE);
});
document.addEventListener("focusout", ({ target, relatedTarget }) => {
  const own = [shown, wanted, box];
  const left = own.some((one) => target instanceof Node && one?.contains(target));
  const kept = own.some((one) => relatedTarget instanceof Node && one?.contains(relatedTarget));
  if (left && !kept) later(hide, LEAVE);
});
for (const type of ["pointerup", "pointercancel"]) {
  document.addEventListener(type, (event) => {
    const touch = event instanceof PointerEvent && event.pointerType !== "mouse";
    if (touch && !pressed) clearTimeout(timer); // a tap, or the page is being scrolled
  });
}
document.addEventListener("pointerdown", ({ target }) => {
  if (shown && target instanceof Element && !box.contains(target) && !shown.contains(target))
    hide();
});
// a long press that has shown a preview neither follows the link nor opens the browser's menu
for (const type of ["click", "contextmenu"]) {
  document.addEventListener(
    type,
    (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (pressed && link && (link === shown || link === wanted)) event.preventDefault();
      if (type === "click") pressed = false;
    },
    true,
  );
}
