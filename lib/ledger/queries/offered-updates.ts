import { maySeeUpdates } from '#lib/access/updates.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { kindsWithUpdates } from '../kinds-with-updates.ts';
import { hasUpdates } from './ledger-page.ts';
import { hasReceived } from './received-updates.ts';

/** What a record's page shows of its updates: those that it sent or why not, and those that it received. */
export type OfferedUpdates = { sends: boolean; receives: boolean; refusal: string | null };

type Sender = { id: string; kind: TaskKind; isMajorCase: boolean };

/**
 * SYNC-6 · Whether a record shows what its updates reached. Cases and work orders rarely update others: only once one did, and
 * only for readers of the ledger. On others the refusal is the same with and without updates, so it tells nothing (ACC-6).
 */
async function sent(actor: Actor, { id, kind, isMajorCase }: Sender): Promise<Omit<OfferedUpdates, 'receives'>> {
  if (!kindsWithUpdates.has(kind)) return { sends: false, refusal: null };
  const verdict = maySeeUpdates(actor, { kind });
  const isRare = kind === 'work_order' || (kind === 'case' && !isMajorCase);
  if (isRare) return { sends: verdict.ok && (await hasUpdates(id)), refusal: null };
  return { sends: verdict.ok, refusal: verdict.ok ? null : verdict.because };
}

/** SYNC-6 · What the page of a record shows of its updates; null: nothing. The caller checks access to the record. */
export async function offeredUpdates(actor: Actor, record: Sender): Promise<OfferedUpdates | null> {
  const [own, receives] = await Promise.all([sent(actor, record), hasReceived(actor, record)]);
  return own.sends || own.refusal !== null || receives ? { ...own, receives } : null;
}
