import type { Case } from '#lib/kinds/case/definition.ts';
import type { EventOf } from '#lib/record/event.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import { links, type SingleLinkName, singleLinkNames } from '#lib/record/link.ts';
import type { Target } from '#lib/record/target.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { entered } from './lines.ts';
import { ownCode, resolvedWith } from './resolved-with.ts';
import type { Made, Move } from './rule.ts';
import { everySyncedField, isPassedOn, isSynced, syncedFields } from './synced-fields.ts';

/** Fields that may be copied into children. */
export const watched = ['state', ...everySyncedField] as const;

const linkFields: ReadonlySet<string> = new Set(singleLinkNames.map((name) => links[name].field));

/** CASE-2 · The major case's resolution for a child; the notes are also shared if their comment is copied. */
function resolutionOf({ record }: EventOf<'updated', 'case'>, settings: Settings) {
  const { resolutionCode, resolutionNotes } = record;
  return { resolutionCode, resolutionNotes, ...sharing(record, settings) };
}

const sharing = ({ addResolutionNotesToComments }: Case, settings: Settings) => ({
  addResolutionNotesToComments: addResolutionNotesToComments && isSynced(settings, 'comments'),
});

/** SYNC-MAJ-5 · Awaiting Info asks one customer, a cancelled major case releases its children, and SYNC-MAJ-2 closes them. */
const neverCopied: readonly string[] = ['awaiting_info', 'cancelled', 'closed'];

function moveOf(event: EventOf<'updated', 'case'>, settings: Settings): Move | null {
  const { state } = event.record;
  if (!event.changed.has('state') || !isSynced(settings, 'state') || neverCopied.includes(state)) return null;
  return state === 'resolved' ? { state, values: resolutionOf(event, settings) } : { state };
}

function valuesOf({ record, changed }: EventOf<'updated', 'case'>, settings: Settings) {
  const copied = syncedFields(settings).filter((field) => changed.has(field) && !linkFields.has(field));
  const values = Object.fromEntries(copied.map((field) => [field, fieldValue(record, field)]));
  return 'resolutionNotes' in values ? { ...values, ...sharing(record, settings) } : values;
}

/** SYNC-MAJ-6 · Related records that were added or removed. */
function linksOf({ before, record, changed }: EventOf<'updated', 'case'>, settings: Settings) {
  const idOf = (of: Case, field: string) => (fieldValue(of, field) as string | null) ?? null;
  const copied = syncedFields(settings).filter((field) => changed.has(field) && linkFields.has(field));
  return copied.map((field) => ({ field, from: idOf(before, field), to: idOf(record, field) }));
}

/** SYNC-MAJ-1, SYNC-MAJ-6 · Copies the listed fields and entries of a major case into its children. */
export function copied(
  event: EventOf<'updated' | 'commented' | 'noted', 'case'>,
  { settings }: { settings: Settings },
): Made | null {
  // Undo restores each child's own previous values (restore-children.ts).
  if (event.type === 'updated' && event.undoes) return null;
  if (event.type === 'updated') {
    const [values, move, links] = [valuesOf(event, settings), moveOf(event, settings), linksOf(event, settings)];
    return { values, move, links };
  }
  if (event.type === 'noted') return isSynced(settings, 'work_notes') ? { note: [event.text] } : null;
  return event.by.is === 'internal' && isSynced(settings, 'comments') ? { comment: [event.text] } : null;
}

/** SYNC-MAJ-2 · Children close with their major case if states are copied. */
export function closed(event: EventOf<'updated', 'case'>, settings: Settings): Move | null {
  if (!entered(event, 'closed') || !isSynced(settings, 'state')) return null;
  const note = `Major case ${event.record.number} was closed, and this case with it.`;
  return { state: 'closed', values: resolutionOf(event, settings), note };
}

/** SYNC-MAJ-3 · Links whose updates are also sent to children. */
export function linksSyncedToChildren(settings: Settings): SingleLinkName[] {
  return isSynced(settings, 'work_notes') ? singleLinkNames.filter((link) => isPassedOn(settings, link)) : [];
}

/**
 * SYNC-INC-6 · An incident's resolution for its major case and that case's children, each with a note; the incident notes its
 * major case. A major case that is already Resolved keeps the solution that it has proposed.
 */
export function resolution(
  event: EventOf<'updated', 'incident'>,
  { target }: { target: Pick<Target, 'to'> },
): Made | null {
  if (!entered(event, 'resolved')) return null;
  if (target.to === 'itself') return { note: ['There is a major case associated with this incident.'] };
  const { values = {} } = resolvedWith(event.record);
  const resolved = `${event.record.number} was resolved${ownCode(event.record)}:`;
  const copied = `${resolved} its resolution is copied to this case`;
  if (target.to !== 'major case') return { values, note: [`${copied}, because its major case has that incident.`] };
  const kept = `${resolved} this case is already Resolved and keeps its own resolution; its open child cases get the incident's.`;
  return {
    values,
    note: [`${copied} and its open child cases.`],
    keepNote: ({ state }) => (state === 'resolved' ? kept : null),
  };
}
