import { expect, it } from 'vitest';
import { commentAudience } from './comment-audience.ts';

const names = new Map([
  ['callerId', 'Gus Granite'],
  ['contactId', 'Cora Customer'],
]);
const incident = (externalCaller: boolean | null, watched = false) =>
  commentAudience({ kind: 'incident' }, names, { externalCaller, watched });

it('REL-9, INC-6 · no mail to an external caller is promised', () => {
  expect(incident(true)).toBe('Gus Granite is external: no mail is sent. Customers never see it here.');
  expect(incident(true, true)).toMatch(/^Gus Granite is external: mail goes to the watch list only\./);
  expect(incident(false)).toMatch(/^A mail to Gus Granite is queued\./);
  expect(incident(null)).toMatch(/^There is no caller: no mail is sent\./);
});

it('MAIL-10 · the customer of a case is named, whoever calls in an incident', () => {
  const nobody = { externalCaller: null, watched: false };
  expect(commentAudience({ kind: 'case' }, names, nobody)).toBe('Cora Customer will see this: a mail is queued.');
  expect(commentAudience({ kind: 'problem' }, names, nobody)).toBe('Staff read it. Customers never see it here.');
});
