import type { TurnContext } from 'botbuilder';
import type { DialogStateManagerConfiguration } from 'botbuilder-dialogs';
import { DialogMemoryScope } from 'botbuilder-dialogs/lib/memory/scopes/dialogMemoryScope';
import { TurnMemoryScope } from 'botbuilder-dialogs/lib/memory/scopes/turnMemoryScope';

/** Where the SDK looks for the scopes of a turn before it puts all of its own together. */
const CONFIGURATION = 'DialogStateManagerConfiguration';

/** The state of the SDK's own contexts. */
const plain: DialogStateManagerConfiguration = {
  memoryScopes: [new TurnMemoryScope(), new DialogMemoryScope()],
  pathResolvers: [],
};

/** Leaves out the scopes of adaptive dialogs: to make them takes longer than the dialogs themselves. */
export function usePlainScopes(context: TurnContext): void {
  context.turnState.set(CONFIGURATION, plain);
}
