import { describe, expect, it } from 'vitest';
import { conclude } from '#lib/engine/conclude.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { casesOf, majorCaseOf } from '#lib/record/target.ts';
import { aProblem } from '#lib/testing/itsm.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  anotherCaseOf,
  commentsOf,
  fresh,
  notesOf,
  world,
} from '#lib/testing/world.ts';
import { type CommandContext, commandContext } from '#lib/write/command-context.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';
import { updateContext, writeUpdates } from '#lib/write/write-updates.ts';
import { previewPropagation } from './preview.ts';
import { propagate } from './propagate.ts';
import { rule, type SyncRule } from './rule.ts';
import { syncRules } from './rules.ts';

const w = await world();

const integration = 'com.sn_cs_sm' as const;

/** The product's rules plus one more. */
const withRow = (row: SyncRule): SyncRule[] => [...syncRules, row];

const texts = { name: 'A row more', when: 'Something happens', does: 'Something follows', updates: 'something' };

type Proposed<K extends TaskKind> = { values?: Partial<RecordOf<K>>; comment?: string };

/** Changes a record under these rules. Returns the preview and the result. */
async function changeUnder<K extends TaskKind>(
  rules: readonly SyncRule[],
  kind: K,
  { id }: { id: string },
  { values = {}, comment = '' }: Proposed<K>,
) {
  return transaction(async (tx) => {
    const context = await commandContext(tx, w.mia, 'test');
    const before = await loadRecord(tx, kind, id);
    const update = updateContext(context, { comment });
    await writeUpdates(context, kind, [decideUpdate(kind, before, { ...before, ...values }, update)]);
    return propagated(context, rules);
  });
}

async function propagated(context: CommandContext, rules: readonly SyncRule[]) {
  const root = context.cause?.taskId ?? '';
  const preview = await previewPropagation(context, root, [...context.events], rules);
  const promised = preview.reduce((sum, { count }) => sum + count, 0);
  await propagate(context, rules);
  await conclude(context);
  const { written } = await context.tx.cause.findUniqueOrThrow({ where: { id: context.cause?.id ?? '' } });
  return { promised, written, preview };
}

async function childrenOf(parentId: string, count: number): Promise<void> {
  await db().$executeRaw`
    with made as (
      insert into tasks (kind, number, short_description, state, account_id, opened_at, created_at, updated_at)
      select 'case', 'CS' || lpad(nextval('case_numbers')::text, 7, '0'), 'Child ' || n, 'open', ${w.boxeo}::uuid,
             now(), now(), now() from generate_series(1, ${count}::int) n returning id)
    insert into cases (id, channel, proactive, parent_id) select id, 'proactive', true, ${parentId}::uuid from made`;
}

async function aMajorCase(incidentId: string | null = null) {
  const major = await aCase(w);
  await db().case.update({ where: { id: major.id }, data: { majorCaseState: 'accepted', incidentId } });
  return major;
}

describe('a rule that sets fields', () => {
  const copiesPriority = withRow(
    rule({
      id: 'SYNC-MAJ-1',
      ...texts,
      sources: ['case'],
      integration,
      on: 'updated',
      watches: ['priority', 'probableCause'],
      targets: [{ to: 'child cases' }],
      effect: 'fields',
      values: ({ record: { priority, probableCause } }) => ({ priority, probableCause }),
    }),
  );

  it('SYNC-3, SYNC-0 · thousands of children get them, with history, and as many as were promised', async () => {
    const major = await aMajorCase();
    await childrenOf(major.id, 2_500);
    const values = { priority: 1, probableCause: 'The controller lost its memory.' };
    const { promised, written } = await changeUnder(copiesPriority, 'case', major, { values });
    expect([promised, written]).toEqual([2_500, 2_500]);
    const [row] = await db().$queryRaw<{ cases: number; changes: number }[]>`
      select (select count(*)::int from cases c join tasks t using (id) where c.parent_id = ${major.id}::uuid
                and t.priority = 1 and t.version = 2 and c.probable_cause = ${values.probableCause}) as cases,
             (select count(*)::int from field_changes f join cases c on c.id = f.task_id where c.parent_id = ${major.id}::uuid
                and (f.field, f.new_display) in (('priority', '1 - Critical'), ('probableCause', ${values.probableCause}))) as changes`;
    expect(row).toEqual({ cases: 2_500, changes: 5_000 });
  });

  it('SYNC-000 · a resolved, closed or cancelled child receives nothing', async () => {
    const major = await aMajorCase();
    await childrenOf(major.id, 4);
    const children = await db().case.findMany({ where: { parentId: major.id }, select: { id: true } });
    const over = ['resolved', 'closed', 'cancelled'] as const;
    for (const [index, state] of over.entries())
      await db().task.update({
        where: { id: children[index]?.id ?? '' },
        data: { state, active: state === 'resolved' },
      });
    const { promised, written } = await changeUnder(copiesPriority, 'case', major, { values: { priority: 2 } });
    expect([promised, written]).toEqual([1, 1]);
  });
});

