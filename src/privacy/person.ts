/** Everything by which one person is known in the database. */
export interface Person {
  /** Keys of the person on each channel: see `personKeyOf`. */
  readonly person: readonly string[];
  /** Conversations in which nobody else took part. */
  readonly conversation: readonly string[];
  /** Conversations that others take part in too: erased with the person, but not shown to them. */
  readonly shared: readonly string[];
  /** Keys of the bot's state of the person and of the person's own conversations. */
  readonly state: readonly string[];
  /** Keys of the bot's state of the shared ones, which hold their last lines. */
  readonly sharedState: readonly string[];
  readonly ticket: readonly number[];
  /** Tickets of others out of the shared ones, which hold their last lines too. */
  readonly sharedTicket: readonly number[];
  readonly visit: readonly string[];
}
