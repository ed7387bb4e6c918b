import { mayGenerateCases, mayNotifyCustomers } from '#lib/access/policy.ts';
import { namedRecord } from '#lib/access/readable-record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { sourceIsOpen } from '../rules/plan-run.ts';
import { type RunDraft, runDraft } from '../run-draft.ts';
import type { GenerateCases } from '../schema.ts';
import { communicationOf } from './communication-of.ts';
import { runOf } from './run-of.ts';

/** PRO-1 · Preview of *Generate Proactive Cases*. Refused: REL-16 for a missing or hidden record, ACC-6 without the role. */
export async function readRunDraft(actor: Actor, { kind, number, ...whom }: GenerateCases): Promise<RunDraft> {
  const source = await namedRecord(actor, { kind, number }, mayGenerateCases);
  const run = await runOf(db(), await readSettings(db()), source, whom);
  const ids = run.customers.map(({ id }) => id);
  const communication = mayNotifyCustomers(actor, source).ok ? await communicationOf(whom.of, ids) : null;
  return runDraft(run, sourceIsOpen(source), communication);
}
