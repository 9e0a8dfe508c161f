// Four images side by side; the last one can be exchanged.
import { locate, makeSheet, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";

/** @typedef {import("./geometry.js").PhotographScene} PhotographScene */

const WORD = 0.075; // from an image to the middle of its word, in widths of the image

/**
 * A picture of gray values, as an address.
 * @param {Uint8ClampedArray} grays
 * @param {number} columns
 * @returns {string}
 */
function addressOf(grays, columns) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [columns, grays.length / columns];
  const pixels = new ImageData(columns, canvas.height);
  grays.forEach((gray, i) => {
    pixels.data.fill(gray, 4 * i, 4 * i + 3);
    pixels.data[4 * i + 3] = 255;
  });
  canvas.getContext("2d")?.putImageData(pixels, 0, 0);
  return canvas.toDataURL();
}

/**
 * Draw the images and return what exchanges the last one.
 * @param {PhotographScene & { frame: import("../kit/plane_frame.js").Frame }} scene
 * @param {import("../kit/widget.js").Place} place
 * @param {(rank: number) => Uint8ClampedArray} imageOf
 * @returns {(rank: number) => void}
 */
export function draw(scene, place, imageOf) {
  const { columns, frame, panels, shown } = scene;
  const parts = panels.map(([left, bottom, right, top]) => {
    const [x, y] = locate(frame, place, [left, top]);
    const [end, low] = locate(frame, place, [right, bottom]);
    const size = { x, y, width: end - x, height: low - y, preserveAspectRatio: "none" };
    const look = { "text-anchor": "middle", "dominant-baseline": "central" };
    const below = locate(frame, place, [(left + right) / 2, bottom - WORD]);
    return [shape("image", { ...size, class: "photograph" }), word(below, "", "ink", look)];
  });
  /** @param {number} which @param {number} rank */
  const show = (which, rank) => {
    const [image, name] = parts[which];
    image.setAttribute("href", addressOf(imageOf(rank), columns));
    name.textContent = `rank ${rank}`;
  };
  makeSheet(place, parts.flat(), "img");
  shown.forEach((rank, which) => {
    show(which, rank);
  });
  return (rank) => show(panels.length - 1, rank);
}
