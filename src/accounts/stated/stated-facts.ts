import type { EntryId } from '../../core/entry';
import type { AccountTurn, StatedBasis, StatedFacts } from '../presentation';
import { createWording } from '../wording';
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
  const reading = { turn: request, wording, today: earlier.today ?? request.today };
  const { told, ambiguous } = rules[name].read(reading);
  if (ambiguous !== undefined) {
    const choices = ambiguous.map((date) => ({ id: date, title: wording.date(date) }));
    return { kind: 'which', question: wording.say('whichDate'), choices };
  }
  const { leansOn, lines: linesOf } = rules[name];
  const isNew = Object.values(told).some((value) => value !== undefined);
  if (!isNew && leansOn !== undefined && !wording.hasCue(leansOn, request.utterance))
    return undefined;
  const basis = merge(earlier, told);
  const lines = linesOf(basis, basis.today ?? request.today, wording);
  return lines.length === 0 ? undefined : { kind: 'facts', lines, basis };
}

/** A new date or span takes the place of the earlier one; a year or a "today" is added to it. */
function merge(earlier: StatedBasis, told: Stated['told']): StatedBasis {
  const { rule, today } = earlier;
  const isNew = told.dates !== undefined || told.elapsedDays !== undefined;
  const kept = isNew ? { rule, today } : earlier;
  const added = Object.entries(told).filter(([, value]) => value !== undefined);
  return { ...kept, ...Object.fromEntries(added) };
}
