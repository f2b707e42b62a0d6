/** Why the database cannot be used right now. */
export type StorageReason =
  | 'locked'
  | 'read-only'
  | 'full'
  | 'unreachable'
  | 'refused'
  | 'not-a-database'
  | 'newer-version';

/** The database cannot serve; the message is one sentence for whoever runs the service. */
export class StorageError extends Error {
  override name = 'StorageError';
  readonly reason: StorageReason;
  constructor(reason: StorageReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

const SENTENCES = {
  locked: 'The database is locked by another program. Stop that program, or try again in a moment.',
  'read-only': 'The database cannot be written: the file, its folder or the disk is read-only.',
  full: 'The disk of the database is full. Free some space and try again.',
  unreachable: 'The database cannot be reached. Check that it runs and that DATABASE_URL is right.',
  refused: 'The database refused the login of DATABASE_URL. Check user, password and database name.',
  'not-a-database': 'The file that DATABASE_URL names is damaged, or is not a database.',
  'newer-version': 'The database was written by a newer version of Plumbline.',
} as const satisfies Record<StorageReason, string>;

/** SQLite result codes, and PostgreSQL's SQLSTATEs and system errors, that mean one of our reasons. */
const REASONS: ReadonlyArray<readonly [RegExp, StorageReason]> = [
  [/^SQLITE_(BUSY|LOCKED)/, 'locked'],
  [/^SQLITE_(READONLY|PERM)/, 'read-only'],
  [/^SQLITE_FULL|^ENOSPC$|^53100$/, 'full'],
  [/^SQLITE_CANTOPEN/, 'unreachable'],
  [/^SQLITE_(NOTADB|CORRUPT)/, 'not-a-database'],
  [/^(EROFS|EACCES|EPERM|25006)$/, 'read-only'],
  [/^(55P03|40P01|40001)$/, 'locked'],
  [/^28|^3D000$|^42501$/, 'refused'],
  [/^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|EPIPE)$|^08|^57P|^53300$/, 'unreachable'],
];

/** Recognises an error of a driver as one that the person in charge can understand; null for any other error. */
export function storageErrorOf(error: unknown): StorageError | null {
  if (error instanceof StorageError) return error;
  if (!(error instanceof Error)) return null;
  const reason = reasonOf(error);
  return reason === null ? null : new StorageError(reason, SENTENCES[reason], { cause: error });
}

/** What a caller is told whose text the database cannot hold. */
export const UNSTORABLE = 'A text holds a NUL character, which cannot be stored. Leave it out.';

/** Whether a text was refused by PostgreSQL, which stores no NUL: the caller's mistake, and no state of the database. */
export function isUnstorable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '22021';
}

/** What a caller is told who wrote what may stand there once, a moment after somebody else. */
export const TAKEN = 'Somebody else wrote the same at this moment. Look again.';

/** Whether something was refused because it is there already: of several callers at once all but the first. */
export function isTaken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(23505|SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY))$/.test(code);
}

function reasonOf(error: Error): StorageReason | null {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const found = REASONS.find(([pattern]) => pattern.test(code));
  if (found) return found[1];
  const lost = /timeout exceeded when trying to connect|Connection terminated/.test(error.message);
  // a socket of PostgreSQL that is not there
  const noSocket = code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect';
  return lost || noSocket ? 'unreachable' : null;
}
