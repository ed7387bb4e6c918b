import { can, mayWork } from '#lib/access/policy.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { canBeUndone } from '#lib/engine/rules/may-return-to.ts';
import { countOpenChildren } from '#lib/incident/queries/open-children.ts';
import { type CaseVerb, caseVerbs } from '#lib/kinds/case/verbs.ts';
import { definitions } from '#lib/kinds/definitions.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { readSettings } from '#lib/settings/settings.ts';
import type { Values } from '#lib/write/check-values.ts';
import { forEachRecord } from './for-each-record.ts';
import type { Bulk } from './rules/bulk-message.ts';
import type { Listed, UpdateMany } from './schema.ts';
import { type SelectedRecord, selectedRecords } from './selected-records.ts';

/** The values that make a record count as done: the state of a move, or else all values. */
function goalOf({ to }: UpdateMany): Values {
  if (!('verb' in to)) return 'state' in to.values ? { state: to.values.state ?? null } : to.values;
  const verb: CaseVerb = caseVerbs[to.verb];
  return verb.to ? { state: verb.to } : {};
}

/** The numbers of records that are already there, among those that the actor works and may change. */
function alreadySo(actor: Actor, input: UpdateMany, found: readonly SelectedRecord[]): Set<string> {
  const { kind } = input;
  const goal = Object.entries(goalOf(input));
  const isKnown = goal.every(([name]) => Object.hasOwn(definitions[kind].fields, name));
  if (!can(actor, 'edit', kind) || goal.length === 0 || !isKnown) return new Set();
  const there = found.filter(
    (record) =>
      mayWork(actor, record).ok &&
      goal.every(([name, value]) => String(fieldValue(record, name) ?? '') === String(value ?? '')),
  );
  return new Set(there.map(({ number }) => number));
}

/** The command that changes one record: a header button of a case, or the Details of any kind. */
function update(actor: Actor, record: Listed, { kind, to, comment, workNote, confirmed }: UpdateMany) {
  const words = { ...(comment ? { comment } : {}), ...(workNote ? { workNote } : {}) };
  if (!('verb' in to)) return updateTask(actor, { kind, ...record, values: to.values, ...words });
  return moveCase(actor, { ...record, ...to, ...words, confirmed });
}

/** REC-3, REC-5 · Changes the selected records one by one: the priority, or the state with the fields it asks for. */
export async function updateMany(actor: Actor, input: UpdateMany): Promise<Bulk> {
  const found = await selectedRecords(actor, input.kind, numbersOf(input.records));
  const already = alreadySo(actor, input, found);
  const bulk = await forEachRecord(input.records, async (record) => {
    if (already.has(record.number)) return null;
    const { value, updatedCount } = await update(actor, record, input);
    return { version: value.version, updatedCount };
  });
  if (!('verb' in input.to) && !('state' in input.to.values)) return bulk;
  const back = await haveWayBack(actor, input.kind, found, bulk);
  const openChildren = input.kind === 'incident' ? await countOpenChildren(actor, numbersOf(bulk.done)) : 0;
  return {
    ...bulk,
    openChildren,
    done: bulk.done.map((one) => (back.has(one.number) ? { ...one, isUndoable: true } : one)),
  };
}

const numbersOf = (records: readonly { number: string }[]) => records.map(({ number }) => number);

/** The numbers of moved records that the same person may move back. */
async function haveWayBack<K extends TaskKind>(
  actor: Actor,
  kind: K,
  found: readonly SelectedRecord<K>[],
  { done }: Bulk,
): Promise<Set<string>> {
  const settings = await readSettings(db());
  const by = { actor, at: now(), settings };
  const after = new Map((await selectedRecords(actor, kind, numbersOf(done))).map((one) => [one.number, one]));
  const back = found.filter((before) => {
    const moved = after.get(before.number);
    return moved && moved.state !== before.state && canBeUndone(kind, { before, after: moved }, by);
  });
  return new Set(numbersOf(back));
}
