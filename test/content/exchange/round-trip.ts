import type {
  ExchangeContent,
  ExchangeEntry,
  ExchangeFormat,
  Loss,
} from '../../../src/content/exchange/exchange-format';

/** The content without its losses; what has neither a text nor an utterance is nothing. */
function less(whole: ExchangeContent, losses: readonly Loss[]) {
  const kept = [...whole].map(([language, all]) => {
    const left = all.map((entry) => {
      const lost = losses.filter((loss) => loss.language === language && loss.entry === entry.id);
      const is = (part: Loss['part'], text?: string) =>
        lost.some((loss) => loss.part === part && loss.text === text);
      return {
        id: entry.id,
        text: is('entry') || is('text') ? undefined : entry.text,
        utterances: is('entry') ? [] : entry.utterances.filter((text) => !is('utterance', text)),
      };
    });
    const some = left.filter(({ text, utterances }) => text !== undefined || utterances.length > 0);
    return [language, some.sort((one, other) => (one.id < other.id ? -1 : 1))] as const;
  });
  return Object.fromEntries(kept.filter(([, all]) => all.length > 0));
}

/** Exports and imports again; gives what came back beside what should have. */
export async function roundTrip(format: ExchangeFormat, whole: ExchangeContent) {
  const { files, losses } = await format.write(whole);
  const back = new Map<string, readonly ExchangeEntry[]>();
  const expected = less(whole, losses);
  for (const data of files.values()) {
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
    for (const [language, read] of await format.read(bytes)) back.set(language, read);
  }
  return { back: less(back, []), expected, losses };
}
