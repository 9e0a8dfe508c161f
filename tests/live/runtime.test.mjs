import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { python } from "../../book/_live/python/runtime.js";

/** A worker that starts at once, answers "echo" and leaves everything else without an answer. */
class FakeWorker {
  static made = 0;

  constructor() {
    FakeWorker.made += 1;
  }

  postMessage({ type, name, request }) {
    const said = type === "start" ? { type: "ready" } : { type: "answer", answer: request };
    if (type === "start" || name === "echo") queueMicrotask(() => this.onmessage({ data: said }));
  }

  terminate() {}
}

beforeEach(() => {
  globalThis.Worker = FakeWorker;
  Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
});

test("a call that waits for another is cancelled at once, and the other goes on", async () => {
  const long = new AbortController();
  const waiting = new AbortController();
  const first = python.call("forever", {}, { signal: long.signal });
  const second = python.call("echo", { a: 1 }, { signal: waiting.signal });
  const third = python.call("echo", { a: 2 });
  while (python.state !== "busy") await new Promise((done) => setTimeout(done));
  waiting.abort();
  const moment = new Promise((done) => setTimeout(done, 500, "still waiting"));
  const told = await Promise.race([second.catch(({ kind }) => kind), moment]);
  assert.equal(told, "cancelled");
  assert.equal(python.state, "busy");
  long.abort();
  await assert.rejects(first, { kind: "cancelled" });
  assert.deepEqual(await third, { a: 2 });
  assert.equal(FakeWorker.made, 2); // the one that was ended, and one for the third call
});
