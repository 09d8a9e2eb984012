/** Port: where people can be written to in private, by their key; a reference is JSON of the channel's own. Turns keep them. */
export interface ConversationReferences {
  /** Undefined when the person never wrote in private, or can't be reached any more. */
  find(person: string): Promise<string | undefined>;
  forget(person: string): Promise<void>;
}
