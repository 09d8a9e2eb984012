/** Hears what other instances tell. */
export interface Listener {
  told(message: string): void;
  /** Something may have been told that didn't get here: look for yourself. Comes now and then in any case. */
  missed(): void;
}

/** Port: what the processes that share a database settle among themselves. */
export interface Instances {
  /** Whether other processes may be at work on the same database. */
  readonly isShared: boolean;
  /**
   * Runs a task once all tasks of its key are over that were asked for earlier, here or on another instance; gives what
   * it gives. Rejects also when the instances can't be asked. A task must not wait for another of its own key.
   */
  inTurn<T>(key: string, task: () => Promise<T>): Promise<T>;
  /**
   * Runs a job unless it is running already, here or on another instance; tells whether it ran. A job may be cut off
   * from the others and start a second time elsewhere: what it does must bear that.
   */
  runsOnOne(job: string, task: () => Promise<void>): Promise<boolean>;
  /** Tells the listeners on all other instances, soon and if possible. */
  tell(subject: string, message: string): void;
  /** Listens until the returned function is called. */
  hear(subject: string, listener: Listener): () => void;
  /** Lets go of everything; what is under way has ended before. */
  close(): Promise<void>;
}
