import type { Kysely } from 'kysely';
import { Gatherer } from '../core/gatherer';
import type { StoredDocument } from '../core/turn-record';
import { isUnavailable } from './is-unavailable';
import type { Schema } from './schema';
import { readDocuments } from './state-documents';

/** Turns that begin in the same round of the event loop, or while others are read, are read together. */
const GATHERING = { pace: 0, longest: 0, most: 32, isCommon: isUnavailable };

interface Reading {
  readonly keys: readonly [string, string];
  found: readonly StoredDocument[];
}

/** Reads documents of turns; with a query goes much that doesn't depend on how many it reads. */
export class DocumentReader {
  readonly #readings: Gatherer<Reading>;

  constructor(database: Kysely<Schema>) {
    this.#readings = new Gatherer(async (readings) => {
      const documents = await readDocuments(
        database,
        readings.flatMap(({ keys }) => keys),
      );
      const stored = new Map(documents.map((document) => [document.key, document]));
      for (const reading of readings)
        reading.found = reading.keys.flatMap((key) => stored.get(key) ?? []);
    }, GATHERING);
  }

  /** The documents of two keys; none for a key that has none. */
  async read(keys: readonly [string, string]): Promise<readonly StoredDocument[]> {
    const reading: Reading = { keys, found: [] };
    await this.#readings.add(reading);
    return reading.found;
  }
}
