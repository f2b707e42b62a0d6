import { describe, expect, test } from 'vitest';
import { readBody } from '#server/http/read-body.ts';

/** Node wants a stream announced as one; the types do not know the word. */
const options = { method: 'POST', duplex: 'half' };
const request = (body: BodyInit) => new Request('http://localhost/', { ...options, body });

/** A body that does not say how long it is. */
const endless = () =>
  new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(1024)) });

describe('a body', () => {
  test('is read whole up to its limit', async () => {
    expect(new TextDecoder().decode(await readBody(request('hello'), 5))).toBe('hello');
  });

  test('above its limit is refused', async () => {
    await expect(readBody(request('hello!'), 5)).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  });

  test('without an end is refused as soon as it is too long', async () => {
    await expect(readBody(request(endless()), 10_000)).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  });
});
