// What the search page does: finds places of the book, in order, each with a line around the words.
// A script, not a module, so that it also runs on a page that is opened from a folder.
(() => {
  /** @typedef {{ kind: string, title: string, terms: string, text: string, aliases: string }} Words */
  /** @typedef {Words & { id: number, address: string, page: string }} Entry */
  /** @typedef {[page: number, anchor: string, kind: string, title: string, terms: string, text: string, aliases: string]} Row */
  /** @typedef {{ pages: [address: string, title: string][], entries: Row[] }} Index */
  /** @typedef {{ text: string, isFound: boolean }} Piece */
  /** @typedef {{ id: number, terms: string[] }} Hit */
  /** @typedef {{ addAll(all: Entry[]): void, search(words: string, options: object): Hit[] }} Library */
  /** @typedef {{ MiniSearch: new (options: object) => Library, searchIndex: Index }} Loaded */

  // What the two scripts before this one leave.
  const loaded = () => /** @type {Loaded} */ (/** @type {unknown} */ (globalThis));

  // How much a place of each kind counts: what explains stands before what is explained.
  /** @type {Record<string, number>} */
  const WEIGHTS = {
    definition: 3,
    page: 2.5,
    theorem: 2.5,
    lemma: 2,
    corollary: 2,
    algorithm: 2,
    section: 2,
    example: 1.2,
    figure: 1,
    table: 1,
    exercise: 0.8,
    work: 0.7,
    function: 0.6,
  };
  /** @type {Record<string, string>} */
  const SHORT = {
    fig: "figure",
    thm: "theorem",
    def: "definition",
    cor: "corollary",
    ex: "example",
  };
  const MOST = 60; // results that are shown
  const BEFORE = 60; // characters before the first found word
  const LENGTH = 190; // of the line
  // A⁺ is a name, and so is 3.1
  const WORD =
    /(?<![\p{L}\p{N}])\p{L}\+(?![\p{L}\p{N}])|\p{N}+(?:\.\p{N}+)*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*/gu;

  /** @param {string} word @returns {string} the plain small letters of a word: Läuchli is lauchli */
  function plain(word) {
    const letters = word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const whole = letters.replaceAll("ø", "o").replaceAll("ß", "ss");
    return SHORT[whole] ?? whole;
  }

  /** @param {string} text @returns {string[]} */
  const wordsOf = (text) => text.replaceAll("⁺", "+").replaceAll("^+", "+").match(WORD) ?? [];

  /** @param {string} text @returns {string} its plain words, each with a space after it */
  const line = (text) =>
    wordsOf(text)
      .map((word) => `${plain(word)} `)
      .join("");

  const isLong = (/** @type {string} */ term, /** @type {number} */ length) =>
    term.length > length && !/\d/.test(term);

  /** @param {Index} index */
  function prepare({ pages, entries }) {
    const { MiniSearch } = loaded();
    const library = new MiniSearch({
      fields: ["title", "terms", "aliases", "text"],
      tokenize: wordsOf,
      processTerm: plain,
    });
    const all = entries.map(([page, anchor, kind, title, terms, text, aliases], id) => {
      const address = pages[page][0] + (anchor && `#${anchor}`);
      return { id, address, page: pages[page][1], kind, title, terms, text, aliases };
    });
    library.addAll(all);
    /** @param {string} words @param {"AND" | "OR"} combineWith */
    const search = (words, combineWith) =>
      library.search(words, {
        combineWith,
        boost: { title: 4, terms: 6, aliases: 6 },
        boostDocument: (/** @type {number} */ id) => WEIGHTS[all[id].kind] ?? 1,
        prefix: (/** @type {string} */ term) => isLong(term, 2),
        fuzzy: (/** @type {string} */ term) => isLong(term, 5) && 1,
        weights: { prefix: 0.3, fuzzy: 0.1 },
      });
    /** @param {string} words @returns {{ entry: Entry, found: Set<string> }[]} best first */
    return (words) => {
      const whole = search(words, "AND");
      const results = whole.length ? whole : search(words, "OR");
      const places = results.map(({ id, terms }) => ({ entry: all[id], found: new Set(terms) }));
      const wanted = line(words);
      /** @param {{ entry: Entry }} place whether it is called so: Theorem 3.1, closest_point */
      const isNamed = ({ entry }) => /[\d_]/.test(words) && line(entry.title).startsWith(wanted);
      return [...places.filter(isNamed), ...places.filter((place) => !isNamed(place))];
    };
  }

  /**
   * Cut a line out of a text around the first word that was found, and mark all of them in it.
   * @param {string} text
   * @param {Set<string>} found plain words
   * @returns {Piece[]}
   */
  function excerpt(text, found) {
    const words = [...text.matchAll(WORD)].filter(([word]) => found.has(plain(word)));
    const first = words[0]?.index ?? 0;
    const from = first > BEFORE ? text.indexOf(" ", first - BEFORE) + 1 : 0;
    const end = text.length > from + LENGTH ? text.lastIndexOf(" ", from + LENGTH) : text.length;
    const to = Math.max(end, first);
    /** @type {Piece[]} */
    const pieces = [{ text: from ? "… " : "", isFound: false }];
    let place = from;
    for (const { index, 0: word } of words) {
      if (index < from || index + word.length > to) continue;
      pieces.push({ text: text.slice(place, index), isFound: false });
      pieces.push({ text: word, isFound: true });
      place = index + word.length;
    }
    pieces.push({ text: text.slice(place, to) + (to < text.length ? " …" : ""), isFound: false });
    return pieces.filter((piece) => piece.text);
  }

  /** @param {string} name @param {string} look @param {(string | Node)[]} content */
  function element(name, look, ...content) {
    const made = document.createElement(name);
    if (look) made.className = look;
    made.append(...content);
    return made;
  }

  /** @param {{ entry: Entry, found: Set<string> }} result @returns {HTMLElement} */
  function item({ entry, found }) {
    const link = element("a", "", entry.title || entry.page);
    link.setAttribute("href", entry.address);
    const kind = entry.kind === "page" ? [] : [entry.page];
    const parts = excerpt(entry.text, found).map(({ text, isFound }) =>
      isFound ? element("mark", "", text) : text,
    );
    return element(
      "li",
      "",
      link,
      ...kind.map((page) => element("span", "search-page", page)),
      element("p", "", ...parts),
    );
  }

  /** @param {string} words @param {number} count */
  function summary(words, count) {
    if (!words) return "";
    if (!count) return `Nothing found for “${words}”.`;
    const places = count === 1 ? "1 place" : `${count} places`;
    return count > MOST ? `${places}; the best ${MOST}:` : places;
  }

  function start() {
    const [input, status, list] = ["search-words", "search-status", "search-results"].map((id) =>
      document.getElementById(id),
    );
    if (!(input instanceof HTMLInputElement) || !status || !list) return;
    const find = prepare(loaded().searchIndex);
    const show = () => {
      const words = input.value.trim();
      const results = words ? find(words) : [];
      status.textContent = summary(words, results.length);
      list.replaceChildren(...results.slice(0, MOST).map(item));
    };
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    input.addEventListener("input", show);
    show();
  }

  Object.assign(globalThis, { bookSearch: { prepare, excerpt } });
  if (typeof document !== "undefined") start();
})();
