import { asksForHoldings } from '../../accounts/names-other-company';
import { createWording } from '../../accounts/wording';
import type { Content } from '../../content/content';
import type { RecognizedPart } from '../../core/recognition';
import { accountTurn } from '../account-desk';
import type { Memory } from '../memory';
import type { Turn } from '../turn';

/** What messages mean only because of the account that was spoken of, or of whose account they speak. */
export class AccountContext {
  constructor(
    private readonly content: Content,
    private readonly memory: Memory,
  ) {}

  /** "And the other one?" is about the account while the conversation is; everything else stays as it was recognized. */
  async read(turn: Turn, part: RecognizedPart): Promise<RecognizedPart> {
    const { chosen, previous = '' } = await this.memory.conversation(turn.context);
    if (chosen === undefined) return part;
    const intent = `account.${chosen.view}`;
    const isOpen = previous === intent || this.content.entries.get(previous)?.account === intent;
    if (!isOpen || !createWording(accountTurn(turn, part)).isCue('pointer', part.text)) return part;
    return { ...part, decision: 'answer', followUp: true, intents: [{ intent, score: 1 }] };
  }

  /** Whether somebody asks for what another company has, whatever else is made of it. */
  isAboutStrangers(turn: Turn, part: RecognizedPart): boolean {
    const wording = createWording(accountTurn(turn, part));
    const { text, entities, decision } = part;
    return decision !== 'answer' && asksForHoldings(text, { company: '', entities, wording });
  }
}
