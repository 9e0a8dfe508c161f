// Where a preview stands: below its reference if there is room, else above, within the window.
const GAP = 6;
const EDGE = 12;
const MOST = 576; // pixels: about what the text column is wide

/**
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Box
 * @param {Box} link the part of the reference that is pointed at
 * @param {number} height of the preview's content
 * @param {{ width: number, height: number }} view
 * @param {number} [head] the height that the page's head takes at the top of the window
 */
export function placeFor(link, height, view, head = 0) {
  const width = Math.min(MOST, view.width - 2 * EDGE);
  const left = Math.max(EDGE, Math.min(link.left, view.width - EDGE - width));
  const below = view.height - EDGE - link.bottom - GAP;
  const above = link.top - GAP - EDGE - head;
  const under = height <= below || below >= above;
  const shown = Math.min(height, under ? below : above);
  return { left, top: under ? link.bottom + GAP : link.top - GAP - shown, width, height: shown };
}
