import { expect, it } from 'vitest';
import { mailFailure } from './mail-failure.ts';

it.each([
  ['550 5.1.1 The email account that you tried to reach does not exist', 'the email address does not exist'],
  ["Can't send mail - all recipients were rejected: 550 no such box", 'the email address does not exist'],
  ['cannot be reached: 550 5.1.1 <zoe@example.test>: user unknown', 'the email address does not exist'],
  ['552 5.2.2 Over quota', 'the mailbox is full'],
  ['Mailbox full', 'the mailbox is full'],
  ['554 5.7.1 Message rejected due to local policy', "the customer's email server refuses our emails"],
  ['connect ECONNREFUSED 127.0.0.1:25', 'an email server did not answer'],
  ['connect ETIMEDOUT 10.5.1.2:25', 'an email server did not answer'],
  ['connect ECONNREFUSED 52.4.7.19:25', 'an email server did not answer'],
  ['421 4.7.0 Try again later', "the customer's email server did not accept it for now"],
  ['452 4.2.2 Over quota', 'the mailbox is full'],
  ['553 5.1.8 Bad address of the sender', "the customer's email server refused it"],
  ['451 4.3.0 Come again', "the customer's email server did not accept it for now"],
  ['554 Transaction failed', "the customer's email server refused it"],
  ['cannot be reached: it came back', 'an earlier email came back'],
])('MAIL-2 · "%s" reads: %s, with what to do and the whole text', (reason, because) => {
  const failure = mailFailure(reason);
  expect(failure).toEqual({
    because,
    todo: expect.stringMatching(/\.$/),
    raw: reason.replace('cannot be reached: ', ''),
  });
});

it.each([
  '',
  'no message yet',
  'no email address',
  'the message was stopped',
  'nobody to write to',
  'no longer active',
])('MAIL-2 · "%s" is plain already', (reason) => {
  expect(mailFailure(reason)).toEqual({ because: reason, todo: '', raw: '' });
});
