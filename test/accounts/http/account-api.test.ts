import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { z } from 'zod';
import { accountSchema } from '../../../src/accounts/http/account-schema';
import { AccountServer } from './account-server';

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

const api = z
  .object({
    openapi: z.literal('3.1.0'),
    paths: z.object({
      '/v1/account': z.object({ get: z.object({ responses: z.record(z.string(), z.unknown()) }) }),
    }),
    components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
  })
  .parse(parse(contract));
const { responses } = api.paths['/v1/account'].get;
const ok = z
  .object({ content: z.record(z.string(), z.object({ example: z.unknown() })) })
  .parse(responses['200']);

/** The schema of an account by the contract itself. */
function contractSchema() {
  const ajv = addFormats(new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }));
  ajv.addVocabulary(['openapi', 'info', 'servers', 'security', 'paths', 'components']);
  ajv.addSchema(api, 'api');
  for (const name of Object.keys(api.components.schemas))
    ajv.compile({ $ref: `api#/components/schemas/${name}` });
  return ajv.compile({ $ref: 'api#/components/schemas/Account' });
}

/** Every value that comes of taking one property out of a JSON value, anywhere. */
function lacking(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.flatMap((item, at) => lacking(item).map((less) => items.with(at, less)));
  }
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value) as [string, unknown][];
  return entries.flatMap(([name, inner]) => [
    Object.fromEntries(entries.filter(([other]) => other !== name)),
    ...lacking(inner).map((less) => ({ ...value, [name]: less })),
  ]);
}

describe('the sample server', () => {
  const isAccount = contractSchema();
  let server: AccountServer;
  beforeAll(async () => {
    server = await AccountServer.start();
  });
  afterAll(() => server.stop());
  const ask = (query: string, headers = {}) =>
    fetch(`${server.url}/v1/account?${query}`, {
      headers: { 'X-Api-Key': 'sample-api-key', ...headers },
    });
  const entra = (user: string) => `provider=entra&tenant=svealand.example&user=${user}`;

  it.each([
    entra('ada'),
    entra('bo'),
    'provider=website&issuer=https%3A%2F%2Fpartners.example&user=dora',
  ])('answers %s as the contract says, and as the bot reads it', async (query) => {
    const response = await ask(query);
    const account: unknown = await response.json();
    isAccount(account);
    expect(isAccount.errors ?? []).toEqual([]);
    expect(accountSchema.safeParse(account).success).toBe(true);
    const again = await ask(query, { 'If-None-Match': response.headers.get('etag') });
    expect([response.status, again.status]).toEqual([200, 304]);
  });

  it.each([entra('nobody'), entra('cilla'), entra('busy'), entra('broken')])(
    'answers %s with a status of the contract',
    async (query) => {
      const { status } = await ask(query);
      expect(Object.keys(responses)).toContain(status >= 500 ? '5XX' : String(status));
    },
  );

  it('and the bot refuse alike whatever lacks something', async () => {
    const full: unknown = await (await ask(entra('ada'))).json();
    const example = ok.content['application/json']?.example;
    for (const account of [example, ...lacking(example), ...lacking(full)])
      expect([account, isAccount(account)]).toEqual([
        account,
        accountSchema.safeParse(account).success,
      ]);
    expect(isAccount(example)).toBe(true);
  });
});
