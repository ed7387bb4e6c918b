import { mayDispatch } from '#lib/access/field-service.ts';
import { bookedOf } from '#lib/diary/booked-of.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { breachesOf } from '../breaches-of.ts';
import { findTask } from '../find-task.ts';
import type { FitQuery } from '../schema.ts';

/** How a task would fit into a slot. */
export interface Fit {
  /** The technician's name. */
  name: string;
  /** The breach that refuses the placement; null: none. */
  refused: string | null;
  /** Breaches that a dispatcher may confirm. */
  confirm: string[];
  /** WO-13 · Why a reason is required; null: it is not. */
  reason: string | null;
}

/** WO-17 · What a placement would break, determined by the functions that the command uses. */
export async function checkFit(actor: Actor, query: FitQuery): Promise<Fit> {
  enforce(mayDispatch(actor));
  const task = await findTask(actor, query.number);
  const [before, settings] = await Promise.all([bookedOf(db(), task.id), readSettings(db())]);
  const placement = { ...query, task, before, settings, at: now(), reason: '' };
  const { name, breaches, inTime } = await breachesOf(db(), placement);
  const messagesOf = (refused: boolean) =>
    breaches.filter((breach) => breach.refused === refused).map(({ says }) => says);
  const late = inTime.ok ? null : inTime;
  const [never = late && late.field !== 'reason' ? late.because : null] = messagesOf(true);
  return { name, refused: never, confirm: messagesOf(false), reason: late?.field === 'reason' ? late.because : null };
}