describe('a rule that moves', () => {
  const resolves = [
    ...syncRules.filter(({ id }) => id !== 'SYNC-INC-5'),
    rule({
      id: 'SYNC-INC-5',
      ...texts,
      sources: ['incident'],
      integration,
      on: 'updated',
      watches: ['state'],
      targets: [{ to: 'proactive cases' }],
      effect: 'move',
      move: ({ record }) => (record.state === 'resolved' ? { state: 'resolved' } : null),
    }),
  ];
  const withTheirNotes = [
    ...resolves,
    rule({
      id: 'SYNC-INC-5 texts',
      ...texts,
      sources: ['incident'],
      integration,
      on: 'updated',
      watches: ['state'],
      targets: [{ to: 'proactive cases' }],
      effect: 'fields',
      values: ({ record }) => ({ resolutionCode: 'fixed_by_incident', resolutionNotes: record.resolutionNotes }),
    }),
  ];

  const solved = { state: 'resolved', resolutionCode: 'solution_provided', resolutionNotes: 'Restarted.' };

  it('SYNC-0, SYNC-2 · only if the target’s own transitions allow it; the other cases still get their note', async () => {
    const { theCase: reactive, incident } = await aCaseWithIncident(w);
    const [open, waiting, alreadyResolved] = [
      await anotherCaseOf(w, incident),
      await anotherCaseOf(w, incident),
      await anotherCaseOf(w, incident),
    ];
    const proactive = [open, waiting, alreadyResolved].map(({ id }) => id);
    await db().case.updateMany({ where: { id: { in: proactive } }, data: { proactive: true } });
    await db().task.update({ where: { id: waiting.id }, data: { state: 'awaiting_info' } });
    await db().task.update({ where: { id: alreadyResolved.id }, data: { state: 'resolved' } });
    const { promised, written } = await changeUnder(withTheirNotes, 'incident', incident, { values: solved });
    expect([promised, written]).toEqual([4, 4]);
    const states = await Promise.all(
      [reactive, open, waiting, alreadyResolved].map(async (each) => (await fresh(each)).state),
    );
    expect(states).toEqual(['new', 'resolved', 'resolved', 'resolved']);
    for (const each of [reactive, open, waiting, alreadyResolved])
      expect((await notesOf(each)).at(-1)).toContain(`${incident.number} state changed from New to Resolved.`);
    expect((await fresh(open)).resolutionNotes).toBe('Restarted.');
  });

  it('SYNC-0 · a move that the target’s rules refuse is left out, and promised neither', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await db().case.update({ where: { id: theCase.id }, data: { proactive: true } });
    const only = resolves.filter(({ id }) => !id.startsWith('SYNC-INC-') || id === 'SYNC-INC-5');
    const { promised, written } = await changeUnder(only, 'incident', incident, { values: solved });
    expect([promised, written]).toEqual([0, 0]);
    expect((await fresh(theCase)).state).toBe('new');
  });

  it('SYNC-MAJ-5 · a child keeps its state if its own transitions do not allow the move, without the fields of the move; the rest applies', async () => {
    const toAwaitingInfo = [
      rule({
        id: 'SYNC-MAJ-5',
        ...texts,
        sources: ['case'],
        integration,
        on: 'updated',
        watches: ['priority'],
        targets: [{ to: 'child cases' }],
        effect: 'mixed',
        make: ({ record }) => ({
          values: { priority: record.kind === 'case' ? record.priority : 1 },
          move: { state: 'awaiting_info', values: { probableCause: 'Not known yet.' } },
        }),
      }),
    ];
    const major = await aMajorCase();
    await childrenOf(major.id, 2);
    const children = await db().case.findMany({ where: { parentId: major.id }, select: { id: true } });
    await db().task.update({ where: { id: children[0]?.id ?? '' }, data: { state: 'new' } });
    const { promised, written } = await changeUnder(toAwaitingInfo, 'case', major, { values: { priority: 1 } });
    expect([promised, written]).toEqual([2, 2]);
    const after = await Promise.all(children.map(({ id }) => loadRecord(db(), 'case', id)));
    expect(after.map(({ state, priority, probableCause }) => [state, priority, probableCause])).toEqual([
      ['new', 1, ''],
      // The transitions allow it, but a rule of cases refuses it, so the question is not copied either.
      ['open', 1, 'Not known yet.'],
    ]);
  });
});

