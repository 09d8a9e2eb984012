/**
 * The text of a response's body, of so many bytes at most as it is unpacked: whoever answers without end, or with little
 * that unpacks to much, fills nobody's memory. Rejects with a RangeError for a longer body, and lets go of the connection.
 */
export async function readBody(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Node's bodies can be iterated; leaving early cancels them.
  const body: AsyncIterable<Uint8Array> = response.body ?? empty();
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) throw new RangeError(`A body of more than ${most} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

async function* empty(): AsyncGenerator<Uint8Array> {
  // Nothing to give.
}
