import { publishSessionsEnded } from '#lib/announce/publish.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Person } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import type { SignOutDevices } from '../schema.ts';

/** ACC-3 · Ends one of the user's sessions, or all except this one, immediately; returns how many ended. */
export function signOutDevices(actor: Person, { device }: SignOutDevices, current: string | null): Promise<number> {
  return transaction(async (tx) => {
    const others = current ? { NOT: { id: current } } : {};
    const where = { userId: actor.id, ...(device === 'others' ? others : { id: device }) };
    const { count } = await tx.session.deleteMany({ where });
    if (count === 0) return 0;
    const newValue = `${count} ${count === 1 ? 'session' : 'sessions'}`;
    await recordAudit(tx, actor, { action: 'user.signed-out-devices', subject: actor.name, newValue });
    await publishSessionsEnded(tx, actor.id, 'everywhere');
    return count;
  });
}
