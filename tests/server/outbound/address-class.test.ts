import { expect, test } from 'vitest';
import { classOfAddress, plainAddress } from '#server/outbound/address-class.ts';

test.each(['93.184.215.14', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])(
  '%s belongs to the world',
  (address) => expect(classOfAddress(address)).toBe('public'),
);

test.each([
  ...['10.0.0.5', '127.0.0.1', '127.8.9.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '198.18.0.1'],
  ...['::1', 'fc00::1', 'fd12:3456::1', '[::1]', '2002:a00:1::', '2001:0:53aa::1', '64:ff9b:1::a00:1', 'fec0::1'],
  ...['::ffff:127.0.0.1', '::ffff:7f00:1', '0:0:0:0:0:ffff:c0a8:101', '64:ff9b::10.0.0.1', '64:ff9b::a00:1'],
  '::127.0.0.1',
])('%s lies inside and needs an administrator', (address) => expect(classOfAddress(address)).toBe('inside'));

test.each([
  ...['169.254.169.254', '169.254.170.2', '100.100.100.200', '192.0.0.192', '0.0.0.0', '224.0.0.1', '255.255.255.255'],
  ...['::', 'ff02::1', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254', '::ffff:169.254.169.254', '64:ff9b::a9fe:a9fe'],
  ...['168.63.129.16', '::ffff:168.63.129.16', 'fd00:ec2::23', 'fd20:ce::254', 'fd00:c1::a9fe:a9fe', 'fd00:42::42'],
  ...['', 'localhost', '1.2.3', '::ffff:0.0.0.0'],
])('%s is nobody’s to reach', (address) => expect(classOfAddress(address)).toBe('never'));

test('an IPv4 address that belongs to the world stays that, however it is written', () => {
  expect(classOfAddress('::ffff:8.8.8.8')).toBe('public');
  expect(classOfAddress('64:ff9b::808:808')).toBe('public');
  expect(plainAddress('64:ff9b::808:808')).toBe('8.8.8.8');
  expect(plainAddress('[2001:4860:4860::8888]')).toBe('2001:4860:4860::8888');
});
