import { can, mayWork } from '#lib/access/policy.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { type CaseVerb, caseVerbs } from '#lib/case/verbs.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Values } from '../check-values.ts';
import { updateTask } from '../commands/update-task.ts';
import { definitions } from '../definitions.ts';
import { fieldValue } from '../field-value.ts';
import type { Bulk } from '../rules/bulk-message.ts';
import { forEachRecord } from './for-each-record.ts';
import type { Listed, UpdateMany } from './schema.ts';
import { selectedRecords } from './selected-records.ts';

/** What makes a record one that has got there already: the state where it is to move, or else all values. */
function goalOf({ to }: UpdateMany): Values {
  if (!('verb' in to)) return 'state' in to.values ? { state: to.values.state ?? null } : to.values;
  const verb: CaseVerb = caseVerbs[to.verb];
  return verb.to ? { state: verb.to } : {};
}

/** The numbers of those that are so already, of those that the actor works and may change. */
async function alreadySo(actor: Actor, input: UpdateMany): Promise<Set<string>> {
  const { kind, records } = input;
  const goal = Object.entries(goalOf(input));
  const isKnown = goal.every(([name]) => Object.hasOwn(definitions[kind].fields, name));
  if (!can(actor, 'edit', kind) || goal.length === 0 || !isKnown) return new Set();
  const numbers = records.map(({ number }) => number);
  const found = await selectedRecords(actor, kind, numbers);
  const there = found.filter(
    (record) =>
      mayWork(actor, record).ok &&
      goal.every(([name, value]) => String(fieldValue(record, name) ?? '') === String(value ?? '')),
  );
  return new Set(there.map(({ number }) => number));
}

/** The command that changes one of them: a button of a case, or the Details of any kind. */
function update(actor: Actor, record: Listed, { kind, to, comment, workNote, confirmed }: UpdateMany) {
  const words = { ...(comment ? { comment } : {}), ...(workNote ? { workNote } : {}) };
  if (!('verb' in to)) return updateTask(actor, { kind, ...record, values: to.values, ...words });
  return moveCase(actor, { ...record, ...to, ...words, confirmed });
}

/** REC-3, REC-5 · Changes the records of a selection one by one: their priority, or their state with what that asks for. */
export async function updateMany(actor: Actor, input: UpdateMany): Promise<Bulk> {
  const already = await alreadySo(actor, input);
  return forEachRecord(input.records, async (record) => {
    if (already.has(record.number)) return null;
    const { value, updatedCount } = await update(actor, record, input);
    return { version: value.version, updatedCount };
  });
}
