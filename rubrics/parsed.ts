/** What reading a text of a pack gives: the value, or a sentence that says what to write instead. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; message: string };

/** A value that could be read. */
export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });
/** What could not be read, with what to write instead. */
export const refused = (message: string): { ok: false; message: string } => ({ ok: false, message });
