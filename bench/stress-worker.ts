// A server process of the stress test: several users at once who perform random actions on records.
import type { Actor } from '#lib/platform/actor.ts';
import { closeDb, db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { type Random, type Scene, workload } from './stress-workload.ts';

/** The parent process's settings for its workers. */
export type Orders = {
  staff: string[];
  customer: string;
  approvers: string;
  offers: string[];
  until: number;
  seed: number;
};

/** A worker's commands by outcome, and errors that no user should ever see. */
export type Results = { done: number; refused: number; faults: string[] };

const orders: Orders = JSON.parse(process.argv[2] ?? '{}');
const results: Results = { done: 0, refused: 0, faults: [] };

/** Mulberry32: the same seed, the same workload. */
function randomOf(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

async function live(scene: Scene): Promise<void> {
  while (Date.now() < orders.until) {
    try {
      await workload[scene.random(workload.length)]?.(scene);
      results.done++;
    } catch (error) {
      if (error instanceof Refusal) results.refused++;
      else results.faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}

async function actor(id: string): Promise<Actor> {
  const found = await actorOfUser(db(), id);
  if (!found) throw new Error(`${id} is nobody.`);
  return found;
}

const customer = await actor(orders.customer);
const staff = await Promise.all(orders.staff.map(actor));
const { approvers, offers } = orders;
await Promise.all(
  staff.map((person, index) =>
    live({ staff: person, customer, approvers, offers, random: randomOf(orders.seed * 100 + index) }),
  ),
);
await closeDb();
process.send?.(results);
process.disconnect?.();
