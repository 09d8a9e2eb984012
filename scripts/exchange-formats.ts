import type { ExchangeFormat } from '../src/content/exchange/exchange-format';
import { formats } from '../src/content/exchange/formats';
import { UsageError } from './usage-error';

/** Names of the formats, as the command line knows them. */
export const formatNames = formats.map(({ name }) => name);

/** A format by its name. Throws a `UsageError` that lists the names. */
export function findFormat(name: string): ExchangeFormat {
  const format = formats.find((known) => known.name === name);
  if (format === undefined)
    throw new UsageError(`There is no format ${name}; there are ${formatNames.join(', ')}.`);
  return format;
}

/** The format of a file, by the end of its name. Throws a `UsageError` when there is none. */
export function formatOfFile(file: string): ExchangeFormat {
  const format = formats.find(({ extension }) => file.endsWith(extension));
  if (format !== undefined) return format;
  const ends = formats.map(({ extension }) => extension).join(', ');
  throw new UsageError(`${file}: its name must end in one of ${ends}.`);
}
