import { afterEach, beforeAll, expect, test } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { signedInAs } from '#lib/testing/signed-in.ts';
import { aCase, world } from '#lib/testing/world.ts';
import { moveCaseAction } from '../actions.ts';

const w = await world();
let email: string | null;
beforeAll(async () => {
  ({ email } = await db().user.findUniqueOrThrow({ where: { id: w.cora.id } }));
});

const asBefore = () => ({ active: true, email, unreachableSince: null, unreachableReason: '' });
afterEach(() => db().user.update({ where: { id: w.cora.id }, data: asBefore() }));

const gone = () => ({ unreachableSince: new Date(), unreachableReason: '550 no such box' });

/** The message after proposing a solution for Cora's case, and the number of emails queued to her. */
async function proposed(data: object, contactId: string | null = w.cora.id) {
  const { id, number, version } = await aCase(w);
  await db().task.update({ where: { id }, data: { contactId } });
  if (contactId === null) await db().case.update({ where: { id }, data: { proactive: true } });
  await db().user.update({ where: { id: w.cora.id }, data });
  const values = { resolutionCode: 'fixed_by_support', resolutionNotes: 'The cable was replaced.' };
  const result = await signedInAs(w.ava, () => moveCaseAction({ number, version, verb: 'propose-solution', values }));
  const queued = await db().mail.count({ where: { taskId: id, recipientId: w.cora.id, status: 'queued' } });
  return [result.ok ? result.message?.replace(number, 'CS1') : result, queued];
}

test.each([
  ['who is reached', {}, 'Solution sent to Cora Customer.', 1],
  ['who has left', { active: false }, 'Cora Customer is not emailed: no longer active.', 0],
  ['without an address', { email: null }, 'Cora Customer is not emailed: no email address.', 0],
  ['whose mail came back', gone(), 'An email is queued, but Cora Customer cannot be reached: 550 no such box.', 1],
])(
  'CASE-3, MAIL-10 · a solution for a customer %s is reported as sent only if it was',
  async (_who, data, said, mails) => {
    const expected = said.startsWith('Solution sent') ? said : `Solution of CS1 saved. ${said}`;
    expect(await proposed(data)).toEqual([expected, mails]);
  },
);

test('CASE-3, MAIL-10 · a solution of a case without a contact is not sent', async () => {
  const said = 'Solution of CS1 saved. No customer is emailed: the case has no contact.';
  expect(await proposed({}, null)).toEqual([said, 0]);
});
