/**
 * The text of a response's body, of so many bytes at most as it is unpacked: whoever answers without end, or with little
 * that unpacks to much, fills nobody's memory. Rejects with a RangeError for a longer body, and lets go of the connection.
 */
export async function readBody(
  body: AsyncIterable<Uint8Array | string> | null | undefined,
  most: number,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving early cancels a stream, and with it the connection.
  for await (const chunk of body ?? empty()) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.byteLength;
    if (size > most) throw new RangeError(`A body of more than ${most} bytes.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString();
}

async function* empty(): AsyncGenerator<Uint8Array> {
  // Nothing to give.
}
