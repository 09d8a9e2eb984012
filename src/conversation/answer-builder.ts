import type { Content } from '../content/content';
import { dateFormat } from '../core/date-format';
import type { Translator } from '../content/translator';
import type { Answer, RelatedQuestion } from '../core/answer';
import type { EntryId } from '../core/entry';
import type { Language } from '../core/language';

/** Puts authored content together into answers. */
export class AnswerBuilder {
  readonly #built = new Map<string, Answer>();

  constructor(
    private readonly content: Content,
    private readonly translator: Translator,
  ) {}

  /** The answer of a FAQ entry; always the same one. Throws a `RangeError` for an id that is none. */
  answer(id: EntryId, language: Language): Answer {
    const key = `${language} ${id}`;
    const answer = this.#built.get(key) ?? this.#build(id, language);
    this.#built.set(key, answer);
    return answer;
  }

  #build(id: EntryId, language: Language): Answer {
    const entry = this.content.entries.get(id);
    const words = this.content.in.get(language);
    const text = words?.answers.get(id);
    if (entry === undefined || words === undefined || text === undefined)
      throw new RangeError(`${id} is no FAQ entry in ${language}.`);
    const t = this.translator.in(language);
    const { source } = entry;
    return {
      entry: id,
      language,
      title: text.question,
      verdict: text.verdict,
      paragraphs: text.paragraphs,
      steps: text.steps,
      ...(text.example === undefined ? {} : { example: text.example }),
      ...(text.note === undefined ? {} : { note: text.note }),
      links: entry.links.map((key) => ({
        label: t(`links:${key}`),
        url: (this.content.links[key]?.url ?? '').replace('{locale}', words.linkLocale),
      })),
      related: entry.related.map((related) => this.title(related, language)),
      ...(source === undefined ? {} : { source: this.#source(source, language, words.locale) }),
    };
  }

  /** An entry as a question that can be asked. */
  title(id: EntryId, language: Language): RelatedQuestion {
    const text = this.content.in.get(language)?.titles.get(id);
    return { entry: id, title: text?.question ?? id, short: text?.short ?? id };
  }

  #source(key: string, language: Language, locale: string): string {
    const t = this.translator.in(language);
    const dated = new Date(`${this.content.sources[key]?.dated ?? ''}T00:00:00Z`);
    const date = dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(dated);
    return t('answer.source', { source: t(`sources:${key}`, { date }) });
  }
}