describe('a rule that copies a comment', () => {
  const copies = withRow(
    rule({
      id: 'SYNC-MAJ-1',
      ...texts,
      sources: ['case'],
      integration,
      on: 'commented',
      by: ['internal'],
      targets: [{ to: 'child cases' }],
      effect: 'comment',
      lines: ({ text }) => [text],
    }),
  );

  it('SYNC-0 · every child gets it as one comment of the system, and nothing else', async () => {
    const major = await aMajorCase();
    await childrenOf(major.id, 25);
    const { promised, written } = await changeUnder(copies, 'case', major, { comment: 'We are on it.' });
    expect([promised, written]).toEqual([25, 25]);
    const entries = await db().journalEntry.findMany({ where: { task: { case: { parentId: major.id } } } });
    expect(entries).toHaveLength(25);
    for (const entry of entries)
      expect(entry).toMatchObject({ type: 'comment', text: 'We are on it.', authorId: null, sourceTaskId: major.id });
    const children = await db().task.findMany({ where: { case: { parentId: major.id } } });
    for (const { version, updatedAt, createdAt } of children) expect([version, updatedAt]).toEqual([1, createdAt]);
  });
});

describe('rules of several effects', () => {
  const from = { ...texts, sources: ['case'], integration, targets: [{ to: 'child cases' }] } as const;
  const byText = { ...from, on: 'commented', by: ['internal'] } as const;

  it('SYNC-00 · a comment and a note reach a record as one entry each, with their own lines', async () => {
    const major = await aMajorCase();
    await childrenOf(major.id, 3);
    const both = [
      rule({ id: 'copies', ...byText, effect: 'comment', lines: ({ text }) => [text] }),
      rule({ id: 'notes', ...byText, effect: 'note', lines: ({ record }) => [`Comment on ${record.number}.`] }),
    ];
    const { promised, written } = await changeUnder(both, 'case', major, { comment: 'We are on it.' });
    expect([promised, written]).toEqual([3, 3]);
    const entries = await db().journalEntry.findMany({ where: { task: { case: { parentId: major.id } } } });
    const byType = (type: string) => entries.filter((entry) => entry.type === type).map(({ lines }) => lines);
    expect(byType('comment')).toEqual(Array(3).fill([{ rule: 'copies', line: 'We are on it.' }]));
    expect(byType('work_note')).toEqual(Array(3).fill([{ rule: 'notes', line: `Comment on ${major.number}.` }]));
  });

  it('SYNC-0 · where the rules of the target refuse the move, the fields are set without it', async () => {
    const major = await aMajorCase();
    await childrenOf(major.id, 2);
    const onUpdate = { ...from, on: 'updated', watches: ['priority'] } as const;
    const rules = [
      rule({ id: 'resolves', ...onUpdate, effect: 'move', move: () => ({ state: 'resolved' }) }),
      rule({ id: 'ranks', ...onUpdate, effect: 'fields', values: ({ record }) => ({ priority: record.priority }) }),
    ];
    const { promised, written } = await changeUnder(rules, 'case', major, { values: { priority: 1 } });
    expect([promised, written]).toEqual([2, 2]);
    const children = await db().task.findMany({ where: { case: { parentId: major.id } } });
    expect(children.map(({ state, priority }) => [state, priority])).toEqual(Array(2).fill(['open', 1]));
  });
});

