import type { Visitor } from './visitor';

/** A user in a conversation of a Direct Line that isn't the bot's own. */
export interface Seat {
  readonly conversation: string;
  readonly user: string;
}

/** Port: whom a host site has vouched for, where the chat's service can't say it itself. */
export interface KnownVisitors {
  keep(seat: Seat, visitor: Visitor): Promise<void>;
  /** Undefined for whoever isn't signed in, and in any other conversation than the one that was vouched for. */
  find(seat: Seat): Promise<Visitor | undefined>;
}
