import { sharedServer } from './postgres-server';

/** Stops the PostgreSQL server of a jest run, if a test has started it. */
export = () => {
  sharedServer().remove();
};
