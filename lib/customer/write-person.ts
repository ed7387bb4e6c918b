import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import type { Db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { CreateConsumer } from './schema.ts';

/** ADM-6, ADM-12 · Stores an external user and the roles, unless the given id exists already. */
export async function writePerson(
  tx: Db,
  actor: Actor,
  kind: 'contact' | 'consumer',
  { id = uuid(), name, email, timeZone, roles, passwordHash }: z.output<typeof CreateConsumer>,
): Promise<{ id: string; isNew: boolean }> {
  // Of two concurrent calls one inserts; the other waits and does nothing. No conflict target: ids and emails may collide.
  const count = await tx.$executeRaw`
    insert into users (id, kind, audience, name, email, time_zone, password_hash, created_at, updated_at)
    values (${id}::uuid, ${kind}::user_kind, 'external', ${name}, ${email ?? null}, ${timeZone}, ${passwordHash ?? null}, ${now()}, ${now()})
    on conflict do nothing`;
  if (count === 0 && (await tx.user.count({ where: { id } })) === 0)
    throw new Refusal('ADM-6', `${email} is already used by someone else.`, { field: 'email' });
  if (count === 0) return { id, isNew: false };
  await tx.userRole.createMany({ data: roles.map((role) => ({ userId: id, role, audience: 'external' as const })) });
  // An import reports the users that it creates.
  if (actor.id !== null)
    await recordAudit(tx, actor, { action: 'user.created', subject: email ?? id, newValue: roles });
  return { id, isNew: true };
}
