import { db } from '#lib/platform/db.ts';
import { linksTo } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { syncRules } from '#lib/sync/rules.ts';
import { aCase, fresh, makeMajor, setProperty, setRuleActive, type World } from './world.ts';

/** A generated case that may receive a record's updates. */
export type CaseLike = {
  state: 'new' | 'open' | 'awaiting_info' | 'resolved' | 'closed' | 'cancelled';
  proactive: boolean;
  /** SYNC-7 · Marked as not to be resolved automatically. */
  marked: boolean;
  child: boolean;
  linked: boolean;
  watcher: 'ava' | 'nils' | null;
  customer: 'cora' | 'fiona' | 'jane';
};

export type WorldLike = {
  cases: readonly CaseLike[];
  /** The major case has the record too. */
  led: boolean;
  off: readonly string[];
  synced: string | null;
};

type Made = CaseLike & { id: string; number: string };

/** Adds a user to both lists of a case. Nils has lost the roles to see it. */
async function watch(w: World, taskId: string, watcher: 'ava' | 'nils') {
  const lists = ['watch_list', 'work_notes_list'] as const;
  await db().taskWatcher.createMany({ data: lists.map((list) => ({ taskId, list, userId: w[watcher].id })) });
}

/** The field that links a case to the record. */
function linkOf({ kind, id }: TaskRecord) {
  if (kind === 'case') return {};
  const columns = { incident: 'incidentId', problem: 'problemId', change: 'changeId' } as const;
  return linksTo(kind).length > 0 && kind in columns ? { [columns[kind as keyof typeof columns]]: id } : {};
}

/** Creates the cases, with a major case as parent of the children. */
export async function madeCases(w: World, { cases, led }: WorldLike, record: TaskRecord) {
  const major = record.kind === 'case' ? record : await aCase(w);
  if (major !== record) await makeMajor(major);
  if (led) await db().case.update({ where: { id: major.id }, data: linkOf(record) });
  const made: Made[] = [];
  for (const like of cases) {
    const theCase = await aCase(
      w,
      like.customer === 'jane' ? { consumerId: w.jane.id } : { contactId: w[like.customer].id },
    );
    const reason = like.marked ? { doNotResolve: true, doNotResolveReason: 'Its customer wants to test first.' } : {};
    const data = { ...(like.linked ? linkOf(record) : {}), ...reason, proactive: like.proactive };
    await db().case.update({ where: { id: theCase.id }, data: { ...data, parentId: like.child ? major.id : null } });
    const active = !['closed', 'cancelled'].includes(like.state);
    await db().task.update({ where: { id: theCase.id }, data: { state: like.state, active } });
    if (like.watcher) await watch(w, theCase.id, like.watcher);
    made.push({ ...like, id: theCase.id, number: theCase.number });
  }
  return { major: await fresh(major), made };
}

const ids = syncRules.map(({ id }) => id);

/** Besides the sync rules: the children of a cancelled major case follow it. */
const counted = [...ids, 'MAJ-10'];

/** Switches these rules off and all others on, and sets the fields that major cases copy into children. */
export async function underRules(off: readonly string[], synced: string | null): Promise<void> {
  await db().businessRule.updateMany({ where: { id: { in: ids }, active: false }, data: { active: true } });
  for (const id of off) await setRuleActive(id, false);
  await setProperty('sn_customerservice.parent_child_case_sync', String(synced !== null));
  await setProperty('sn_customerservice.case_fields_to_sync', synced ?? 'priority');
}

/** What the rules wrote because of the last command on a record: records by rule, and the emails. */
export async function whatHappened({ id: rootId, kind }: TaskRecord, copied: readonly string[]) {
  const cause = await db().cause.findFirst({ where: { taskId: rootId }, orderBy: { id: 'desc' } });
  const [causeId, byRule] = [cause?.id ?? rootId, new Map<string, Set<string>>()];
  const fires = (rule: string, taskId: string) => byRule.set(rule, (byRule.get(rule) ?? new Set()).add(taskId));
  const entries = await db().journalEntry.findMany({ where: { causeId } });
  for (const { lines, taskId } of entries)
    for (const { rule } of (lines ?? []) as { rule: string }[]) if (counted.includes(rule)) fires(rule, taskId);
  const changes = await db().fieldChange.findMany({
    where: { causeId },
    include: { task: { select: { kind: true } } },
  });
  const own = new Set(changes.filter(({ taskId }) => taskId === rootId).map(({ field }) => field));
  const closes = (taskId: string) => byRule.get('SYNC-MAJ-2')?.has(taskId);
  for (const { taskId, field, task } of changes) {
    if (taskId === rootId || task.kind !== 'case' || field === 'parentId') continue;
    // Only this rule sets fields without a note.
    if (kind === 'case' && (field === 'state' ? !closes(taskId) : own.has(field) && copied.includes(field)))
      fires('SYNC-MAJ-1', taskId);
  }
  const mails = await db().mail.groupBy({ by: ['status'], where: { causeId }, _count: true });
  const count = (queued: boolean) =>
    mails.filter(({ status }) => (status === 'suppressed') !== queued).reduce((sum, { _count }) => sum + _count, 0);
  const released = byRule.get('MAJ-10')?.size ?? 0;
  return {
    rules: [...(cause?.rules ?? []), ...(released > 0 ? ['MAJ-10'] : [])],
    records: (cause?.written ?? 0) + released,
    byRule,
    mails: { queued: count(true), heldBack: count(false) },
  };
}
