import { expect, it } from 'vitest';
import { plainReasons } from './reasons.ts';

it('MAJ-9 · the same reason counts once, however the servers word it; the most frequent ones come first', () => {
  const each = (because: string, count: number) => ({ because, count });
  expect(
    plainReasons([
      each('no message yet', 2),
      each('550 5.1.1 no such user zoe', 1),
      each('cannot be reached: 550 5.1.1 unknown user ann', 2),
      each('the message was stopped', 1),
      each('552 5.2.2 full', 1),
      each('554 failed', 1),
    ]),
  ).toEqual([
    each('the email address does not exist', 3),
    each('no message yet', 2),
    each("the customer's email server refused it", 1),
    each('the mailbox is full', 1),
  ]);
});
