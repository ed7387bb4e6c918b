import { kindsToAdd, mayEditCustomers } from '#lib/access/customers.ts';
import { defaultRoles } from '#lib/access/roles.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { violation } from '#lib/platform/database-error.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, found, notFound, Refusal } from '#lib/platform/verdict.ts';
import { customerIsUnchanged, customerMayBecome } from '../rules/edit-customer.ts';
import type { EditCustomer } from '../schema.ts';

/** ACC-14 · Changes name, address, time zone and language of a contact or consumer, unless somebody else did since. */
export async function editCustomer(actor: Actor, { id, asOf, ...proposed }: EditCustomer): Promise<void> {
  enforce(mayEditCustomers(actor));
  await transaction(async (tx) => {
    await tx.$queryRaw`select id from users where id = ${id}::uuid for update`;
    const person = found(await tx.user.findUnique({ where: { id }, include: { roles: true } }), 'customer');
    const { kind, name, email, timeZone, language, passwordHash } = person;
    // Actors who do not serve such customers must not learn that this one exists.
    if (kind === 'internal' || !kindsToAdd(actor).includes(kind)) throw notFound('customer');
    const before = { name, email, timeZone, language };
    const keepsAddress = passwordHash !== null || person.roles.some(({ role }) => role !== defaultRoles[kind]);
    enforce(customerIsUnchanged(person, asOf), customerMayBecome({ ...before, keepsAddress }, proposed));
    await tx.user.update({ where: { id }, data: { ...proposed, updatedAt: now() } }).catch((error: unknown) => {
      if (violation(error)?.of !== 'unique') throw error;
      throw new Refusal('ADM-6', `${proposed.email} is already used by someone else.`, { field: 'email' });
    });
    // Links sent to the former address must stop working.
    if (email !== proposed.email) await tx.oneTimeToken.deleteMany({ where: { userId: id } });
    await recordAudit(tx, actor, {
      action: 'customer.changed',
      subject: proposed.email,
      oldValue: Object.values(before).filter(Boolean).join(', '),
      newValue: Object.values(proposed).filter(Boolean).join(', '),
    });
  });
}
