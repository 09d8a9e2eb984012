import type { EntryId } from '../../core/entry';
import { type DayOrPeriod, fromInterval } from '../../core/period';
import type { AccountTurn, StatedBasis, StatedFacts } from '../presentation';
import { createWording, type Wording } from '../wording';
import { covidRule } from './covid-rule';
import { keysRule } from './keys-rule';
import { renewalRule } from './renewal-rule';
import type { Stated, StatedRule } from './stated-rule';
import { tokenRule } from './token-rule';

const rules: Readonly<Record<StatedBasis['rule'], StatedRule>> = {
  renewal: renewalRule,
  token: tokenRule,
  covid: covidRule,
  keys: keysRule,
};

const ruleOfEntry: Readonly<Partial<Record<EntryId, StatedBasis['rule']>>> = {
  'renewal.action-pack': 'renewal',
  'renewal.competency': 'renewal',
  'account.renewal': 'renewal',
  'tokens.replacement': 'token',
  'account.token': 'token',
  'renewal.covid-extension': 'covid',
  'keys.more': 'keys',
  'account.keys': 'keys',
};

/** What {@link statedFacts} needs. */
export interface StatedRequest extends AccountTurn {
  /** The entry that is answered. */
  readonly entry: EntryId;
  /** What earlier messages told; only for a follow-up. */
  readonly basis?: StatedBasis | undefined;
  /** Whether the message asks of what was told before, whatever its words. */
  readonly isAboutTold?: boolean | undefined;
}

/**
 * Works out the rule behind an entry with what a person tells, without knowing who they are.
 * Undefined when no rule belongs to the entry or too little has been told.
 */
export function statedFacts(request: StatedRequest): StatedFacts | undefined {
  const name = ruleOfEntry[request.entry];
  if (name === undefined) return undefined;
  const wording = createWording(request);
  const earlier = request.basis?.rule === name ? request.basis : { rule: name };
  const reading = { turn: request, wording, earlier, today: earlier.today ?? request.today };
  const { told, ambiguous } = rules[name].read(reading);
  if (ambiguous !== undefined) {
    const choices = ambiguous.map((id) => ({ id, title: titleOf(id, wording) }));
    const isPeriod = ambiguous.some((id) => fromInterval(id) !== undefined);
    const question = wording.say(isPeriod ? 'whichPeriod' : 'whichDate');
    return { kind: 'which', question, choices };
  }
  const { leansOn, lines: linesOf, asksDay } = rules[name];
  const isNew = Object.values(told).some((value) => value !== undefined);
  const leans = request.isAboutTold === true || isNew || leansOn === undefined;
  if (!leans && !wording.hasCue(leansOn, request.utterance)) return undefined;
  const basis = merge(earlier, told);
  const today = basis.today ?? request.today;
  const lines = linesOf(basis, today, wording);
  if (lines.length === 0) return undefined;
  const asks = asksDay?.(basis, today) === true;
  if (!asks) return { kind: 'facts', lines, basis, ...(basis.isYearless && { lacks: 'year' }) };
  return { kind: 'facts', lines: [...lines, wording.say('stated.askDay')], basis, lacks: 'day' };
}

/** A date or a period, in words. */
function titleOf(told: DayOrPeriod, wording: Wording): string {
  const period = fromInterval(told);
  return period === undefined ? wording.date(told) : wording.dates(period.from, period.to);
}

/** A new date, period or span takes the place of the earlier one; a year or a "today" is added to it. */
function merge(earlier: StatedBasis, told: Stated['told']): StatedBasis {
  const { rule, today } = earlier;
  const isNew = [told.dates, told.period, told.elapsedDays].some((when) => when !== undefined);
  const kept = isNew ? { rule, today } : earlier;
  const added = Object.entries(told).filter(([, value]) => value !== undefined);
  return { ...kept, ...Object.fromEntries(added) };
}
