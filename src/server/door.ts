import type { ClaimsIdentity } from 'botframework-connector';

/** What a door looks at of an activity: where it says it comes from, and where replies are to go. */
export interface Arrival {
  readonly channelId: string;
  readonly serviceUrl: string;
}

/** Port: lets activities in that come from where they say, and no others. */
export interface Door {
  /**
   * Tells who vouches for an activity, by the `Authorization` header that came with it. Rejects with an
   * {@link HttpError} that doesn't say what was wrong with a token.
   */
  admit(arrival: Arrival, authorization: string | undefined): Promise<ClaimsIdentity>;
}
