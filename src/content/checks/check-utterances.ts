import { NONE } from '../../core/recognition';
import type { ContentCheck } from '../check-content';
import type { Fault } from '../fault';
import { fold } from '../fold';

/** Every intent has utterances, of intents that exist, and no utterance stands under two intents or twice. */
export const checkUtterances: ContentCheck = (content) => {
  const faults: Fault[] = [];
  for (const [language, { utterances }] of content.in) {
    const file = (intent: string) =>
      `locales/${language}/utterances/${intent.split('.')[0] ?? intent}.json`;
    for (const intent of [...content.entries.keys(), NONE])
      if ((utterances[intent] ?? []).length === 0)
        faults.push({ file: file(intent), reason: `${intent} has no utterances` });
    const owners = new Map<string, string>();
    for (const [intent, lines] of Object.entries(utterances)) {
      if (intent !== NONE && !content.entries.has(intent))
        faults.push({
          file: file(intent),
          path: intent.split('.').slice(1),
          reason: `there is no entry ${intent}`,
        });
      for (const line of lines) {
        // Lines of symbols only (emoji, code) fold to nothing: compare them as they are.
        const key = fold(line) || line;
        const owner = owners.get(key);
        if (owner !== undefined)
          faults.push({
            file: file(intent),
            text: line,
            reason:
              owner === intent
                ? `${intent} has "${line}" twice`
                : `"${line}" stands under ${intent} and ${owner}`,
          });
        owners.set(key, intent);
      }
    }
  }
  return faults;
};
