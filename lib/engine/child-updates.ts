import { stateLabel } from '#lib/kinds/definitions.ts';
import { type Emailed, expectedEmails, queuedEmails } from '#lib/mail-rules/count-mails.ts';
import { enforceConfirmed, type Shown, shownWith } from '#lib/platform/confirmation.ts';
import type { TaskEvent } from '#lib/record/event.ts';
import { stages, writesChildren } from '#lib/record/target.ts';
import { planEffects } from '#lib/sync/plan.ts';
import { type PreviewedRecord, previewStage } from '#lib/sync/preview.ts';
import { syncRules } from '#lib/sync/rules.ts';
import type { Cause, CommandContext } from '#lib/write/command-context.ts';
import { childrenLeftOpen } from './children-left-open.ts';
import { childEffectsMessage, childUpdatesMessage } from './rules/children-message.ts';

/** SYNC-MAJ-1 · How a change of major cases affects their children, and who is emailed about it. */
export type ChildUpdates = Emailed & {
  /** How many children the rules update. */
  updated: number;
  /** The ids of these, and of those that are released. */
  ids: readonly string[];
  /** MAJ-10 · How many leave a major case that is cancelled. */
  released: number;
  /** How many children get which state, by its label. */
  states: { label: string; count: number }[];
  /** How many stay open although their major case ends. */
  leftOpen: number;
  /** Children get a comment, which their customers see. */
  commented: boolean;
};

export const noChildren: ChildUpdates = {
  updated: 0,
  ids: [],
  released: 0,
  states: [],
  leftOpen: 0,
  commented: false,
  emails: 0,
  toCustomers: 0,
  customers: 0,
  customer: null,
};

/** The figures that the user confirms. */
export const shownOf = ({ updated, released, emails, ids }: ChildUpdates): Shown =>
  shownWith({ children: updated + released, emails }, ids);

/** Whether an event is about a major case. These rules update children for no other event. */
const isAboutMajorCase = (event: TaskEvent): boolean =>
  event.record.kind === 'case' &&
  (event.record.majorCaseState === 'accepted' ||
    (event.type === 'updated' && event.before.kind === 'case' && event.before.majorCaseState === 'accepted'));

/** MAJ-10 · Whether a child leaves a major case that is cancelled. */
const isRelease = ({ type, rules }: TaskEvent) => type === 'updated' && (rules?.includes('MAJ-10') ?? false);

/** Summarizes the events for children, with the number of updated children and their ids. */
function summary(
  events: readonly TaskEvent[],
  { updated, ids }: Pick<ChildUpdates, 'updated' | 'ids'>,
  emailed: Emailed,
  leftOpen = 0,
): ChildUpdates {
  const byRule = events.filter(({ rules, record }) => record.kind === 'case' && rules);
  const moved = byRule.filter((event) => event.type === 'updated' && event.changed.has('state'));
  const byState = Map.groupBy(moved, ({ record }) => stateLabel('case', record.state));
  return {
    ...emailed,
    updated,
    ids: [...ids, ...events.filter(isRelease).map(({ record }) => record.id)],
    released: events.filter(isRelease).length,
    states: [...byState].map(([label, { length: count }]) => ({ label, count })),
    leftOpen,
    commented: byRule.some(({ type }) => type === 'commented'),
  };
}

/** SYNC-MAJ-1 · How a command would affect children. The command has written only its own records so far. */
export async function previewChildUpdates(context: CommandContext): Promise<ChildUpdates> {
  const { cause, settings } = context;
  if (!cause || !context.events.some(isAboutMajorCase)) return noChildren;
  const known = [...context.events];
  const written: PreviewedRecord[] = [];
  const ids: string[] = [];
  for (const stage of stages) {
    const effects = planEffects(known, settings, syncRules, stage);
    if (effects.length === 0) continue;
    const reached = await previewStage(context, cause.taskId, effects, known);
    written.push(...reached);
    if (effects.some(writesChildren)) ids.push(...reached.map(({ id }) => id));
  }
  const noted = written.filter((each) => each.noted).map(({ id }) => id);
  const emailed = await expectedEmails(context, known, [...noted, ...context.notedIds]);
  return summary(known, { updated: ids.length, ids }, emailed, await childrenLeftOpen(context, known));
}

/** The ids of the children that rules have written. Notes are written in one statement, so that the events lack them. */
async function writtenChildren({ tx, events }: CommandContext, { id }: Cause): Promise<string[]> {
  const majors = new Set(events.filter(isAboutMajorCase).map(({ record }) => record.id));
  const noted = await tx.$queryRaw<{ id: string }[]>`
    select distinct e.task_id as id from journal_entries e join cases c on c.id = e.task_id
    where e.cause_id = ${id}::uuid and c.parent_id = any(${[...majors]}::uuid[])`;
  const byRule = events.flatMap(({ rules, record }) =>
    rules && record.kind === 'case' && majors.has(record.parentId ?? '') ? [record.id] : [],
  );
  return [...new Set([...noted.map((each) => each.id), ...byRule])];
}

/** SYNC-MAJ-1 · How a command has affected children; null: not at all. */
export async function childUpdatesOf(context: CommandContext): Promise<ChildUpdates | null> {
  const { cause, events, childrenUpdated } = context;
  if (!cause || (childrenUpdated === 0 && !events.some(isRelease))) return null;
  const updated = { updated: childrenUpdated, ids: await writtenChildren(context, cause) };
  return summary(events, updated, await queuedEmails(context, cause.id));
}

/** SYNC-MAJ-1 · Refused: updates that the user has not confirmed. */
export const enforceShown = (updates: ChildUpdates): void =>
  enforceConfirmed(shownOf(updates), {
    message: childUpdatesMessage(updates),
    effects: childEffectsMessage(updates),
  });
