import { kindsToAdd, mayEditCustomers } from '#lib/access/customers.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, found, notFound } from '#lib/platform/verdict.ts';
import { customerMayBecome, isAsItWasShown } from '../rules/edit-customer.ts';
import type { EditCustomer } from '../schema.ts';

/** ACC-14 · Changes name, address, time zone and language of a contact or consumer, unless somebody else did meanwhile. */
export async function editCustomer(actor: Actor, { id, asOf, ...proposed }: EditCustomer): Promise<void> {
  enforce(mayEditCustomers(actor));
  await transaction(async (tx) => {
    await tx.$queryRaw`select id from users where id = ${id}::uuid for update`;
    const person = found(await tx.user.findUnique({ where: { id } }), 'customer');
    const { kind, name, email, timeZone, language, passwordHash } = person;
    // Whoever serves other customers learns nothing of this one.
    if (kind === 'internal' || !kindsToAdd(actor).includes(kind)) throw notFound('customer');
    const taken = await tx.user.count({ where: { email: proposed.email, id: { not: id } } });
    const before = { name, email, timeZone, language };
    enforce(
      isAsItWasShown(person, asOf),
      customerMayBecome({ ...before, canSignIn: passwordHash !== null }, proposed, { isTaken: taken > 0 }),
    );
    await tx.user.update({ where: { id }, data: { ...proposed, updatedAt: now() } });
    // Whoever reads at the former address follows no link that was sent there.
    if (email !== proposed.email) await tx.oneTimeToken.deleteMany({ where: { userId: id } });
    await recordAudit(tx, actor, {
      action: 'customer.changed',
      subject: proposed.email,
      oldValue: Object.values(before).filter(Boolean).join(', '),
      newValue: Object.values(proposed).filter(Boolean).join(', '),
    });
  });
}
