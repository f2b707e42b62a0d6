import { expect, test } from 'vitest';
import { allowanceField, allowsAddress } from '#server/outbound/allowance.ts';

const may = (allowed: string[], host: string, address: string) => allowsAddress(allowed, { host, address });

test('the world is open, the inside is closed', () => {
  expect(may([], 'prometheus.example.org', '93.184.215.14')).toBe(true);
  expect(may([], 'prometheus.example.org', '10.0.0.5')).toBe(false);
});

test('a network, an address or a name of the host opens just that', () => {
  expect(may(['10.2.0.0/16'], 'metrics', '10.2.3.4')).toBe(true);
  expect(may(['10.2.0.0/16'], 'metrics', '10.3.0.1')).toBe(false);
  expect(may(['10.2.0.0/16'], 'metrics', '::ffff:10.2.3.4')).toBe(true);
  expect(may(['10.0.0.5'], 'metrics', '10.0.0.5')).toBe(true);
  expect(may(['10.0.0.5'], 'metrics', '10.0.0.6')).toBe(false);
  expect(may(['fd00:1::/32'], 'metrics', 'fd00:1::7')).toBe(true);
  expect(may(['metrics.internal'], 'Metrics.internal', '10.9.9.9')).toBe(true);
  expect(may(['metrics.internal'], 'other.internal', '10.9.9.9')).toBe(false);
});

test('nothing opens the metadata service of a cloud', () => {
  expect(may(['metrics.internal', '169.254.0.0/16', '0.0.0.0/0'], 'metrics.internal', '169.254.169.254')).toBe(false);
});

test.each(['10.0.0.0/8', '10.0.0.5', 'fd00::/8', '::1', 'prometheus', 'thanos.monitoring.svc'])(
  '%s can be allowed',
  (entry) => expect(allowanceField.safeParse([entry]).success).toBe(true),
);

test.each(['10.0.0.0/33', '10.0.0', '10.0.0.0/8/8', 'http://metrics', 'a b', '', 'metrics:9090', '::/129'])(
  '%s cannot',
  (entry) => expect(allowanceField.safeParse([entry]).success).toBe(false),
);
