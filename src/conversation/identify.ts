import type { TurnContext } from 'botbuilder';
import type { Identity } from '../accounts/identity';

/** Port: who is a turn by? Undefined for whoever isn't signed in. Nothing that a person types plays a part. */
export type Identify = (context: TurnContext) => Identity | undefined;
