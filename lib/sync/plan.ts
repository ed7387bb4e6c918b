import { isIntegrated, type Settings } from '#lib/property/settings.ts';
import type { TaskRecord } from '#lib/task/definition.ts';
import { fieldValue } from '#lib/task/field-value.ts';
import { taskKinds } from '#lib/task/kind.ts';
import type { TaskEvent } from './event.ts';
import type { SyncRule, Target } from './rule.ts';
import { syncRules } from './rules.ts';

/** A line that a rule puts into another record's journal. */
export type Line = { rule: string; line: string };

/** The lines that go to one target from one record. `entryId` is the comment that they copy, if they copy one. */
export type Effect = { target: Target; sourceId: string; sourceEntryId: string | null; lines: Line[] };

/** Whether a rule is switched on, with its integration and its property (REL-3, ADM-2). */
export function isActive(rule: SyncRule, settings: Settings): boolean {
  return (
    isIntegrated(settings, rule.integration) && !settings.rulesOff.has(rule.id) && (rule.needs?.(settings) ?? true)
  );
}

/** What a rule says of an event; nothing, where it is not one of its. */
function linesOf(rule: SyncRule, event: TaskEvent): string[] {
  if (!rule.sources.includes(event.record.kind)) return [];
  if (rule.on === 'updated') return event.type === 'updated' ? rule.lines(event) : [];
  if (rule.on === 'commented') return event.type === 'commented' ? rule.lines(event) : [];
  if (rule.on === 'communicated') return event.type === 'communicated' ? rule.lines(event) : [];
  if (rule.on === 'documented') return event.type === 'documented' ? rule.lines(event) : [];
  return event.type === 'closed' ? rule.lines(event) : [];
}

/** The record that a case hears of: an item is part of its request, and one note tells of both. */
function sourceOf(record: TaskRecord): string {
  const { within } = taskKinds[record.kind];
  return within ? String(fieldValue(record, within)) : record.id;
}

/** SYNC-2 · What the active rules make of the events: one effect per source and target, lines in the table's order. */
export function planEffects(events: readonly TaskEvent[], settings: Settings): Effect[] {
  const effects = new Map<string, Effect>();
  for (const rule of syncRules) {
    if (!isActive(rule, settings)) continue;
    for (const event of events) {
      const lines = linesOf(rule, event).map((line) => ({ rule: rule.id, line }));
      if (lines.length === 0) continue;
      const sourceId = sourceOf(event.record);
      for (const target of rule.targets) {
        const key = JSON.stringify([target, sourceId]);
        const effect = effects.get(key) ?? { target, sourceId, sourceEntryId: null, lines: [] };
        effect.lines.push(...lines);
        if (event.type === 'commented') effect.sourceEntryId = event.entryId;
        effects.set(key, effect);
      }
    }
  }
  return [...effects.values()];
}
