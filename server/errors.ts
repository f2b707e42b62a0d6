import { isTaken, isUnstorable, TAKEN, UNSTORABLE } from '#db/storage-error.ts';

/** The few ways in which something can be refused; each door maps them once. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'TOO_MANY_REQUESTS'
  | 'UNAVAILABLE';

/** A refusal with a sentence that the user may read. */
export class AppError extends Error {
  override name = 'AppError';
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What is the caller's to know: a refusal of ours, or what the database refuses because of what was written. Null: neither. */
export function refusalOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (isUnstorable(error)) return new AppError('BAD_REQUEST', UNSTORABLE, { cause: error });
  return isTaken(error) ? new AppError('CONFLICT', TAKEN, { cause: error }) : null;
}
