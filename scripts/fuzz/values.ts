import { ACTIVITY_FIELDS } from './activity-fields';

/** From 0 up to 1. */
export type Random = () => number;

const NASTY = [
  ...['', ' ', '\u0000', '\ud83d', '\udc00x', '😀', '\u202e', '\u2028', 'a\u030a', '👨‍👩‍👧'],
  ...['å'.repeat(300), 'a'.repeat(5000), '../..', '%00', '%', '%c0%ae', '__proto__'],
  ...['constructor', '<script>', '${x}', "' or 1=1 --", '\r\nX: y', '=1+1', 'null'],
];
const DATES = [
  ...['2026-02-30', '0000-00-00', '+275760-09-14', '-271821-04-19T00:00:00Z', '9999-12-31'],
  ...['2026-11-23T25:61:61Z', '2026-03-29T02:30:00+01:00', '23/11/2026', 'den 31 februari'],
];
const NUMBERS = [0, -0, -1, 1e308, 0.1, 9_007_199_254_740_991, -9_007_199_254_740_991, 1e-7];
const WRITTEN_NUMBERS = ['9007199254740993', '1e999', '-1', '0x10', '٣', '½', '3.7', 'NaN'];
/** What people say on their way through a form or a choice, each as good as any other at any time. */
const SAID = [
  ...['ja', 'no', '1', 'den andra', 'Yes, send it', 'Nothing to add', 'Talk to a person', 'cancel'],
  ...['kim@contoso.example', 'När kan vi förnya?', 'can a token be split?', 'svenska', 'T-1001'],
  ...["No, it didn't help", 'how many activations have we left?', 'change my e-mail', 'why?'],
  ...['What became of T-1001?', 'Lägg till i T-1001: det brådskar', 'zebra quantum pancake'],
];

/** Makes values from random numbers. */
export class Values {
  constructor(readonly random: Random) {}

  /** Whether something happens that does so with a probability. */
  chance(probability: number): boolean {
    return this.random() < probability;
  }

  /** A whole number from 0 up to a limit. */
  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  pick<T>(all: readonly T[], otherwise: T): T {
    return all[this.below(all.length)] ?? otherwise;
  }

  /** A text that a program may stumble over, or that means something to the bot. */
  text(): string {
    const all = this.pick([NASTY, NASTY, SAID, SAID, SAID, DATES, WRITTEN_NUMBERS], NASTY);
    return this.pick(all, '') + (this.chance(0.1) ? this.pick(NASTY, '') : '');
  }

  /** The same, as a part of an address. */
  encoded(text = this.text()): string {
    return encodeURIComponent(wellFormed(text));
  }

  /** Any JSON. */
  json(depth = 0): unknown {
    const kind = this.below(depth > 3 ? 5 : 9);
    if (kind === 0) return null;
    if (kind === 1) return this.chance(0.5);
    if (kind === 2) return this.pick(NUMBERS, 0);
    if (kind < 5) return this.text();
    if (kind === 8) return this.#large();
    const size = { length: this.below(4) };
    if (kind === 5) return Array.from(size, () => this.json(depth + 1));
    const names = [...ACTIVITY_FIELDS, '__proto__', 'toJSON', 'then'];
    return Object.fromEntries(
      Array.from(size, () => [this.pick(names, 'x'), this.json(depth + 1)]),
    );
  }

  /** A document in which something, at any depth, is another value or is left out. */
  changed(document: unknown): unknown {
    const isWhole = typeof document !== 'object' || document === null || this.chance(0.1);
    if (isWhole) return this.json();
    const parts = Object.entries(document);
    const names = [...parts.map(([name]) => name), ...parts.map(([name]) => name)];
    const name = this.pick([...names, this.pick(ACTIVITY_FIELDS, 'x'), '__proto__'], 'x');
    const before = parts.find(([other]) => other === name)?.[1] as unknown;
    const after = this.chance(0.2) ? undefined : this.changed(before);
    return Object.fromEntries([...parts, [name, after]]);
  }

  /** Long lists, and what nests deep. */
  #large(): unknown {
    if (this.chance(0.5)) return Array(this.below(3000)).fill(this.json(4));
    let nested: unknown = 1;
    for (let depth = this.below(40); depth > 0; depth -= 1)
      nested = depth % 2 === 0 ? [nested] : { value: nested };
    return nested;
  }
}

/** A text without halves of characters, which no address can hold. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '');
}

/** Random numbers from a seed, always the same (mulberry32). */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
