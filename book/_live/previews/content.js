// What a reference leads to, taken from this page or from another page of the book.

/** What only the place itself has a use for. */
const LEFT_OUT =
  ".headerlink, .permalink, .cite-link, .slide-link, .copy-latex, .ties, .figure-files, .figure-tools, " +
  ".live-room, .answer-check, [data-live]:not(figure), .checks-title, .checks, button, script";
const OUTER = ".admonition, figure, .equation, .citation, table, .pst-scrollable-table-container";

/** @type {Map<string, Promise<Document>>} */
const pages = new Map();

/**
 * @param {URL} address
 * @returns {Promise<Document>}
 */
function pageOf(address) {
  const key = address.href.split("#")[0];
  if (key === location.href.split("#")[0]) return Promise.resolve(document);
  let page = pages.get(key);
  if (!page) {
    page = fetch(key).then(async (answer) => {
      if (!answer.ok) throw new Error(`the page ${key} did not come`);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    });
    page.catch(() => pages.delete(key)); // the next try may find a network
    pages.set(key, page);
  }
  return page;
}

/**
 * Take what drawings of a block show from elsewhere on their page: letters, roots, clips.
 * @param {Element} block
 * @param {Document} page
 */
function borrowed(block, page) {
  const names = new Set();
  for (const [, name] of block.outerHTML.matchAll(/(?:href="|url\(["']?)#([\w:.-]+)/g))
    names.add(name);
  const store = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  store.setAttribute("class", "preview-store");
  store.setAttribute("width", "0");
  store.setAttribute("height", "0");
  store.style.position = "absolute";
  for (const name of names) {
    const part = page.getElementById(name);
    if (part instanceof SVGElement && !document.getElementById(name) && !block.contains(part))
      store.append(document.importNode(part, true));
  }
  return store;
}

/**
 * Return a copy of the block that an address names; nothing if it names none.
 * @param {URL} address
 * @returns {Promise<Element | undefined>}
 */
export async function blockAt(address) {
  const page = await pageOf(address);
  const target = page.getElementById(decodeURIComponent(address.hash.slice(1)));
  const block = target?.closest(OUTER);
  if (!block) return undefined;
  const copy = document.importNode(block, true);
  for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove();
  if (page !== document) copy.append(borrowed(copy, page));
  for (const part of [copy, ...copy.querySelectorAll("[id]")]) {
    if (page === document || !(part instanceof SVGElement)) part.removeAttribute("id");
  }
  for (const part of [copy, ...copy.querySelectorAll("[role], [aria-labelledby], [tabindex]")]) {
    for (const name of ["aria-labelledby", "tabindex"]) part.removeAttribute(name);
    if (part.getAttribute("role") === "region") part.removeAttribute("role");
  }
  for (const link of copy.querySelectorAll("a[href]"))
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", address).href);
  return copy;
}
