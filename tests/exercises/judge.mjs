// Judges answers as a page does. Reads [check, text] pairs from standard input, writes verdicts.
import { readFileSync } from "node:fs";
import { judge } from "../../book/_live/checks/judge.js";

const asked = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.map(([check, text]) => judge(check, text))));
