import type { Content } from '../../content/content';
import type { Reading } from '../page';

/** What entries, channels and languages are called in the reader's language. */
export interface Names {
  entry(id: string): string;
  channel(id: string): string;
  language(tag: string): string;
}

/** Channels that have a name in `support-page:channel`; others go by their id. */
const NAMED_CHANNELS = new Set(['webchat', 'directline', 'msteams', 'emulator']);

export function createNames(content: Pick<Content, 'in'>, { language, locale, t }: Reading): Names {
  const titles = content.in.get(language)?.titles;
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  return {
    entry: (id) => titles?.get(id)?.short ?? id,
    channel: (id) => (NAMED_CHANNELS.has(id) ? t(`support-page:channel.${id}`) : id),
    language: (tag) => languages.of(tag) ?? tag,
  };
}
