import type { Middleware, TurnContext } from 'botbuilder';
import { calendarDateAt } from '../core/calendar-date';
import type { Clock } from '../core/clock';
import { matchLanguage, type Language } from '../core/language';
import type { Recognition } from '../core/recognition';
import type { Recognizer } from '../understanding/recognizers/recognizer';
import { personKey } from './person-key';
import { understoodTurn } from './turn';

/** People whose language is remembered; whoever has been silent longest is forgotten first. */
const MOST_PEOPLE = 10_000;

interface Spoken {
  readonly language: Language;
  /** Whether they asked for it in so many words. */
  readonly isAsked: boolean;
}

export interface SpokenLanguagesOptions {
  readonly recognizer: Recognizer;
  readonly languages: readonly Language[];
  readonly defaultLanguage: Language;
  readonly now: Clock;
  readonly timeZone: string;
}

/**
 * Knows what language somebody is told something in where there is no turn to say it, as it was refused or failed. It asks
 * no database, since that may be what failed: as middleware it hears what each turn was understood in.
 */
export class SpokenLanguages implements Middleware {
  readonly #last = new Map<string, Spoken>();

  constructor(private readonly options: SpokenLanguagesOptions) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    try {
      await next();
    } finally {
      const turn = understoodTurn(context);
      if (turn !== undefined && turn.utterance !== '') this.#hear(context, turn.recognition);
    }
  }

  /** The language of this turn, else of these words, else of the person's last ones, else of the channel. */
  async of(context: TurnContext): Promise<Language> {
    const turn = understoodTurn(context);
    if (turn !== undefined) return turn.language;
    const { recognizer, languages, defaultLanguage, now, timeZone } = this.options;
    const { text, locale } = context.activity;
    const { language, isAsked = false } = this.#last.get(personKey(context)) ?? {};
    try {
      const recognition = await recognizer.recognize(typeof text === 'string' ? text : '', {
        asked: isAsked ? language : undefined,
        remembered: language,
        ...{ locale, today: calendarDateAt(now(), timeZone) },
      });
      return recognition.language;
    } catch {
      // What failed may be the recognizer itself.
      return language ?? matchLanguage(locale, languages) ?? defaultLanguage;
    }
  }

  #hear(context: TurnContext, { language, languageEvidence }: Recognition): void {
    const person = personKey(context);
    this.#last.delete(person);
    this.#last.set(person, { language, isAsked: languageEvidence.source === 'asked' });
    const [oldest] = this.#last.keys();
    if (this.#last.size > MOST_PEOPLE && oldest !== undefined) this.#last.delete(oldest);
  }
}
