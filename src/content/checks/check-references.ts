import { z } from 'zod';
import type { Entry } from '../../core/entry';
import { wordsAt } from '../../core/answer-place';
import type { ContentCheck } from '../check-content';
import type { Content } from '../content';
import { entryPath } from '../entry-path';
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
  const faults: Fault[] = [];
  const file = entryPath(entry.id);
  const report = (key: keyof Entry, reason: string) =>
    faults.push({ file, path: [key], reason: `${key}: ${reason}` });
  for (const [key, ids] of [
    ['related', entry.related],
    ['general', entry.general],
    ['account', entry.account === undefined ? [] : [entry.account]],
  ] as const)
    for (const id of ids) if (!content.entries.has(id)) report(key, `there is no entry ${id}`);
  for (const id of entry.general)
    if (content.entries.get(id)?.kind === 'account')
      report('general', `${id} is no general answer`);
  const account = content.entries.get(entry.account ?? '');
  if (account !== undefined && account.kind !== 'account')
    report('account', `${account.id} shows no account state`);
  if (entry.kind === 'account' && entry.general.length === 0)
    report('kind', 'an account entry needs the entries that answer in general');
  for (const reason of missingAspects(entry, content)) report('aspects', reason);
  for (const reason of missingLinks(entry, content)) report('links', reason);
  if (entry.source !== undefined && content.sources[entry.source] === undefined)
    report('source', `dialogs/sources.json has no ${entry.source}`);
  if (entry.reviewBy < entry.reviewed) report('reviewBy', 'lies before reviewed');
  if (entry.kind !== 'service' && !listed.has(entry.id))
    report('kind', 'no topic of dialogs/topics.json lists it');
  return faults;
}

const askedAspects = z.record(z.string(), z.unknown());

function missingAspects({ id, aspects }: Entry, content: Content): readonly string[] {
  return Object.entries(aspects).flatMap(([aspect, place]) =>
    [...content.in].flatMap(([language, { words, answers }]) => {
      const answer = answers.get(id);
      const asked = askedAspects.safeParse(words['aspects']?.['asked']).data ?? {};
      const isTold = answer !== undefined && wordsAt(answer, place) !== undefined;
      return [
        ...(aspect in asked ? [] : [`locales/${language}/aspects.json has no ${aspect}`]),
        ...(isTold ? [] : [`the answer in ${language} has no ${place}`]),
      ];
    }),
  );
}

function missingLinks({ links }: Entry, content: Content): readonly string[] {
  return links.flatMap((key) => [
    ...(content.links[key] === undefined ? [`dialogs/links.json has no ${key}`] : []),
    ...[...content.in].flatMap(([language, { words }]) =>
      words['links']?.[key] === undefined
        ? [`locales/${language}/links.json has no label for ${key}`]
        : [],
    ),
  ]);
}
