import type { Line } from '#lib/journal/write-entry.ts';
import { isIntegrated, type Settings } from '#lib/property/settings.ts';
import type { TaskEvent } from '#lib/task/event.ts';
import type { StoredValue } from '#lib/task/field.ts';
import { fieldValue } from '#lib/task/field-value.ts';
import { taskKinds } from '#lib/task/kind.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import type { Move, SyncRule } from './rule.ts';
import { type Stage, stages, type Target } from './target.ts';

/** What goes from one record to one target. `sourceEntryId` is the comment that is copied, if one is. */
export type Effect = {
  target: Target;
  sourceId: string;
  sourceEntryId: string | null;
  notes: Line[];
  comments: Line[];
  fields: { rule: string; values: Readonly<Record<string, StoredValue>> }[];
  moves: ({ rule: string } & Omit<Move, 'note'>)[];
};

/** Whether a rule is switched on, with its integration and its property (REL-3, ADM-2). */
export function isActive(rule: SyncRule, settings: Settings): boolean {
  return (
    isIntegrated(settings, rule.integration) && !settings.rulesOff.has(rule.id) && (rule.needs?.(settings) ?? true)
  );
}

/** Whether an event is one that the rule answers to. SYNC-00: what rules wrote only where the table says so. */
function isTriggeredBy(rule: SyncRule, event: TaskEvent, rules: readonly SyncRule[]): boolean {
  if (event.type !== rule.on || !rule.sources.includes(event.record.kind)) return false;
  if (event.type === 'updated' && rule.watches && !rule.watches.some((field) => event.changed.has(field))) return false;
  if (event.type === 'commented' && rule.by && !rule.by.includes(event.by.is)) return false;
  return !event.rules || rules.some(({ id, triggers }) => event.rules?.includes(id) && triggers?.includes(rule.id));
}

/** What one rule adds to an effect on account of an event; false: nothing. */
function addTo(effect: Effect, rule: SyncRule, event: TaskEvent): boolean {
  if (rule.effect === 'fields') {
    const values = rule.values(event);
    if (values) effect.fields.push({ rule: rule.id, values });
    return values !== null;
  }
  if (rule.effect === 'move') {
    const move = rule.move(event);
    if (!move) return false;
    const { note, ...rest } = move;
    effect.moves.push({ rule: rule.id, ...rest });
    if (note) effect.notes.push({ rule: rule.id, line: note });
    return true;
  }
  const lines = rule.lines(event).map((line) => ({ rule: rule.id, line }));
  effect[rule.effect === 'note' ? 'notes' : 'comments'].push(...lines);
  return lines.length > 0;
}

/** The record that a case hears of: a part is written of with its whole, in one note. */
function sourceOf(record: TaskRecord): string {
  const { partOf } = taskKinds[record.kind];
  return partOf ? String(fieldValue(record, partOf.field)) : record.id;
}

const everywhere = stages.flat();

/**
 * SYNC-2 · What the active rules make of the events for the targets of a stage, or for all: one effect per source and
 * target, lines in the table's order.
 */
export function planEffects(
  events: readonly TaskEvent[],
  settings: Settings,
  rules: readonly SyncRule[],
  stage: Stage = everywhere,
): Effect[] {
  const effects = new Map<string, Effect>();
  for (const rule of rules) {
    const targets = rule.targets.filter(({ to }) => stage.includes(to));
    if (targets.length === 0 || !isActive(rule, settings)) continue;
    for (const event of events) {
      if (!isTriggeredBy(rule, event, rules)) continue;
      const sourceId = sourceOf(event.record);
      for (const target of targets) {
        const key = JSON.stringify([target, sourceId]);
        const none = { sourceEntryId: null, notes: [], comments: [], fields: [], moves: [] };
        const effect = effects.get(key) ?? { target, sourceId, ...none };
        if (!addTo(effect, rule, event)) continue;
        if (event.type === 'commented') effect.sourceEntryId = event.entryId;
        effects.set(key, effect);
      }
    }
  }
  return [...effects.values()];
}

/** Its targets are read and decided one by one; otherwise all it does is to write notes. */
export function changesRecords({ comments, fields, moves }: Effect): boolean {
  return comments.length + fields.length + moves.length > 0;
}

/** The rules that have a part in an effect. */
export function rulesOf({ notes, comments, fields, moves }: Effect): string[] {
  return [...new Set([...notes, ...comments, ...fields, ...moves].map(({ rule }) => rule))];
}
