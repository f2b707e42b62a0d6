import { type FakeServer, fakeHttp } from './fake-http.ts';

type Labels = Record<string, string>;
/** What a query answers: series with their labels, and the value of each at an instant (undefined: none then). */
export type FakeSeries = { labels: Labels; at: (ms: number) => number | string | undefined };
type Answers = Record<string, FakeSeries[] | { status: number; body: unknown }>;

export const steady = (value: number | string, labels: Labels = {}): FakeSeries => ({ labels, at: () => value });

/** The query API as far as the wire shows it: each known query answers its series at the instants asked for. */
export async function fakePrometheus(answers: Answers): Promise<FakeServer & { queries: () => URLSearchParams[] }> {
  const server = await fakeHttp((response, { path, body }) => {
    const form = new URLSearchParams(body);
    const answer = answers[form.get('query') ?? ''];
    const send = (value: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (answer === undefined) return send({ status: 'error', errorType: 'bad_data', error: 'parse error' }, 400);
    if (!Array.isArray(answer)) return send(answer.body, answer.status);
    const range = path === '/api/v1/query_range';
    const [start, end, step] = range
      ? [Number(form.get('start')), Number(form.get('end')), Number(form.get('step'))]
      : [Number(form.get('time')), Number(form.get('time')), 1];
    const result = answer.map(({ labels, at }) => {
      const values: [number, string][] = [];
      for (let seconds = start; seconds <= end; seconds += step) {
        const value = at(seconds * 1000);
        if (value !== undefined) values.push([seconds, String(value)]);
      }
      return range ? { metric: labels, values } : { metric: labels, value: values[0] };
    });
    return send({ status: 'success', data: { resultType: range ? 'matrix' : 'vector', result } });
  });
  return { ...server, queries: () => server.received.map(({ body }) => new URLSearchParams(body)) };
}
