import type { Grant, Tokens } from '../channels/direct-line/tokens';
import type { Visitor } from '../core/visitor';

/** What a resume token grants, if it is good and for this visitor: who signs in or out begins anew. */
export async function resumable(
  tokens: Tokens,
  resume: string | undefined,
  visitor: Visitor | undefined,
): Promise<Grant | undefined> {
  if (resume === undefined) return undefined;
  const grant = await tokens.verify('resume', resume).catch(() => undefined);
  const isSame =
    grant?.visitor?.issuer === visitor?.issuer && grant?.visitor?.subject === visitor?.subject;
  return isSame ? grant : undefined;
}
