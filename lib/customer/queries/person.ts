import { maySeeAccounts, maySeeConsumers } from '#lib/access/customers.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { isUuid } from '#lib/platform/uuid.ts';

const details = {
  id: true,
  name: true,
  email: true,
  active: true,
  timeZone: true,
  language: true,
  updatedAt: true,
} as const;

/** A contact with its account and portal roles; null if it is missing or hidden. */
export async function contactById(actor: Actor, id: string) {
  if (!maySeeAccounts(actor) || !isUuid(id)) return null;
  return db().user.findUnique({
    where: { id, kind: 'contact' },
    select: {
      ...details,
      roles: { select: { role: true }, orderBy: { role: 'asc' } },
      contact: { select: { account: { select: { id: true, number: true, name: true, primaryContactId: true } } } },
    },
  });
}

/** A consumer with installed products; null if it is missing or hidden. */
export async function consumerById(actor: Actor, id: string) {
  if (!maySeeConsumers(actor) || !isUuid(id)) return null;
  return db().user.findUnique({
    where: { id, kind: 'consumer' },
    select: {
      ...details,
      consumer: {
        select: {
          assets: { select: { id: true, tag: true, serial: true, product: { select: { name: true } } }, take: 100 },
          installBase: {
            select: {
              id: true,
              name: true,
              product: { select: { name: true } },
              configurationItem: { select: { name: true } },
            },
            take: 100,
          },
        },
      },
    },
  });
}
