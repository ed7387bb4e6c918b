import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { hashPassword, verifyPassword } from '#lib/session/password.ts';
import { world } from '#lib/testing/world.ts';
import { changePassword } from './commands/change-password.ts';

const OLD = 'a lamp on the green table';
const NEW = 'eleven boats leave at noon';

const w = await world();
beforeAll(async () => {
  await db().user.update({ where: { id: w.cora.id }, data: { passwordHash: await hashPassword(OLD) } });
});

const change = (currentPassword: string, newPassword: string) =>
  changePassword(w.cora, { currentPassword, newPassword, repeated: newPassword });

describe('a customer changes their password', () => {
  it('ACC-3, POR-22 · a wrong current password is reported at its field in the customer’s language, and changes nothing', async () => {
    await expect(change('not this one at all', NEW)).rejects.toMatchObject({
      rule: 'ACC-3',
      field: 'currentPassword',
      because: 'The current password is wrong.',
    });
    const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: w.cora.id } });
    expect(await verifyPassword(OLD, passwordHash)).toBe(true);
  });

  it('ACC-11 · a common one is refused', async () => {
    await expect(change(OLD, 'password1234')).rejects.toMatchObject({ rule: 'ACC-11', field: 'newPassword' });
  });

  it('ACC-3 · the new one counts from then on, and every session has ended', async () => {
    await change(OLD, NEW);
    const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: w.cora.id } });
    expect(await verifyPassword(NEW, passwordHash)).toBe(true);
    expect(await db().session.count({ where: { userId: w.cora.id } })).toBe(0);
  });
});
