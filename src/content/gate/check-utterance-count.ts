import type { Content } from '../content';
import type { Fault } from '../fault';

/** With fewer ways of saying it, an entry is found by luck. */
const FEWEST = 20;

/** Entries with too few utterances in a language; none at all is a fault of the loader. */
export function checkUtteranceCount(content: Content): readonly Fault[] {
  return [...content.in].flatMap(([language, { utterances }]) =>
    [...content.entries.keys()].flatMap((id): Fault[] => {
      const count = utterances[id]?.length ?? 0;
      if (count === 0 || count >= FEWEST) return [];
      const [topic = '', name = ''] = id.split('.');
      return [
        {
          file: `locales/${language}/utterances/${topic}.json`,
          path: [name],
          reason: `${id} has ${count} utterances, it needs ${FEWEST}`,
        },
      ];
    }),
  );
}
