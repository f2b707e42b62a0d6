/** What went wrong on the way to somebody else's server, as a class: it tells nothing about the network in between. */
export type OutboundProblem =
  | 'address'
  | 'private'
  | 'name'
  | 'connection'
  | 'certificate'
  | 'not_http'
  | 'time'
  | 'redirect'
  | 'too_large'
  | 'encoding';

/** A call that did not come to an answer. The message may be read by anybody; `detail` only by an administrator. */
export class OutboundError extends Error {
  override name = 'OutboundError';
  readonly problem: OutboundProblem;
  readonly detail: string | null;
  constructor(problem: OutboundProblem, message: string, detail: string | null = null) {
    super(message);
    this.problem = problem;
    this.detail = detail;
  }
}
