// Download the compressed files of Python side by side, counted and decompressed on the way.

/**
 * @typedef {(loaded: number) => void} Count
 * @typedef {import("./files.js").PythonFile} PythonFile
 */

/**
 * Ask for a compressed file; the answer's body is its content, decompressed as it comes.
 * @param {PythonFile} file
 * @param {string} type the content's media type
 * @param {Count} count is told how many bytes have come
 * @returns {Promise<Response>}
 */
export async function download(file, type, count) {
  const answer = await fetch(file.url);
  if (!answer.ok || !answer.body) {
    throw new Error(`expected the file ${file.url}, received the answer ${answer.status}`);
  }
  let loaded = 0;
  const counted = new TransformStream({
    transform(chunk, controller) {
      loaded += chunk.byteLength;
      count(loaded);
      controller.enqueue(chunk);
    },
  });
  const body = answer.body.pipeThrough(counted).pipeThrough(new DecompressionStream("gzip"));
  return new Response(body, { headers: { "Content-Type": type } });
}

/**
 * Return a function for the place of `fetch` that hands over what is being downloaded already
 * and refuses everything else: the interpreter can ask for nothing that is not planned.
 * @param {Record<string, Promise<Response>>} planned answers by address
 * @returns {typeof fetch}
 */
export function onlyPlanned(planned) {
  return async (request) => {
    const address = request instanceof Request ? request.url : String(request);
    const answer = planned[address];
    if (!answer) throw new TypeError(`Python in the page loads nothing else, received: ${address}`);
    return answer;
  };
}
