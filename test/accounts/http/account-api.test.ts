import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { accountSchema } from '../../../src/accounts/http/account-schema';

const contract = readFileSync(join(__dirname, '../../../docs/account-api.yaml'), 'utf8');

/** Names of all properties anywhere in a JSON Schema. */
function propertiesOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => [
    ...(key === 'properties' && typeof value === 'object' && value !== null
      ? Object.keys(value)
      : []),
    ...propertiesOf(value),
  ]);
}

describe('docs/account-api.yaml', () => {
  const names = [...new Set(propertiesOf(z.toJSONSchema(accountSchema)))];

  it.each(names)('documents %s', (name) => {
    expect(contract).toMatch(new RegExp(`^\\s+${name}:`, 'm'));
  });

  it('lists no property that is not read', () => {
    const schemas = contract.slice(contract.indexOf('  schemas:'));
    const documented = [...schemas.matchAll(/^ {8,14}(\w+): *(?:\{|$)/gm)].map(([, name]) => name);
    const words = ['properties', 'items', 'oneOf', 'allOf', 'if', 'then', 'enum'];
    expect(
      documented.filter((name) => !words.includes(name ?? '') && !names.includes(name ?? '')),
    ).toEqual([]);
  });
});
