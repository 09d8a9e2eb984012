import { formatRecognition } from '../../scripts/format-recognition';
import type { Recognition } from '../../src/core/recognition';

const recognition: Recognition = {
  text: 'split 25 seats?',
  language: 'en',
  languageEvidence: { source: 'written', score: 0.98 },
  version: 'abc123',
  parts: [
    {
      ...{ text: 'split 25 seats?', decision: 'answer' },
      intents: [
        { intent: 'tokens.split', score: 0.91 },
        { intent: 'none', score: 0.04 },
      ],
      entities: [{ type: 'number', value: 25, text: '25', start: 6, end: 8 }],
    },
  ],
};

describe('formatRecognition', () => {
  it('tells what was understood', () => {
    expect(formatRecognition(recognition)).toBe(
      [
        'language  en, written (0.98)',
        '',
        'question  split 25 seats?',
        'band      answer',
        'intents   0.91 tokens.split',
        '          0.04 none',
        'entities  number "25" = 25',
        'version   abc123 (engine and content)',
      ].join('\n'),
    );
  });

  it('tells why, when that was asked for', () => {
    const near = { text: 'split a token', intent: 'tokens.split', similarity: 0.5 };
    const why = formatRecognition({
      ...recognition,
      explanation: {
        written: { language: 'en', score: 1, foreignScore: 0 },
        thresholds: { answer: 0.65, clarify: 0.25, margin: 0.1 },
        parts: [{ followUp: 'ellipsis', nearest: [near] }],
      },
    });
    expect(why).toContain('words     en 1.00, foreign 0.00');
    expect(why).toContain('limits    answer from 0.65, lead 0.10; ask from 0.25');
    expect(why).toContain('band      answer, as ellipsis');
    expect(why).toContain('nearest   0.50 tokens.split: split a token');
  });
});
