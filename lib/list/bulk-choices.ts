import { mayComment } from '#lib/access/own-records.ts';
import { can, mayOpenList, maySeeAffectedCount, mayWork } from '#lib/access/policy.ts';
import { propagationOf } from '#lib/engine/propagation.ts';
import { commentAffectsMessage } from '#lib/engine/rules/updated-cases-message.ts';
import { commentAudience } from '#lib/journal/comment-audience.ts';
import { definitionOf } from '#lib/kinds/definitions.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { asTaskRecord } from '#lib/record/record.ts';
import { readSettings, type Settings } from '#lib/settings/settings.ts';
import { commentsReachCases, countCasesAffectedByMany, countSyncedChildren } from '#lib/sync/preview.ts';
import { priorities } from '#lib/words/choice.ts';
import { type BulkMove, bulkMoves, mayChange } from './bulk-moves.ts';
import { audienceOfMany } from './rules/audience-of-many.ts';
import type { BulkSelection } from './schema.ts';
import { type SelectedRecord, selectedRecords } from './selected-records.ts';

/** What can be done to a selection now; `cannot` lists the numbers of the records that don't allow it. */
export type BulkChoices = {
  priority: { options: { value: string; label: string }[]; cannot: string[]; because: string | null };
  moves: BulkMove[];
  /** `audience`: who would read the comment. */
  comment: { cannot: string[]; audience: string[] };
  workNote: { cannot: string[]; audience: string[] };
};

type Chosen = { actor: Actor; kind: TaskKind; settings: Settings; records: readonly SelectedRecord[] };

const numbersOf = (records: readonly SelectedRecord[]) => records.map(({ number }) => number);

/** REC-5, INC-4 · As in each record's Details: a priority that follows from impact and urgency cannot be set. */
function priorityOf({ actor, kind, settings, records }: Chosen): BulkChoices['priority'] {
  const definition = definitionOf(kind);
  const becauses = records.map((record) => definition.readOnly(record, settings).priority?.because);
  const cannot = records.filter((record, at) => becauses[at] !== undefined || !mayChange(actor, kind, record));
  const options = priorities.map(({ value, label }) => ({ value, label }));
  return { options, cannot: numbersOf(cannot), because: becauses.find(Boolean) ?? null };
}

/** CASE-5 · A closed case takes no comments or work notes. */
function takesWords({ actor, kind }: Chosen, record: SelectedRecord): boolean {
  const isClosedCase = kind === 'case' && definitionOf(kind).states[record.state]?.phase === 'final';
  return !isClosedCase && mayWork(actor, record).ok;
}

/** MAIL-10, SYNC-3 · Who would read a comment on each record, and in how many cases it would also be posted. */
async function audienceOf({ actor, kind, settings }: Chosen, records: readonly SelectedRecord[]): Promise<string[]> {
  const reaches = commentsReachCases(kind, settings);
  const ids = records.map(({ id }) => id);
  const affected = reaches ? await countCasesAffectedByMany(db(), kind, ids) : 0;
  const each = records.map((record) => {
    const { number, reader, account, watched, inCase } = record;
    const around = { actor, settings, reader, account: account ?? undefined, isTold: reaches && inCase, watched };
    return { number, audience: commentAudience(record, around) };
  });
  const posted = affected > 0 && maySeeAffectedCount(actor, kind) ? [commentAffectsMessage(affected)] : [];
  return [...audienceOfMany(each), ...posted];
}

/** SYNC-MAJ-1 · The message about child cases that receive the comments or work notes of the selected major cases. */
async function childrenOf({ actor, kind, settings }: Chosen, records: readonly SelectedRecord[]) {
  const majors = records.map(asTaskRecord).filter((record) => record.kind === 'case');
  const counts = await Promise.all(majors.map((major) => countSyncedChildren(db(), major, settings)));
  const affectedCases = counts.reduce((all, count) => all + count, 0);
  const { onComment, onNote } = propagationOf('case', { actor, settings, affectedCases });
  const isCase = kind === 'case';
  return { onComment: isCase && onComment ? [onComment] : [], onNote: isCase && onNote ? [onNote] : [] };
}

/**
 * What can be done to the selected records: priority, moves with their fields, comments and who reads them. Called when the
 * user opens the bulk menu. Records that the actor may not see are left out. Null: the actor has no such list.
 */
export async function bulkChoices(actor: Actor, { kind, numbers }: BulkSelection): Promise<BulkChoices | null> {
  if (!mayOpenList(actor, kind)) return null;
  const [settings, records] = await Promise.all([readSettings(db()), selectedRecords(actor, kind, numbers)]);
  const chosen = { actor, kind, settings, records };
  const commented = records.filter((record) => takesWords(chosen, record) && mayComment(actor, record).ok);
  const noted = records.filter((record) => takesWords(chosen, record) && can(actor, 'note', kind));
  const { onComment } = await childrenOf(chosen, commented);
  const others = (able: readonly SelectedRecord[]) => numbersOf(records.filter((record) => !able.includes(record)));
  return {
    priority: priorityOf(chosen),
    moves: bulkMoves(chosen),
    comment: { cannot: others(commented), audience: [...(await audienceOf(chosen, commented)), ...onComment] },
    workNote: { cannot: others(noted), audience: (await childrenOf(chosen, noted)).onNote },
  };
}
