import type { Entry } from '../../core/entry';
import type { ContentCheck } from '../check-content';
import type { Content } from '../content';
import type { Fault } from '../fault';

/** Every entry, link, source and topic that is named exists; every answerable entry stands in the menu. */
export const checkReferences: ContentCheck = (content) => {
  const listed = new Set(content.topics.flatMap(({ entries }) => entries));
  const faults = [...content.entries.values()].flatMap((entry) =>
    checkEntry(entry, content, listed),
  );
  for (const id of listed)
    if (!content.entries.has(id))
      faults.push({ file: 'dialogs/topics.json', text: id, reason: `there is no entry ${id}` });
  for (const { topic } of content.topics)
    for (const [language, { words }] of content.in)
      if (words['topics']?.[topic] === undefined)
        faults.push({ file: `locales/${language}/topics.json`, reason: `${topic} has no name` });
  return faults;
};

function checkEntry(entry: Entry, content: Content, listed: ReadonlySet<string>): Fault[] {
  const file = `dialogs/${entry.id.replace('.', '/')}.json`;
  const reasons: string[] = [];
  const account = entry.account === undefined ? undefined : content.entries.get(entry.account);
  for (const [key, ids] of Object.entries({
    related: entry.related,
    general: entry.general,
    account: entry.account === undefined ? [] : [entry.account],
  }))
    for (const id of ids)
      if (!content.entries.has(id)) reasons.push(`${key}: there is no entry ${id}`);
  for (const id of entry.general)
    if (content.entries.get(id)?.kind === 'account')
      reasons.push(`general: ${id} is no general answer`);
  if (account !== undefined && account.kind !== 'account')
    reasons.push(`account: ${account.id} shows no account state`);
  if (entry.kind === 'account' && entry.general.length === 0)
    reasons.push('general: an account entry needs the entries that answer in general');
  for (const key of entry.links) {
    if (content.links[key] === undefined) reasons.push(`links: dialogs/links.json has no ${key}`);
    for (const [language, { words }] of content.in)
      if (words['links']?.[key] === undefined)
        reasons.push(`links: locales/${language}/links.json has no label for ${key}`);
  }
  if (entry.source !== undefined && content.sources[entry.source] === undefined)
    reasons.push(`source: dialogs/sources.json has no ${entry.source}`);
  if (entry.reviewBy < entry.reviewed) reasons.push('reviewBy: lies before reviewed');
  if (entry.kind !== 'service' && !listed.has(entry.id))
    reasons.push('no topic of dialogs/topics.json lists it');
  return reasons.map((reason) => ({ file, path: reason.split(':').slice(0, 1), reason }));
}
