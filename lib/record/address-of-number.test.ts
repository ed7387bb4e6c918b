import { expect, test } from 'vitest';
import { addressOfNumber } from './address-of-number.ts';

test.each([
  ['CS0001001', '/workspace/cases/CS0001001'],
  ['ritm0010002', '/workspace/requested-items/RITM0010002'],
  ['kb0010001', '/workspace/knowledge/KB0010001'],
  ['ACCT0001001', '/workspace/customers/accounts/ACCT0001001'],
  ['acct0001001', '/workspace/customers/accounts/ACCT0001001'],
  ['ACCT1', null],
  ['XACCT0001001', null],
  ['ZZ0001001', null],
  ['0001001', null],
  ['', null],
])('numbers · /go/%s redirects to %s', (number, address) => {
  expect(addressOfNumber(number)).toBe(address);
});
