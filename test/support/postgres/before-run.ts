/** Tells the workers of a jest run which PostgreSQL server is theirs; nothing is started yet. */
export = () => {
  process.env['TEST_POSTGRES_RUN'] = String(process.pid);
};
