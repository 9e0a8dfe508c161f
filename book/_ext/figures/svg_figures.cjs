// Reads [{source, prefix}] from standard input and writes the shortened drawings, a list of
// strings, to standard output. Each drawing's ids get its prefix, so that two figures of one
// page cannot collide.
const { readFileSync } = require("node:fs");
const { optimize } = require("svgo");

const shorten = ({ source, prefix }) =>
  optimize(source, {
    floatPrecision: 2, // hundredths of a point
    multipass: true,
    plugins: [
      // colors stay as they were written: the page replaces them by its own
      { name: "preset-default", params: { overrides: { convertColors: false } } },
      { name: "prefixIds", params: { prefix, delim: "-" } },
      "removeDimensions",
      "removeXlink",
      "removeXMLNS",
    ],
  }).data;

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(shorten)));
