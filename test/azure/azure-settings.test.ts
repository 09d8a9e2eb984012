import { loadConfig } from '../../src/config';

const endpoint = 'https://partner-benefits.cognitiveservices.azure.com';

it('takes an address with or without a slash at its end', () => {
  const { AZURE_LANGUAGE_ENDPOINT } = loadConfig({ AZURE_LANGUAGE_ENDPOINT: `${endpoint}//` });
  expect(AZURE_LANGUAGE_ENDPOINT).toBe(endpoint);
});

it.each<[string, Record<string, string>, string]>([
  [
    'a key in the open',
    { AZURE_LANGUAGE_ENDPOINT: 'http://example.com', AZURE_LANGUAGE_KEY: 'k' },
    'https',
  ],
  ['a token in the open', { AZURE_LANGUAGE_ENDPOINT: 'http://127.0.0.1:1' }, 'https'],
  ['a budget too small for a job', { AZURE_LANGUAGE_RECORDS_PER_MINUTE: '24' }, '25 or more'],
  ['a project without its model', { AZURE_LANGUAGE_PROJECT: 'p' }, 'go together'],
])('refuses %s', (_, settings, message) => {
  expect(() => loadConfig(settings)).toThrow(message);
});

it('lets a stand-in on this machine be http', () => {
  const settings = { AZURE_LANGUAGE_ENDPOINT: 'http://127.0.0.1:1', AZURE_LANGUAGE_KEY: 'k' };
  expect(loadConfig(settings)).toMatchObject(settings);
});
