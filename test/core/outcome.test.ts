import type { ConversationEvent, EventHead } from '../../src/core/conversation-event';
import type { DistributiveOmit } from '../../src/core/distributive-omit';
import { outcomeAt, takenBack, visitsOf } from '../../src/core/outcome';

type Told = DistributiveOmit<ConversationEvent, keyof EventHead> & { readonly hour?: number };

/** Events an hour apart unless said otherwise; their ids are their places, from "0". */
function tell(told: readonly Told[], head: Partial<EventHead> = {}): ConversationEvent[] {
  return told.map(({ hour, ...event }, place) => ({
    ...{ id: `${head.conversation ?? ''}${place}`, conversation: 'c', person: 'p' },
    ...{ channel: 'webchat', language: 'en' },
    ...head,
    at: new Date(Date.UTC(2026, 4, 1, hour ?? place)).toISOString(),
    ...event,
  }));
}

const split = { type: 'answered', entry: 'tokens.split' } as const;
const missed = { type: 'missed', question: 'x', candidates: [] } as const;
const rated = (answer: string, helped: boolean) => ({ type: 'rated', answer, helped }) as const;
const LATER = '2026-06-01T00:00:00.000Z';

describe('the outcome of a conversation', () => {
  it.each<[string, Told[], string]>([
    ['only greets', [{ type: 'served', entry: 'service.greeting' }], 'not-counted'],
    ['is answered', [split], 'assumed'],
    ['is answered and says it helped', [split, rated('0', true)], 'confirmed'],
    ['says it did not help', [split, rated('0', false)], 'abandoned'],
    [
      'changes their mind for the better',
      [split, rated('0', false), rated('0', true)],
      'confirmed',
    ],
    ['changes their mind for the worse', [split, rated('0', true), rated('0', false)], 'abandoned'],
    ['finds no answer', [missed], 'abandoned'],
    ['is asked back and leaves', [{ type: 'clarified' }], 'abandoned'],
    ['is asked back and answered', [{ type: 'clarified' }, split], 'assumed'],
    ['is answered after a miss', [missed, split], 'assumed'],
    ['is missed after an answer', [split, missed], 'abandoned'],
    [
      'was helped, then asks something else that is answered',
      [split, rated('0', true), split],
      'confirmed',
    ],
    ['was helped, then finds no answer', [split, rated('0', true), missed], 'abandoned'],
    ['asks for a person', [{ type: 'person-asked' }], 'escalated'],
    ['asks for a person, then is answered', [{ type: 'person-asked' }, split], 'assumed'],
    ['sends a ticket', [split, rated('0', true), { type: 'ticketed', ticket: 1 }], 'escalated'],
    [
      'rates an answer that nobody knows of',
      [{ type: 'served', entry: 's' }, rated('x', true)],
      'not-counted',
    ],
    ['says days later that it helped', [split, { ...rated('0', true), hour: 100 }], 'confirmed'],
  ])('of someone who %s', (_, told, outcome) => {
    const [visit, ...more] = visitsOf(tell(told));
    expect(more).toEqual([]);
    expect(visit && outcomeAt(visit, undefined, LATER)).toBe(outcome);
  });

  it('is open until a day has passed in silence', () => {
    const [visit] = visitsOf(tell([split]));
    const at = (now: string) => visit && outcomeAt(visit, undefined, now);
    expect(at('2026-05-01T23:59:59.999Z')).toBe('open');
    expect(at('2026-05-02T00:00:00.000Z')).toBe('assumed');
  });

  it('begins anew after a day of silence', () => {
    expect(visitsOf(tell([split, { ...split, hour: 23 }, { ...split, hour: 47 }]))).toHaveLength(2);
  });
});

describe('a return', () => {
  const first = tell([split], { conversation: 'first' });
  const outcomes = (...conversations: ConversationEvent[][]) => {
    const visits = conversations.flatMap((events) => visitsOf(events));
    const marks = takenBack(visits);
    return visits.map((visit) => outcomeAt(visit, marks.get(visit.id), LATER));
  };
  const back = (told: Told[], hour: number, head: Partial<EventHead> = {}) =>
    tell(
      told.map((event) => ({ ...event, hour })),
      { conversation: 'second', ...head },
    );

  it.each<[string, ConversationEvent[], string]>([
    ['about the same entry that is not helped', back([split, missed], 5), 'abandoned'],
    ['about the same entry that is helped', back([split, rated('second0', true)], 5), 'assumed'],
    ['about the same entry that is only answered', back([split], 5), 'assumed'],
    [
      'that sends a ticket about it',
      back([{ type: 'ticketed', ticket: 1, about: 'tokens.split' }], 5),
      'abandoned',
    ],
    ['about another entry', back([{ type: 'answered', entry: 'keys.more' }, missed], 5), 'assumed'],
    ['on the last moment', back([split, missed], 24), 'abandoned'],
    ['after more than a day', back([split, missed], 25), 'assumed'],
    ['of another person', back([split, missed], 5, { person: 'q' }), 'assumed'],
  ])('%s leaves the first conversation %s', (_, second, outcome) => {
    const own = second.filter(({ person }) => person === 'p');
    expect(outcomes(first, own)[0]).toBe(outcome);
  });

  it('is passed on along a chain of returns', () => {
    const third = tell(
      [
        { ...split, hour: 40 },
        { ...missed, hour: 41 },
      ],
      { conversation: 'third' },
    );
    expect(outcomes(first, back([split], 20), third)).toEqual([
      'abandoned',
      'abandoned',
      'abandoned',
    ]);
  });
});
