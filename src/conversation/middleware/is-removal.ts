import type { Activity } from 'botbuilder';

/** Whether an activity tells that the bot was removed. */
export function isRemoval({ type, action }: Activity): boolean {
  return type === 'installationUpdate' && action?.startsWith('remove') === true;
}
