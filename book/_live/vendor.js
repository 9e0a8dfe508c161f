// Where the libraries and settings are when modules run from these sources, in Node and for the
// type checker. The build writes another vendor.js: see book/_ext/live/live_assets.py.
/** @param {string} path @returns {string} */
const installed = (path) => new URL(`../../node_modules/${path}/`, import.meta.url).href;

export const FRACTION_JS = installed("fraction.js/dist");
export const KATEX = installed("katex/dist");

/** @type {Record<string, string>} the book's macros */
export const KATEX_MACROS = {};
/** The version and commit of the book. */
export const RELEASE = "source";