describe('a rule on another event', () => {
  it('SYNC-0 · a creation can be the trigger: a new record updates the major case that has its problem', async () => {
    const major = await aMajorCase();
    const problem = await aProblem(w);
    await db().case.update({ where: { id: major.id }, data: { problemId: problem.id } });
    const tells = withRow(
      rule({
        id: 'SYNC-MAJ-3',
        ...texts,
        sources: ['problem'],
        integration,
        on: 'created',
        targets: [majorCaseOf('problem')],
        effect: 'note',
        lines: ({ record }) => [`${record.number} was opened.`],
      }),
    );
    const result = await transaction(async (tx) => {
      const context = await commandContext(tx, w.mia, 'test');
      context.events.push({ type: 'created', record: problem });
      await writeUpdates(context, 'problem', [
        decideUpdate('problem', problem, { ...problem, workaround: 'Restart it.' }, updateContext(context, {})),
      ]);
      return propagated(context, tells);
    });
    expect([result.promised, result.written]).toEqual([1, 1]);
    expect(await notesOf(major)).toEqual([`${problem.number} was opened.`]);
  });

  it('SYNC-3 · the preview names the records that would be written', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const { preview } = await changeUnder(syncRules, 'incident', incident, { values: { state: 'in_progress' } });
    expect(preview).toMatchObject([{ rules: ['SYNC-INC-1'], count: 1, first: [theCase.number] }]);
  });

  it('SYNC-2 · a case that receives updates of two records in one command gets one note with the lines of both', async () => {
    const incident = await anIncident(w);
    const theCase = await anotherCaseOf(w, incident);
    const problem = await aProblem(w);
    await db().case.update({ where: { id: theCase.id }, data: { problemId: problem.id } });
    await transaction(async (tx) => {
      const context = await commandContext(tx, w.mia, 'test');
      const update = updateContext(context, {});
      await writeUpdates(context, 'incident', [
        decideUpdate('incident', incident, { ...incident, state: 'in_progress' }, update),
      ]);
      await writeUpdates(context, 'problem', [
        decideUpdate('problem', problem, { ...problem, state: 'assess' }, update),
      ]);
      await propagate(context, [...syncRules]);
      await conclude(context);
    });
    expect((await notesOf(theCase)).at(-1)).toBe(
      `${incident.number} state changed from New to In Progress.\n${problem.number} state changed from New to Assess.`,
    );
  });

  it('SYNC-00 · an entry of a rule triggers only named rules', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const chained = [
      rule({
        id: 'first',
        ...texts,
        sources: ['case'],
        integration,
        on: 'commented',
        targets: [{ to: 'record', link: 'incident' }],
        effect: 'comment',
        lines: ({ text }) => [text],
      }),
      rule({
        id: 'second',
        ...texts,
        sources: ['incident'],
        integration,
        on: 'commented',
        targets: [casesOf('incident')],
        effect: 'note',
        lines: ({ text }) => [text],
      }),
    ];
    const other = await anotherCaseOf(w, incident);
    const { written } = await changeUnder(chained, 'case', theCase, { comment: 'Still down.' });
    expect(written).toBe(1);
    expect(await commentsOf(incident)).toEqual(['Still down.']);
    expect(await notesOf(other)).not.toContain('Still down.');
  });
});
