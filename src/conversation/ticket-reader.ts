import { fold } from '../content/fold';
import { emailIn } from '../core/email-in';
import type { ScoredIntent } from '../core/recognition';
import { cancels, says, withoutHesitation, type PromptWords } from './match-choice';
import { readCorrection } from './ticket-correction';
import {
  addDetails,
  fillIn,
  fillInDetails,
  fillInSubject,
  TICKET_CHOICES,
  type TicketEffect,
  type TicketForm,
} from './ticket-form';
import type { TicketWords } from './ticket-words';

/** A person's reply to the form: as written, for the e-mail address, and redacted, for everything else. */
export interface TicketReply {
  readonly raw: string;
  readonly redacted: string;
  /** What it may be about, best first. */
  readonly candidates: readonly ScoredIntent[];
  /** What a button, its title or its number stands for. */
  readonly chosen: TicketEffect | undefined;
}

/** What a reply comes to. */
export type TicketReading =
  | {
      readonly type: 'go-on';
      readonly form: TicketForm;
      readonly note?: 'changed' | 'notSent' | 'why';
    }
  | { readonly type: 'send' }
  | { readonly type: 'cancel' }
  /** It did help after all. */
  | { readonly type: 'helped' }
  /**
   * No reply to what was asked: a question, say. Where that makes sense, `added` is the form with the words as an addition,
   * `filled` with the words as what was asked for all the same.
   */
  | { readonly type: 'other'; readonly added?: TicketForm; readonly filled?: TicketForm };

/** A shown ticket is added to by a sentence, not by a slip of the finger. */
const LEAST_WORDS_ADDED = 3;

/** Reads replies to the ticket form. Pure: it keeps words, and no state. */
export class TicketReader {
  readonly #words: TicketWords;
  readonly #prompts: PromptWords;
  /** Words for each effect, folded. */
  readonly #sayings: readonly (readonly [TicketEffect, readonly string[]])[];

  constructor(words: TicketWords, prompts: PromptWords) {
    const { no } = prompts;
    this.#words = words;
    const cancel = [...words.cancel, ...prompts.cancel];
    this.#prompts = { ...prompts, cancel };
    this.#sayings = [
      ['nothing', [...words.nothing, ...no]],
      ['withoutEmail', [...words.withoutEmail, ...no]],
      ['send', words.send],
      ['drop', [...words.send, ...cancel]],
      ['keep', [...words.keep, ...no]],
      ['cancel', cancel],
      ['change', [...words.change, ...no]],
      ['subject', words.subject],
      ['details', words.details],
      ['email', words.email],
      ['back', [...words.back, ...no]],
    ];
  }

  read(form: TicketForm, reply: TicketReply): TicketReading {
    const said = fold(reply.raw);
    const effect = reply.chosen ?? this.#effectOf(form, said);
    if (effect !== undefined) return take(form, effect);
    if (this.#words.helped.includes(said)) return { type: 'helped' };
    if (cancels(reply.raw, this.#prompts)) return { type: 'cancel' };
    const wish = withoutHesitation(reply.raw, this.#prompts.hesitations);
    if (this.#words.resume.includes(wish)) return { type: 'go-on', form };
    if (this.#words.status.includes(wish)) return { type: 'go-on', form, note: 'notSent' };
    if (form.asks === 'email' && this.#words.why.includes(wish))
      return { type: 'go-on', form, note: 'why' };
    return this.#takeText(form, reply);
  }

  #effectOf({ asks }: TicketForm, said: string): TicketEffect | undefined {
    const possible = TICKET_CHOICES[asks];
    return this.#sayings.find(
      ([effect, words]) => possible.includes(effect) && words.includes(said),
    )?.[0];
  }

  #takeText(form: TicketForm, reply: TicketReply): TicketReading {
    const { redacted, candidates } = reply;
    const email = emailIn(reply.raw);
    const given = form.email === undefined && email !== undefined ? { ...form, email } : form;
    switch (form.asks) {
      case 'subject':
        if (this.#saysNothing(reply.raw)) return { type: 'other' };
        return { type: 'go-on', form: fillInSubject({ ...given, candidates }, redacted) };
      case 'details':
        return { type: 'go-on', form: fillInDetails(given, redacted) };
      case 'email':
        if (email === undefined) return this.#correct(form, reply, email) ?? { type: 'other' };
        return { type: 'go-on', form: fillIn(form, { email }) };
      case 'send':
      case 'field':
      case 'drop':
        return this.#correct(form, reply, email) ?? addition(form, reply);
    }
  }

  /** "No", "nothing" and mere dots are no subject. */
  #saysNothing(text: string): boolean {
    const { yes, no } = this.#prompts;
    return fold(text) === '' || says(text, [...this.#words.nothing, ...yes, ...no]);
  }

  #correct(form: TicketForm, { redacted }: TicketReply, email: string | undefined) {
    const correction = readCorrection(redacted, this.#words);
    const { field = 'email', value = '' } = correction ?? {};
    if (email !== undefined && field === 'email')
      return { type: 'go-on', form: fillIn(form, { email }), note: 'changed' } as const;
    if (correction === undefined) return undefined;
    if (value === '' || field === 'email')
      return { type: 'go-on', form: { ...form, asks: field } } as const;
    const fill = field === 'subject' ? fillInSubject : fillInDetails;
    return { type: 'go-on', form: fill(form, value), note: 'changed' } as const;
  }
}

function take(form: TicketForm, effect: TicketEffect): TicketReading {
  switch (effect) {
    case 'send':
      return { type: 'send' };
    case 'cancel':
    case 'drop':
      return { type: 'cancel' };
    case 'nothing':
      return { type: 'go-on', form: fillInDetails(form, '') };
    case 'withoutEmail':
      return { type: 'go-on', form: fillIn(form, { email: null }) };
    case 'change':
      return { type: 'go-on', form: { ...form, asks: 'field' } };
    case 'back':
    case 'keep':
      return { type: 'go-on', form: fillIn(form, {}) };
    case 'subject':
    case 'details':
    case 'email':
      return { type: 'go-on', form: { ...form, asks: effect } };
  }
}

function addition(form: TicketForm, { redacted }: TicketReply): TicketReading {
  const isSentence = fold(redacted).split(' ').length >= LEAST_WORDS_ADDED;
  if (form.asks !== 'send' || !isSentence) return { type: 'other' };
  return { type: 'other', added: addDetails(form, redacted) };
}
