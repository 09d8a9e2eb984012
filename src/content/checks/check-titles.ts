import type { ContentCheck } from '../check-content';
import type { Fault } from '../fault';
import { fold } from '../fold';

/** No two entries of a language share a title: a title that is clicked or typed names one entry. */
export const checkTitles: ContentCheck = (content) => {
  const faults: Fault[] = [];
  for (const [language, { titles }] of content.in) {
    const owners = new Map<string, string>();
    for (const [id, { question, short }] of titles)
      for (const title of [question, short]) {
        const owner = owners.get(fold(title));
        if (owner !== undefined && owner !== id)
          faults.push({
            file: `locales/${language}/faq/${id.split('.')[0] ?? ''}.json`,
            text: title,
            reason: `${id} and ${owner} share the title "${title}"`,
          });
        owners.set(fold(title), id);
      }
  }
  return faults;
};
