import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
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

/** A worker whose files do not come, except for one piece after each of these milliseconds. */
function silentWorker(...pauses) {
  return class {
    postMessage() {
      const data = { type: "progress", phase: "download", loaded: 1 };
      for (const pause of pauses) setTimeout(() => this.onmessage({ data }), pause);
    }

    terminate() {}
  };
}

test("a start without a sign of life is given up, and the next one is new", async () => {
  await python.call("echo", 0); // no other call waits
  const stop = new AbortController();
  const running = python.call("forever", {}, { signal: stop.signal });
  while (python.state !== "busy") await new Promise((done) => setTimeout(done));
  stop.abort(); // ends the worker, so that the next call starts one
  await assert.rejects(running, { kind: "cancelled" });
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    globalThis.Worker = silentWorker(59_000, 100_000);
    const asked = python.call("echo", { a: 1 });
    const told = asked.then(
      () => "answered",
      (error) => error.message,
    );
    for (let second = 0; second < 159; second += 1) {
      mock.timers.tick(1000);
      await Promise.resolve();
    }
    assert.equal(python.state, "starting"); // the download went on now and then
    mock.timers.tick(2000);
    assert.equal(
      await told,
      "Python could not be loaded: for 60 seconds nothing has come. " +
        "The book's own numbers are still shown. Check the connection and try again.",
    );
    assert.equal(python.state, "off");
  } finally {
    mock.timers.reset();
  }
  globalThis.Worker = FakeWorker;
  assert.deepEqual(await python.call("echo", { a: 2 }), { a: 2 });
});
