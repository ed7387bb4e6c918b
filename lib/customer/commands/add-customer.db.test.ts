import { describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { world } from '#lib/testing/world.ts';
import { AddCustomer } from '../schema.ts';
import { addCustomer } from './add-customer.ts';

const w = await world();
let added = 0;

const address = () => `added-${++added}@example.test`;
const customer = (more: Record<string, unknown>) => AddCustomer.parse({ name: 'Nora New', email: address(), ...more });

describe('a customer added by an agent', () => {
  it('ACC-14 · has the default role and no password, whatever the input; the audit log names the agent', async () => {
    const more = { roles: ['sn_customerservice.customer_admin'], password: 'a fine long password', id: w.cora.id };
    const input = { ...more, name: 'Nora New', email: address(), kind: 'contact', accountId: w.boxeo };
    const id = await addCustomer(w.pat, AddCustomer.parse(input));
    const nora = await db().user.findUniqueOrThrow({ where: { id }, include: { roles: true, contact: true } });
    expect(nora).toMatchObject({ passwordHash: null, kind: 'contact', contact: { accountId: w.boxeo } });
    expect(nora.roles.map(({ role }) => role)).toEqual(['sn_customerservice.customer']);
    const entry = await db().auditEntry.findFirstOrThrow({ where: { action: 'user.created', subject: input.email } });
    expect(entry.actorId).toBe(w.pat.id);
  });

  it('ACC-14, ACC-7 · is invited in the same step, or not at all', async () => {
    const invitations = (recipientId: string) => db().mail.count({ where: { recipientId, event: 'invitation' } });
    expect(await invitations(await addCustomer(w.cleo, customer({ kind: 'consumer', invite: 'on' })))).toBe(1);
    expect(await invitations(await addCustomer(w.cleo, customer({ kind: 'consumer' })))).toBe(0);
  });

  it('ACC-14 · cannot use an existing address of a customer or of staff', async () => {
    for (const email of ['Cora.Customer@example.test', 'ian.itil@example.test']) {
      const taken = addCustomer(w.ava, customer({ kind: 'consumer', email, invite: true }));
      await expect(taken).rejects.toMatchObject({ rule: 'ADM-6', field: 'email' });
    }
    expect(await db().mail.count({ where: { recipientId: { in: [w.cora.id, w.ian.id] } } })).toBe(0);
  });

  it('ACC-14 · a contact has an existing account', async () => {
    await expect(addCustomer(w.pat, customer({ kind: 'contact' }))).rejects.toMatchObject({ field: 'accountId' });
    const lost = addCustomer(w.pat, customer({ kind: 'contact', accountId: w.jane.id }));
    await expect(lost).rejects.toMatchObject({ rule: 'REL-16' });
  });

  it('ACC-14 · exists once when two agents add the same address at once', async () => {
    const email = address();
    const twice = [w.ava, w.cleo].map((by) => addCustomer(by, customer({ kind: 'consumer', email, invite: true })));
    const answers = await Promise.allSettled(twice);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { rule: 'ADM-6' } });
    expect(await db().mail.count({ where: { address: email } })).toBe(1);
  });
});
