import type { ConversationEvent } from '../../src/core/conversation-event';
import { since, withoutPeople, withoutWordsBefore } from '../../src/privacy/forget-events';

type Content<Event> = Event extends unknown
  ? Omit<Event, 'at' | 'conversation' | 'channel' | 'language' | 'person'>
  : never;

const LIMIT = '2026-05-20T10:00:00.000Z';
const BEFORE = '2026-05-20T09:59:59.999Z';

function eventBy(person: string, at: string, content: Content<ConversationEvent>) {
  return { ...content, person, at, conversation: 'c', channel: 'msteams', language: 'en' } as const;
}

const CONTENTS: readonly Content<ConversationEvent>[] = [
  { id: '1', type: 'answered', entry: 'tokens.split' },
  { id: '2', type: 'rated', answer: '1', helped: false },
  { id: '3', type: 'commented', answer: '1', comment: 'a walrus' },
  { id: '4', type: 'missed', question: 'a walrus?', candidates: [] },
  { id: '5', type: 'ticketed', ticket: 1001 },
];

describe('without the words before an instant', () => {
  it('a question and a comment are empty, and all else is itself', () => {
    const events = CONTENTS.map((content) => eventBy('anna', BEFORE, content));
    const after = withoutWordsBefore(LIMIT)(events);
    expect(after).toEqual([
      ...events.slice(0, 2),
      { ...events[2], comment: '' },
      { ...events[3], question: '' },
      events[4],
    ]);
    expect([0, 1, 4].map((place) => after[place] === events[place])).toEqual([true, true, true]);
  });

  it('what happened then or later is itself', () => {
    const events = CONTENTS.map((content) => eventBy('anna', LIMIT, content));
    expect(withoutWordsBefore(LIMIT)(events).every((one, at) => one === events[at])).toBe(true);
  });

  it('what has none is itself, so that it need not be written again', () => {
    const events = withoutWordsBefore(LIMIT)(
      CONTENTS.map((content) => eventBy('anna', BEFORE, content)),
    );
    expect(withoutWordsBefore(LIMIT)(events).every((one, at) => one === events[at])).toBe(true);
  });
});

it('what happened at an instant has happened since then', () => {
  const [early, late] = [BEFORE, LIMIT].map((at) =>
    eventBy('a', at, { id: at, type: 'clarified' }),
  );
  expect(early && late && since(LIMIT)([early, late])).toEqual([late]);
});

it('without people, theirs lead to nobody, and those of others are themselves', () => {
  const theirs = CONTENTS.map((content) => eventBy('anna', BEFORE, content));
  const others = CONTENTS.map(({ id, ...content }) =>
    eventBy('bert', BEFORE, { ...content, id: `b${id}` }),
  );
  const nobody = { person: 'nobody-1', conversation: 'nowhere-1' };
  const after = withoutPeople(['anna', 'cara'], nobody)([...theirs, ...others]);
  expect(after.slice(5).every((one, at) => one === others[at])).toBe(true);
  const idOf = (place: number) => `["nowhere-1","",${place}]`;
  expect(after.slice(0, 5)).toEqual(
    [
      theirs[0],
      { ...theirs[1], answer: idOf(0) },
      { ...theirs[2], answer: idOf(0), comment: '' },
      { ...theirs[3], question: '' },
      { ...theirs[4], ticket: 0 },
    ].map((event, place) => ({ ...event, ...nobody, id: idOf(place) })),
  );
});

it('without people, what they say of the answer to somebody else keeps leading to it', () => {
  const answer = eventBy('bert', BEFORE, { id: '1', type: 'answered', entry: 'tokens.split' });
  const rated = eventBy('anna', BEFORE, { id: '2', type: 'rated', answer: '1', helped: true });
  const nobody = { person: 'nobody-1', conversation: 'nowhere-1' };
  expect(withoutPeople(['anna'], nobody)([answer, rated])[1]).toMatchObject({ answer: '1' });
});
