import { FakeAzureLanguage, type Behaviour } from './fake-azure-language';

/** Every way in which the service fails to give an answer that can be used. */
export const FAULTS: readonly (readonly [name: string, behaviour: Behaviour])[] = [
  ['gives no result', { type: 'empty' }],
  ['gives errors for the documents', { type: 'document-errors' }],
  ['refuses the key', { type: 'status', status: 401 }],
  ['is too busy', { type: 'status', status: 429 }],
  ['is too busy and says for how long', { type: 'status', status: 429, retryAfter: '60' }],
  ['has a fault of its own', { type: 'status', status: 500 }],
  ['hangs', { type: 'hangs' }],
  ['talks nonsense', { type: 'nonsense', body: '{"kind":"PiiEntityRecognitionResults"' }],
  ['gives another shape', { type: 'nonsense', body: '{"kind":"Other","results":{}}' }],
];

/** A service that is no longer there: connections are refused. */
export async function goneService(): Promise<Pick<FakeAzureLanguage, 'endpoint' | 'key'>> {
  const fake = await FakeAzureLanguage.start();
  const { endpoint, key } = fake;
  await fake.stop();
  return { endpoint, key };
}
