import { type Actor, system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { actorOfUser } from '#lib/session/actors.ts';

/** The actors of a log: staff by name or email address; unknown names are System. Looks up each name once. */
export class ActorCache {
  readonly #known = new Map<string, Promise<Actor>>();

  actor(name: string | null): Promise<Actor> {
    if (name === null) return Promise.resolve(system);
    const found = this.#known.get(name) ?? actorNamed(name);
    this.#known.set(name, found);
    return found;
  }
}

async function actorNamed(name: string): Promise<Actor> {
  const users = await db().user.findMany({
    where: { kind: 'internal', active: true, OR: [{ name }, { email: name.toLowerCase() }] },
    select: { id: true },
    take: 2,
  });
  // An ambiguous name matches nobody.
  const [user] = users.length === 1 ? users : [];
  return (user && (await actorOfUser(db(), user.id))) ?? system;
}
