import { z } from 'zod';
import type { Content } from '../content/content';
import { fold } from '../content/fold';
import { withoutMarks } from '../core/without-marks';

const list = z.array(z.string());
const wordsFile = z.object({
  send: list,
  nothing: list,
  withoutEmail: list,
  change: list,
  cancel: list,
  subject: list,
  details: list,
  email: list,
  back: list,
  keep: list,
  changeVerbs: list,
  toWords: list,
  helped: list,
  unhelpful: list,
  ticket: list,
  open: list,
  status: list,
  questionStarts: list,
  resume: list,
  why: list,
  addLeads: list,
  addVerbs: list,
  addTo: list,
  own: list,
  linking: list,
  desk: list,
});

/** What people say around tickets and feedback, folded, from `locales/<language>/ticket-words.json`. */
export type TicketWords = Readonly<Record<keyof z.infer<typeof wordsFile>, readonly string[]>>;

/** Words of all languages together, with and without diacritics: people switch, and leave dots out. */
export function loadTicketWords(content: Content): TicketWords {
  const files = [...content.in.values()].map(({ words }) => wordsFile.parse(words['ticket-words']));
  const all = (key: keyof TicketWords) => {
    const words = files.flatMap((file) => file[key]).map(fold);
    return [...new Set([...words, ...words.map(withoutMarks)])];
  };
  return {
    ...{ send: all('send'), nothing: all('nothing'), withoutEmail: all('withoutEmail') },
    ...{ change: all('change'), cancel: all('cancel'), back: all('back'), keep: all('keep') },
    ...{ subject: all('subject'), details: all('details'), email: all('email') },
    ...{ changeVerbs: all('changeVerbs'), toWords: all('toWords') },
    ...{ helped: all('helped'), unhelpful: all('unhelpful') },
    ...{ ticket: all('ticket'), open: all('open'), status: all('status') },
    questionStarts: all('questionStarts'),
    ...{ resume: all('resume'), why: all('why') },
    ...{ addLeads: all('addLeads'), addVerbs: all('addVerbs'), addTo: all('addTo') },
    ...{ own: all('own'), linking: all('linking'), desk: all('desk') },
  };
}
