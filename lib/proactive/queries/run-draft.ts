import { mayGenerateCases, mayNotifyCustomers } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { readSettings } from '#lib/property/settings.ts';
import { taskKinds } from '#lib/task/kind.ts';
import { type RunDraft, runDraft } from '../run-draft.ts';
import type { GenerateCases } from '../schema.ts';
import { communicationOf } from './communication-of.ts';
import { runOf } from './run-of.ts';

/** PRO-1 · What *Generate Proactive Cases* would make now. Refused: REL-16 for a record that is missing or hidden, ACC-6 without the role. */
export async function readRunDraft(actor: Actor, { kind, number, ...whom }: GenerateCases): Promise<RunDraft> {
  const [source] = await db().$queryRaw<{ id: string }[]>`
    select t.id from tasks t where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;
  if (!source) throw notFound(`${taskKinds[kind].label.toLowerCase()} ${number}`);
  enforce(mayGenerateCases(actor));
  const run = await runOf(db(), await readSettings(db()), { id: source.id, kind }, whom);
  const ids = run.customers.map(({ id }) => id);
  const communication = mayNotifyCustomers(actor).ok ? await communicationOf(whom.of, ids) : null;
  return runDraft(run, run.majorCase?.number ?? null, communication);
}
