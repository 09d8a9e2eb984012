import { z } from 'zod';

/** What a database says that can't do its work at the moment: locked, full, broken, away. */
const SQLITE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|NOMEM)/;
/** What the disk says, and what is said of a file that is no longer in its place. */
const FILE = /^(EIO|ENOSPC|EDQUOT|EFBIG|EROFS|EACCES|EMFILE|ENFILE|DATABASE_MOVED)$/;
/** Classes of SQLSTATE: connection, resources, operator intervention, system, not in prerequisite state (locks). */
const POSTGRES = /^(08|53|57|58|55P03)/;
const NETWORK =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|ENOENT|EAI_AGAIN)$/;
/** What has no code. */
const WORDS =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|not queryable/;

const failure = z.object({ code: z.string().optional(), message: z.string() });

/** Whether an error means that the database can't do its work at the moment, and may do so later. */
export function isUnavailable(error: unknown): boolean {
  const { data } = failure.safeParse(error);
  if (data === undefined) return false;
  const { code = '', message } = data;
  return [SQLITE, FILE, POSTGRES, NETWORK].some((kind) => kind.test(code)) || WORDS.test(message);
}
