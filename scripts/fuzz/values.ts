import { ACTIVITY_FIELDS } from './activity-fields';

/** From 0 up to 1. */
export type Random = () => number;

const NASTY = [
  ...['', ' ', '\u0000', '\ud83d', '😀', '\u202e', 'å'.repeat(300), 'a'.repeat(5000), '../..'],
  ...['%00', '%', '%c0%ae', '__proto__', 'constructor', '<script>', '${x}', "' or 1=1 --"],
  ...['\r\nX: y', 'null', 'ja', 'no', '1', 'T-1001', 'kim@contoso.example'],
  ...['När kan vi förnya?', 'can a token be split?'],
];
const NUMBERS = [0, -1, 1e308, 0.1, 9_007_199_254_740_991, 1e-7];

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

  pick<T>(all: readonly [T, ...T[]] | readonly T[], otherwise: T): T {
    return all[this.below(all.length)] ?? otherwise;
  }

  /** A text that a program may stumble over. */
  text(): string {
    return this.pick(NASTY, '') + (this.chance(0.2) ? this.pick(NASTY, '') : '');
  }

  /** The same, as a part of an address. */
  encoded(): string {
    return encodeURIComponent(this.text().replace(/\p{Cs}/gu, ''));
  }

  /** Any JSON. */
  json(depth = 0): unknown {
    const kind = this.below(depth > 3 ? 5 : 8);
    if (kind === 0) return null;
    if (kind === 1) return this.chance(0.5);
    if (kind === 2) return this.pick(NUMBERS, 0);
    if (kind < 5) return this.text();
    const size = { length: this.below(4) };
    if (kind === 5) return Array.from(size, () => this.json(depth + 1));
    const names = [...ACTIVITY_FIELDS, '__proto__'];
    return Object.fromEntries(
      Array.from(size, () => [this.pick(names, 'x'), this.json(depth + 1)]),
    );
  }
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
