import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMetricsBody } from '#server/evidence/read-metrics-body.ts';
import { countKeys, elementTexts, scanJson } from '#server/evidence/scan-json.ts';

const JSON_TYPE = { contentType: 'application/json', contentEncoding: null };
const LINES = { contentType: 'application/x-ndjson; charset=utf-8', contentEncoding: null };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, headers = JSON_TYPE) => readMetricsBody(headers, bytes(text));

test('samples come as one JSON object or as one JSON object a line', async () => {
  expect(await read('{"samples":[{"a":1},2]}')).toEqual([{ value: { a: 1 } }, { value: 2 }]);
  expect(await read('{"a":1}\r\n\n  {"a":2}\n', LINES)).toEqual([{ value: { a: 1 } }, { value: { a: 2 } }]);
  expect(await read('\ufeff{"samples":[]}')).toEqual([]);
});

test('a broken line does not spoil the others', async () => {
  expect(await read('{"a":1}\n{"a":\n1,2\n', LINES)).toEqual([
    { value: { a: 1 } },
    { reason: 'The line is not valid JSON.' },
    { reason: 'The line is not valid JSON.' },
  ]);
});

test('a key that stands twice in a sample spoils that sample only', async () => {
  const twice = '{"value":1,"labels":{"a":"{:\\"","a":"x"},"at":"b"}';
  expect(await read(`{"samples":[{"value":1},${twice},{"value":2}]}`)).toEqual([
    { value: { value: 1 } },
    { reason: 'The same key stands twice in it.' },
    { value: { value: 2 } },
  ]);
  expect(await read(`{"value":1}\n${twice}`, LINES)).toEqual([
    { value: { value: 1 } },
    { reason: 'The same key stands twice in it.' },
  ]);
});

test.each([
  ['{"samples":[],"samples":[{}]}', 'BAD_REQUEST', 'The key "samples" stands twice.'],
  ['{"samples":[],"token":1}', 'BAD_REQUEST', 'There is no "token" beside "samples".'],
  ['[]', 'BAD_REQUEST', 'Send {"samples"'],
  ['{"samples":{}}', 'BAD_REQUEST', 'Send {"samples"'],
  ['', 'BAD_REQUEST', 'not valid JSON'],
  ['{"samples":[NaN]}', 'BAD_REQUEST', 'not valid JSON'],
  [`{"samples":${'['.repeat(100_000)}`, 'BAD_REQUEST', 'nested deeper than 8'],
  [`{"samples":[${'0,'.repeat(50_000)}0]}`, 'PAYLOAD_TOO_LARGE', '50000 samples'],
])('a body that is no list of samples is refused: %.40s', async (text, code, message) => {
  await expect(read(text)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
});

test.each([
  [{ contentType: 'text/plain', contentEncoding: null }, 'UNSUPPORTED_MEDIA_TYPE'],
  [{ contentType: null, contentEncoding: null }, 'UNSUPPORTED_MEDIA_TYPE'],
  [{ contentType: 'application/json; charset=iso-8859-1', contentEncoding: null }, 'UNSUPPORTED_MEDIA_TYPE'],
  [{ contentType: 'application/json', contentEncoding: 'br' }, 'UNSUPPORTED_MEDIA_TYPE'],
  [{ contentType: 'application/json', contentEncoding: 'gzip' }, 'BAD_REQUEST'],
])('another type, charset or encoding is refused: %j', async (headers, code) => {
  await expect(readMetricsBody(headers, bytes('{"samples":[]}'))).rejects.toMatchObject({ code });
});

test('bytes that are not UTF-8 are refused', async () => {
  const body = new Uint8Array([...bytes('{"samples":["'), 0xc3, 0x28, ...bytes('"]}')]);
  await expect(readMetricsBody(JSON_TYPE, body)).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('gzip is taken, and a bomb is stopped before it is unpacked', async () => {
  const gzip = { ...JSON_TYPE, contentEncoding: 'gzip' };
  expect(await readMetricsBody(gzip, gzipSync('{"samples":[1]}'))).toEqual([{ value: 1 }]);
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20));
  await expect(readMetricsBody(gzip, bomb)).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  await expect(readMetricsBody(gzip, gzipSync('{"samples":[1]}').subarray(0, 20))).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

test('the scan counts the keys and the depth of any JSON as parsing it does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(scanJson(text).keys).toBe(countKeys(JSON.parse(text)));
    }),
  );
});

test('the texts of the elements are the elements', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (values) => {
      const text = JSON.stringify({ 'sam[ples"': values });
      const texts = elementTexts(text);
      expect(values.length === 0 ? [] : texts.map((one) => JSON.parse(one))).toEqual(
        JSON.parse(JSON.stringify(values)),
      );
    }),
  );
});
