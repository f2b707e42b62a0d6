type About = {
  whole: boolean;
  status?: number | null;
  waitUntilMs?: number | null;
  detail?: string | null;
  tooLarge?: boolean;
};

/** Why a call to a tracker did not succeed: a sentence that anybody may read, and a detail for administrators. */
export class TrackerError extends Error {
  override name = 'TrackerError';
  /** nothing else of this tracker will work either */
  readonly whole: boolean;
  /** what the server answered; null: it did not */
  readonly status: number | null;
  /** the server asks for silence until then (epoch milliseconds) */
  readonly waitUntilMs: number | null;
  readonly detail: string | null;
  /** the answer was longer than any that is read: asking for less may help */
  readonly tooLarge: boolean;
  constructor(message: string, { whole, status = null, waitUntilMs = null, detail = null, tooLarge = false }: About) {
    super(message);
    this.whole = whole;
    this.status = status;
    this.waitUntilMs = waitUntilMs;
    this.detail = detail;
    this.tooLarge = tooLarge;
  }
}
