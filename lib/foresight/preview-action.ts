import { z } from 'zod';
import { maySeeAffectedCount } from '#lib/access/policy.ts';
import { readableTasks } from '#lib/access/readable.ts';
import { dryRun } from '#lib/engine/command.ts';
import { ruleNamed } from '#lib/journal/rule-names.ts';
import { PAGE_SIZE } from '#lib/list/list-tasks.ts';
import type { MailCount } from '#lib/mail-rules/count-mails.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { unsyncedChildren } from '#lib/property/unsynced-children.ts';
import { NAMED_RECORDS, type RecordSample } from '#lib/record/record-sample.ts';
import { isAccessRefusal, kindOf, PlannedAction, runPlanned } from '#lib/record-page/would-update.ts';
import type { ActionPreview } from './foresight.ts';
import { type Consequences, noConsequences, previewConsequences } from './preview-consequences.ts';

/** A planned action on one record, or on each record of a selection. */
export const AnyConsidered = z.union([
  PlannedAction,
  z
    .object({ what: z.literal('many'), each: z.array(PlannedAction).min(1).max(PAGE_SIZE) })
    .refine(({ each }) => new Set(each.map(recordOf)).size === each.length, 'Each record is looked at once.'),
]);
export type AnyConsidered = z.input<typeof AnyConsidered>;

type One = z.output<typeof PlannedAction>;

/** ACC-6 · The number of records, and the first numbers that the actor may see. */
async function some(actor: Actor, ids: readonly string[]): Promise<RecordSample> {
  if (ids.length === 0) return { count: 0, first: [] };
  const first = await db().$queryRaw<{ number: string }[]>`
    select t.number from tasks t where t.id = any(${[...ids]}::uuid[]) and ${readableTasks(actor)}
    order by t.number limit ${NAMED_RECORDS}`;
  return { count: ids.length, first: first.map(({ number }) => number) };
}

/** The consequences as the actor may read them. */
async function described(actor: Actor, all: Consequences): Promise<ActionPreview> {
  const rules = [...all.rules].map(async ([id, { ids, mails }]) => {
    return { ...ruleNamed(id, false), records: await some(actor, ids), mails };
  });
  const leftOut = [...all.leftOut].map(async ([because, ids]) => ({ because, ...(await some(actor, ids)) }));
  return {
    refused: '',
    refusedOf: [],
    rules: await Promise.all(rules),
    records: all.ids.length,
    mails: all.mails,
    leftOut: await Promise.all(leftOut),
    stayOpen: await some(actor, all.stayOpen),
    unsynced: all.isUnsynced ? unsyncedChildren(actor) : null,
    off: [...all.off].map(([id, count]) => ({ ...ruleNamed(id, false), count })),
  };
}

/** ACC-6 · The consequences of one action, for actors who may know the number of records; or why it would be refused. */
async function consequencesOf(actor: Actor, considered: One): Promise<Consequences | Refusal> {
  try {
    const all = await dryRun(() => runPlanned(actor, considered), previewConsequences, noConsequences());
    return maySeeAffectedCount(actor, await kindOf(considered)) ? all : noConsequences();
  } catch (error) {
    if (error instanceof Refusal && !isAccessRefusal(error)) return error;
    throw error;
  }
}

const recordOf = (considered: One) => {
  if ('approvalId' in considered) return considered.approvalId;
  return 'number' in considered && !('caseNumber' in considered) ? considered.number : JSON.stringify(considered);
};

const numberOf = (considered: One) => ('number' in considered ? considered.number : '');

/**
 * SYNC-5 · *What would happen?*: the rules that would fire, the records they would update, the emails, and who is left out and
 * why. It runs the command's own code as a dry run. For several records it checks one after the other, until the user no longer
 * waits for the answer (ACC-12).
 */
export async function previewAction(
  actor: Actor,
  considered: z.output<typeof AnyConsidered>,
  waiting?: AbortSignal,
): Promise<ActionPreview> {
  const isMany = considered.what === 'many';
  let all = noConsequences();
  const refused: { number: string; because: string }[] = [];
  for (const one of isMany ? considered.each : [considered]) {
    if (waiting?.aborted) break;
    const each = await consequencesOf(actor, one);
    if (each instanceof Refusal) refused.push({ number: numberOf(one), because: each.because });
    else all = mergeConsequences(all, each);
  }
  const foresight = await described(actor, all);
  if (!isMany) return { ...foresight, refused: refused[0]?.because ?? '' };
  const reasons = Map.groupBy(refused, ({ because }) => because);
  const refusedOf = [...reasons].map(([because, same]) => ({ because, numbers: same.map(({ number }) => number) }));
  return { ...foresight, refusedOf };
}

const union = (one: readonly string[] = [], other: readonly string[] = []) => [...new Set([...one, ...other])];

const mailsOf = (one: MailCount, other: MailCount): MailCount => ({
  queued: one.queued + other.queued,
  heldBack: one.heldBack + other.heldBack,
});

/** Merges two maps. `put` combines the values of common keys. */
function both<V>(one: ReadonlyMap<string, V>, other: ReadonlyMap<string, V>, put: (a: V, b: V) => V): Map<string, V> {
  const all = new Map(one);
  for (const [key, value] of other) {
    const there = all.get(key);
    all.set(key, there === undefined ? value : put(there, value));
  }
  return all;
}

/** SYNC-5 · The consequences of two commands together. A record that both update counts once; emails are added. */
function mergeConsequences(one: Consequences, other: Consequences): Consequences {
  return {
    rules: both(one.rules, other.rules, (a, b) => ({ ids: union(a.ids, b.ids), mails: mailsOf(a.mails, b.mails) })),
    ids: union(one.ids, other.ids),
    mails: mailsOf(one.mails, other.mails),
    leftOut: both(one.leftOut, other.leftOut, union),
    stayOpen: union(one.stayOpen, other.stayOpen),
    isUnsynced: one.isUnsynced || other.isUnsynced,
    off: both(one.off, other.off, (a, b) => a + b),
  };
}
