import type { UnansweredQuestion } from '../../src/core/unanswered-question';
import { clusterName } from '../../src/support/unanswered/cluster-name';

const question = (text: string, ...phrases: string[]): UnansweredQuestion => ({
  ...{ id: text, at: '2026-05-20T10:00:00.000Z', conversation: 'c', person: 'p', channel: 'x' },
  ...{ language: 'en', text, reason: 'missed', candidates: [], contentVersion: '1' },
  ...(phrases.length > 0 && { secondOpinion: { redactedBy: 'local', phrases } }),
});

it.each([
  ['the phrase that most share, whatever its case', 'Invoices', [['Invoices'], ['x', 'invoices']]],
  ['the most telling of those shared alike', 'first', [['first', 'second']]],
  ['the most typical question when none is shared by most', 'q0', [['one'], ['two'], ['three']]],
  ['the most typical question without phrases', 'q0', [[], []]],
])('is %s', (_, expected, phrases) => {
  expect(clusterName(phrases.map((own, index) => question(`q${index}`, ...own)))).toBe(expected);
});
