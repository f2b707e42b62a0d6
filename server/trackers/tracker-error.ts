type About = {
  whole: boolean;
  status?: number | null;
  waitUntilMs?: number | null;
  detail?: string | null;
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
  constructor(message: string, { whole, status = null, waitUntilMs = null, detail = null }: About) {
    super(message);
    this.whole = whole;
    this.status = status;
    this.waitUntilMs = waitUntilMs;
    this.detail = detail;
  }
}
