import { db } from '#lib/platform/db.ts';
import type { World } from './world.ts';

export type Outage = { core: string; gateway: string; relay: string; lonely: string };

/** `db-core-1` hosts `mail-gw-1`, which hosts the service Mail Relay. Boxeo, Funco and Jane have it on the gateway. */
export async function outage(w: World): Promise<Outage> {
  const item = async (name: string, kind: string) =>
    (await db().configurationItem.create({ data: { name, class: kind } })).id;
  const made = {
    core: await item('db-core-1', 'Database'),
    gateway: await item('mail-gw-1', 'Server'),
    relay: await item('Mail Relay', 'Business service'),
    lonely: await item('printer-9', 'Server'),
  };
  await db().ciRelationship.createMany({
    data: [
      { parentId: made.gateway, childId: made.core },
      { parentId: made.relay, childId: made.gateway },
    ],
  });
  const installed = { productId: w.product, configurationItemId: made.gateway };
  await db().installBaseItem.createMany({
    data: [
      { ...installed, name: 'Relay at Boxeo', accountId: w.boxeo },
      { ...installed, name: 'Relay at Funco', accountId: w.funco },
      { ...installed, name: 'Relay at Jane Doe', consumerId: w.jane.id },
    ],
  });
  return made;
}
