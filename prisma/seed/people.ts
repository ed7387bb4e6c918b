import { defaultRoles } from '#lib/access/roles.ts';
import { createAccount } from '#lib/customer/commands/create-account.ts';
import { createConsumer } from '#lib/customer/commands/create-consumer.ts';
import { createContact } from '#lib/customer/commands/create-contact.ts';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { DEMO_PASSWORD } from '#lib/session/demo-password.ts';
import { hashPassword } from '#lib/session/password.ts';
import { consumers, contacts, groups, staff } from './cast.ts';
import { accounts, served, shops, shopValues } from './things.ts';

/** Names to ids, filled while the demonstration is written. */
export type Ids = Map<string, string>;

/** The staff and their groups. All share one password hash: the password is no secret. */
export async function writeStaff(ids: Ids, passwordHash: string): Promise<void> {
  for (const [key, { name, email, roles }] of Object.entries(staff)) {
    const { id } = await db().user.create({
      data: {
        kind: 'internal',
        audience: 'internal',
        name,
        email,
        passwordHash,
        roles: {
          create: roles.map((role) => ({ held: { connect: { name_audience: { name: role, audience: 'internal' } } } })),
        },
      },
      select: { id: true },
    });
    ids.set(key, id);
  }
  for (const { name, email, manager, members } of groups) {
    const { id } = await db().group.create({
      data: {
        name,
        email,
        managerId: ids.get(manager) ?? null,
        members: { createMany: { data: members.flatMap((member) => ({ userId: ids.get(member) ?? '' })) } },
      },
      select: { id: true },
    });
    ids.set(name, id);
  }
}

/** Accounts with their contacts, the partner with the accounts that it serves, and the consumers. */
export async function writeCustomers(ids: Ids, passwordHash: string): Promise<void> {
  for (const { name, parent, partner, value, phone, address, group } of accounts) {
    const parentId = parent ? ids.get(`account ${parent}`) : undefined;
    const assignmentGroupId = group ? ids.get(group) : undefined;
    const made = {
      name,
      phone,
      address,
      contractValue: value,
      partner: partner ?? false,
      ...(parentId ? { parentId } : {}),
      ...(assignmentGroupId ? { assignmentGroupId } : {}),
    };
    ids.set(`account ${name}`, (await createAccount(system, made)).id);
  }
  const withPrimary = new Set<string>();
  for (const [key, { account, name, email, role }] of Object.entries(contacts)) {
    const accountId = ids.get(`account ${account}`) ?? '';
    const primary = !withPrimary.has(account);
    withPrimary.add(account);
    ids.set(key, await createContact(system, { accountId, name, email, roles: [role], passwordHash, primary }));
  }
  for (const [index, [name, contact, town]] of shops.entries()) {
    const contractValue = shopValues[index % shopValues.length] ?? shopValues[0];
    const { id } = await createAccount(system, { name, address: town, contractValue });
    ids.set(`account ${name}`, id);
    const email = `office@${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`;
    const roles = [defaultRoles.contact];
    ids.set(name, await createContact(system, { accountId: id, name: contact, email, primary: true, roles }));
  }
  const partnerId = ids.get(`account ${served.partner}`) ?? '';
  await db().partnerRelationship.createMany({
    data: served.accounts.map((name) => ({ partnerId, servedId: ids.get(`account ${name}`) ?? '' })),
  });
  for (const [key, { name, email }] of Object.entries(consumers)) {
    const id = await createConsumer(system, { name, email, roles: ['sn_customerservice.consumer'], passwordHash });
    ids.set(key, id).set(`consumer ${key}`, id);
  }
}

/** The password hash of all users in the demonstration. */
export function demoHash(): Promise<string> {
  return hashPassword(DEMO_PASSWORD);
}
