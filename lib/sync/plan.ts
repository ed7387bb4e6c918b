import type { TaskEvent } from '#lib/record/event.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import { taskKinds } from '#lib/record/kind.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { type Stage, stages, type Target } from '#lib/record/target.ts';
import { isIntegrated, type Settings } from '#lib/settings/settings.ts';
import type { Line } from '#lib/write/write-entry.ts';
import type { Made, Move, SyncRule } from './rule.ts';

/** Changes from one record to one target. `sourceEntryId`: the copied comment; `sourceNoteId`: the copied work note. */
export type Effect = {
  target: Target;
  sourceId: string;
  sourceEntryId: string | null;
  sourceNoteId?: string;
  notes: Line[];
  comments: Line[];
  /** `note`: lines for targets that take the values; others get the text of `keepNote`. */
  fields: ({ rule: string; note?: readonly string[] } & Pick<Required<Made>, 'values'> & Pick<Made, 'keepNote'>)[];
  moves: ({ rule: string } & Omit<Move, 'note'>)[];
  links: { rule: string; field: string; from: string | null; to: string | null }[];
};

/** Whether a rule, its integration and its property are switched on (REL-3, ADM-2). */
export function isActive(rule: SyncRule, settings: Settings): boolean {
  return (
    isIntegrated(settings, rule.integration) && !settings.rulesOff.has(rule.id) && (rule.needs?.(settings) ?? true)
  );
}

/** SYNC-5, SYNC-6 · Rules that an administrator has switched off. A rule that is off by default is not missed. */
export function switchedOff(rules: readonly SyncRule[], { rulesOff }: Settings): SyncRule[] {
  return rules.filter(({ id, offByDefault }) => rulesOff.has(id) && !offByDefault);
}

/** Whether an event triggers a rule. SYNC-00: rule-written changes trigger only the rules that the table lists. */
function isTriggeredBy(rule: SyncRule, event: TaskEvent, rules: readonly SyncRule[]): boolean {
  if (![rule.on].flat().includes(event.type) || !rule.sources.includes(event.record.kind)) return false;
  if (event.type === 'updated' && rule.watches && !rule.watches.some((field) => event.changed.has(field))) return false;
  if (event.type === 'commented' && rule.by && !rule.by.includes(event.by.is)) return false;
  return !event.rules || rules.some(({ id, triggers }) => event.rules?.includes(id) && triggers?.includes(rule.id));
}

/** A rule's changes for an event and a target; null if none. */
function madeBy(rule: SyncRule, event: TaskEvent, settings: Settings, target: Target): Made | null {
  switch (rule.effect) {
    case 'fields': {
      const values = rule.values(event);
      return values && { values };
    }
    case 'move':
      return { move: rule.move(event, settings) };
    case 'note':
      return { note: rule.lines(event) };
    case 'comment':
      return { comment: rule.lines(event) };
    case 'mixed':
      return rule.make(event, { settings, target });
    case 'pass on':
      return null;
  }
}

/** Adds one rule's changes to an effect; false if there are none. */
function addTo(effect: Effect, rule: string, made: Made): boolean {
  const { values, keepNote, move, comment = [], note = [], links = [] } = made;
  const hasValues = values !== undefined && Object.keys(values).length > 0;
  const lines = [...(keepNote && hasValues ? [] : note), ...(move?.note ? [move.note] : [])];
  if (hasValues) effect.fields.push({ rule, values, ...(keepNote ? { keepNote, note } : {}) });
  if (move) {
    const { note: _, ...moved } = move;
    effect.moves.push({ rule, ...moved });
  }
  effect.links.push(...links.map((link) => ({ rule, ...link })));
  effect.comments.push(...comment.map((line) => ({ rule, line })));
  effect.notes.push(...lines.map((line) => ({ rule, line })));
  return hasValues || Boolean(move) || comment.length + lines.length + links.length > 0;
}

/** SYNC-MAJ-3 · Passes lines written into major cases on to the children that have the same record. */
function passedOn(effects: readonly Effect[], settings: Settings, rules: readonly SyncRule[]): Effect[] {
  return rules.flatMap((rule) => {
    if (rule.effect !== 'pass on' || !isActive(rule, settings)) return [];
    const along = rule.along(settings);
    return effects.flatMap(({ target, notes, ...effect }) => {
      const links = target.to === 'cases' ? along.filter((link) => target.links.includes(link)) : [];
      if (links.length === 0 || notes.length === 0) return [];
      const own = notes.map(({ line }) => ({ rule: rule.id, line }));
      return [{ ...effect, target: { to: 'children that share it', links } as const, notes: own }];
    });
  });
}

/** The record that a case gets updates about: parts report through their whole, in one note. */
function sourceOf(record: TaskRecord): string {
  const { partOf } = taskKinds[record.kind];
  return partOf ? String(fieldValue(record, partOf.field)) : record.id;
}

/** SYNC-MAJ-3, REL-3 · While major cases are switched off, children get updates directly, not through their major case. */
function reachable(target: Target, settings: Settings): Target {
  const isDirect = target.to === 'cases' && !isIntegrated(settings, 'com.sn_majorissue_mgt');
  return isDirect ? { ...target, withChildren: true } : target;
}

const everywhere = stages.flat();

/**
 * SYNC-2 · Effects of the active rules on the targets of a stage, or of all stages: one effect per source and target, lines in
 * table order.
 */
export function planEffects(
  events: readonly TaskEvent[],
  settings: Settings,
  rules: readonly SyncRule[],
  stage: Stage = everywhere,
): Effect[] {
  const effects = new Map<string, Effect>();
  for (const rule of rules) {
    const targets = rule.targets.filter(({ to }) => stage.includes(to)).map((target) => reachable(target, settings));
    if (targets.length === 0 || !isActive(rule, settings)) continue;
    for (const event of events) {
      if (!isTriggeredBy(rule, event, rules)) continue;
      const sourceId = sourceOf(event.record);
      for (const target of targets) {
        const key = JSON.stringify([target, sourceId]);
        const none = { sourceEntryId: null, notes: [], comments: [], fields: [], moves: [], links: [] };
        const effect = effects.get(key) ?? { target, sourceId, ...none };
        const made = madeBy(rule, event, settings, target);
        if (!made || !addTo(effect, rule.id, made)) continue;
        if (event.type === 'commented') effect.sourceEntryId = event.entryId;
        if (event.type === 'noted') effect.sourceNoteId = event.entryId;
        effects.set(key, effect);
      }
    }
  }
  return [...effects.values(), ...passedOn([...effects.values()], settings, rules)];
}

/** True if each target must be read and decided separately; otherwise the effect only writes notes. */
export function changesRecords({ comments, fields, moves, links }: Effect): boolean {
  return comments.length + fields.length + moves.length + links.length > 0;
}

export function rulesOf({ notes, comments, fields, moves, links }: Effect): string[] {
  return [...new Set([...notes, ...comments, ...fields, ...moves, ...links].map(({ rule }) => rule))];
}
