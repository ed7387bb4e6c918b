import { definitionOf } from '#lib/kinds/definitions.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { loadRecords } from '#lib/record/kind-table.ts';
import { asTaskRecord, type RecordOf, type TaskRecord } from '#lib/record/record.ts';
import { unassignable } from '#lib/write/check-assignees.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { type Decision, decideUpdate } from '#lib/write/decide-update.ts';
import { isSubstantial, type Update, updateContext } from '#lib/write/write-updates.ts';
import { type CopiedLinks, copiedLinks } from './copied-links.ts';
import { copyLinks, type LinkCopy } from './copy-links.ts';
import { type Effect, rulesOf } from './plan.ts';

const joined = (lines: readonly { line: string }[]) => lines.map(({ line }) => line).join('\n');

/** An update that rules make. `skippedMoveRule`: SYNC-7 · the rule whose state is not taken because the record is marked. */
export type RuleUpdate<K extends TaskKind> = Update<K> & {
  skippedMoveRule: string | null;
  copies: readonly LinkCopy[];
};

/**
 * Combines the effects on one record: sets fields, adds text, and takes a state only if the record's own transitions allow it.
 * If the record's rules refuse the transition, the rest is tried without it.
 */
function decideEffects<K extends TaskKind>(
  context: Pick<CommandContext, 'actor' | 'at' | 'settings'>,
  kind: K,
  record: RecordOf<K>,
  effects: readonly Effect[],
  known: CopiedLinks,
  keeps: Partial<RecordOf<K>> = {},
): RuleUpdate<K> {
  const reachable = definitionOf(kind).movesFrom(record, context);
  const possible = effects.flatMap(({ moves }) => moves).find(({ state }) => reachable.includes(state));
  const because = possible?.doNotResolveNote?.(asTaskRecord(record)) ?? null;
  const skipped = possible && because !== null ? [{ rule: possible.rule, line: because }] : [];
  const linked = copyLinks(asTaskRecord(record), effects, known);
  const fields = effects.flatMap((effect) => effect.fields.map((each) => fieldsFor(asTaskRecord(record), each)));
  const notes = [
    ...effects.flatMap((effect) => effect.notes),
    ...fields.flatMap(({ lines }) => lines),
    ...skipped,
    ...linked.lines,
  ];
  const journal = { comment: joined(effects.flatMap(({ comments }) => comments)), workNote: joined(notes) };
  const values: Partial<RecordOf<K>> = Object.assign(
    {},
    ...fields.map((each) => each.values),
    possible?.values,
    linked.values,
    keeps,
  );
  const state = because === null ? possible?.state : undefined;
  const update = updateContext(context, journal);
  const decide = (proposed: RecordOf<K>): Decision<K> => decideUpdate(kind, record, proposed, update);
  const whole = decide({ ...record, ...values, ...(state ? { state } : {}) });
  const decision = whole.verdict.ok || !state ? whole : decide({ ...record, ...values });
  const [first] = effects;
  const origin = {
    rules: [...new Set(effects.flatMap(rulesOf))],
    comments: effects.flatMap(({ comments }) => comments),
    notes,
    sourceTaskId: first?.sourceId ?? record.id,
    sourceEntryId: effects.find(({ sourceEntryId }) => sourceEntryId)?.sourceEntryId ?? null,
    ...noteOf(effects),
  };
  return { ...decision, origin, skippedMoveRule: skipped[0]?.rule ?? null, copies: linked.copies };
}

/** The values that a record takes, with the lines for its work notes. */
function fieldsFor(record: TaskRecord, { rule, values, note = [], keepNote }: Effect['fields'][number]) {
  const because = keepNote?.(record) ?? null;
  const texts = because === null ? note : [because];
  return { values: because === null ? values : {}, lines: texts.map((line) => ({ rule, line })) };
}

function noteOf(effects: readonly Effect[]): { sourceNoteId?: string } {
  const copied = effects.find(({ sourceNoteId }) => sourceNoteId);
  return copied?.sourceNoteId ? { sourceNoteId: copied.sourceNoteId } : {};
}

/**
 * Decides the updates of locked records of a kind; leaves out those without a change. REC-5: no rule assigns a record to a user
 * who cannot work it; the other changes still apply.
 */
export async function decideRuleUpdates<K extends TaskKind>(
  context: Pick<CommandContext, 'tx' | 'actor' | 'at' | 'settings'>,
  kind: K,
  byRecord: ReadonlyMap<string, readonly Effect[]>,
): Promise<RuleUpdate<K>[]> {
  const records = await loadRecords(context.tx, kind, [...byRecord.keys()]);
  const effectsOf = ({ id }: RecordOf<K>) => byRecord.get(id) ?? [];
  const known = await copiedLinks(context.tx, [...new Set([...byRecord.values()].flat())], [...byRecord.keys()]);
  const updates = records.map((record) => decideEffects(context, kind, record, effectsOf(record), known));
  const misfits = await unassignable(context.tx, updates);
  return updates
    .map((update) => {
      const { before } = update;
      if (!misfits.has(before.id)) return update;
      const { assignedToId, assignmentGroupId } = before;
      return decideEffects(context, kind, before, effectsOf(before), known, {
        assignedToId,
        assignmentGroupId,
      } as Partial<RecordOf<K>>);
    })
    .filter((update) => update.verdict.ok && isSubstantial(update));
}
