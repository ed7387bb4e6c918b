import { beforeAll, describe, expect, it } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { db } from '#lib/platform/db.ts';
import { communicate } from '#lib/problem/commands/communicate.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { remove } from '#lib/related/commands/remove.ts';
import { aProblem } from '#lib/testing/itsm.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  anotherCaseOf,
  change,
  holderOf,
  makeMajor,
  setProperty,
  setRuleActive,
  type World,
  world,
} from '#lib/testing/world.ts';
import { hasReceived, receivedUpdates } from './queries/received-updates.ts';
import { ruleRecords } from './queries/rule-records.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});

async function updateOf({ id: sourceId }: { id: string }): Promise<string> {
  return (await db().ledgerUpdate.findFirstOrThrow({ where: { sourceId }, orderBy: { at: 'desc' } })).id;
}

const noMails = { sent: 0, waiting: 0, failed: 0, suppressed: 0 };
const numbers = (...records: readonly { number: string }[]) => records.map(({ number }) => number).toSorted();
const receivedBy = (record: TaskRecord, by = w.adam, after: string | null = null) =>
  receivedUpdates(by, { kind: record.kind, number: record.number, after });

async function over({ id }: { id: string }): Promise<void> {
  await db().task.update({ where: { id }, data: { state: 'closed', active: false } });
}

/** A major case whose changed priority goes to its child, which also gets work notes if they are listed. */
async function aSyncedFamily(fields: string) {
  await setProperty('sn_customerservice.parent_child_case_sync', 'true');
  await setProperty('sn_customerservice.case_fields_to_sync', fields);
  const [major, child] = [await aCase(w), await aCase(w)];
  await makeMajor(major, child);
  return { major, child };
}

describe('the records of a rule in an update', () => {
  it('SYNC-6 · are the first 20 that it wrote, how many there are, and who was left out and why', async () => {
    const incident = await anIncident(w);
    const cases = [];
    for (let n = 0; n < 22; n++) cases.push(await anotherCaseOf(w, incident));
    const [left, ...written] = cases;
    if (left) await over(left);
    await change(w.ian, incident, { state: 'in_progress' });
    const update = await updateOf(incident);
    expect(await ruleRecords(w.adam, { update, rule: 'SYNC-INC-1' })).toEqual({
      written: { count: 21, first: numbers(...written).slice(0, 20) },
      leftOut: [{ reason: 'closed or cancelled', count: 1, first: [left?.number] }],
      mails: noMails,
    });
    expect(await ruleRecords(w.adam, { update, rule: 'SYNC-INC-4' })).toEqual({
      written: { count: 0, first: [] },
      leftOut: [],
      mails: noMails,
    });
  });

  it('SYNC-6, ACC-6 · are those that the reader may open, however many others were left out before', async () => {
    const incident = await anIncident(w);
    for (let n = 0; n < 21; n++) await over(await anotherCaseOf(w, incident));
    const ofJane = await anotherCaseOf(w, incident, { consumerId: w.jane.id, contactId: null });
    await over(ofJane);
    await change(w.ian, incident, { state: 'in_progress' });
    const reader = await holderOf('Consumers only', ['sn_customerservice.consumer_agent', 'itil']);
    const { leftOut } = await ruleRecords(reader, { update: await updateOf(incident), rule: 'SYNC-INC-1' });
    expect(leftOut).toEqual([{ reason: 'closed or cancelled', count: 22, first: [ofJane.number] }]);
  });

  it('SYNC-6, SYNC-MAJ-1 · are named also if the rule wrote no note', async () => {
    const { major, child } = await aSyncedFamily('priority');
    await change(w.mia, major, { priority: '1' });
    const { written } = await ruleRecords(w.mia, { update: await updateOf(major), rule: 'SYNC-MAJ-1' });
    expect(written).toEqual({ count: 1, first: [child.number] });
  });

  it('SYNC-6, INC-7 · of a parent are not those of its children, though they have the same rule', async () => {
    const { theCase, incident: parent } = await aCaseWithIncident(w);
    const child = await anIncident(w, { parentId: parent.id });
    const other = await anotherCaseOf(w, child);
    const resolved = { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };
    await change(w.ian, parent, resolved, { resolveChildren: [child.number] });
    const written = async (record: { id: string }, rule: string) =>
      (await ruleRecords(w.adam, { update: await updateOf(record), rule })).written.first;
    expect(await written(parent, 'SYNC-INC-1')).toEqual([theCase.number]);
    expect(await written(child, 'SYNC-INC-1')).toEqual([other.number]);
    expect(await written(parent, 'INC-7')).toEqual([child.number]);
    expect((await receivedBy(child)).updates).toMatchObject([
      { source: { number: parent.number }, rules: [{ id: 'INC-7' }], entryId: null },
      { source: { number: other.number }, rules: [{ id: 'REL-11' }] },
    ]);
  });

  it('SYNC-6 · come with the emails about them, each rule with its own', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const list = 'work_notes_list';
    await db().taskWatcher.create({ data: { taskId: theCase.id, list, userId: w.ava.id } });
    await change(w.ian, incident, { state: 'in_progress' });
    const update = await updateOf(incident);
    const mailsOf = async (rule: string) => (await ruleRecords(w.adam, { update, rule })).mails;
    expect([await mailsOf('SYNC-INC-1'), await mailsOf('SYNC-INC-4')]).toEqual([{ ...noMails, waiting: 1 }, noMails]);
    await db().mail.updateMany({
      where: { taskId: theCase.id },
      data: { status: 'failed', lastError: 'No.', nextTryAt: null },
    });
    expect(await mailsOf('SYNC-INC-1')).toEqual({ ...noMails, failed: 1 });
  });

  it('SYNC-6 · come without emails if the rule wrote nothing in this update', async () => {
    const { incident: sibling } = await aCaseWithIncident(w);
    const parent = await anIncident(w);
    const child = await anIncident(w, { parentId: parent.id, callerId: w.nils.id });
    await change(w.ian, sibling, { parentId: parent.id });
    const resolved = { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };
    await change(w.ian, parent, resolved, { resolveChildren: [child.number, sibling.number] });
    expect((await ruleRecords(w.adam, { update: await updateOf(parent), rule: 'INC-7' })).mails).not.toEqual(noMails);
    await db().incident.update({ where: { id: child.id }, data: { parentId: sibling.id } });
    const update = await updateOf(sibling);
    expect(await ruleRecords(w.adam, { update, rule: 'INC-7' })).toEqual({
      written: { count: 0, first: [] },
      leftOut: [],
      mails: noMails,
    });
  });

  it('SYNC-6 · names the records that a deactivated rule would have updated', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await setRuleActive('SYNC-INC-1', false);
    await change(w.ian, incident, { state: 'in_progress' });
    await setRuleActive('SYNC-INC-1', true);
    const { leftOut } = await ruleRecords(w.adam, { update: await updateOf(incident), rule: 'SYNC-INC-1' });
    expect(leftOut).toEqual([{ reason: 'rule off', count: 1, first: [theCase.number] }]);
  });

  it('SYNC-6, ACC-6 · are counted, not named, for users who may not see them', async () => {
    const { incident } = await aCaseWithIncident(w);
    await over(await anotherCaseOf(w, incident));
    await change(w.ian, incident, { state: 'in_progress' });
    const seen = await ruleRecords(w.ian, { update: await updateOf(incident), rule: 'SYNC-INC-1' });
    expect(seen).toEqual({
      written: { count: 1, first: [] },
      leftOut: [{ reason: 'closed or cancelled', count: 1, first: [] }],
      mails: noMails,
    });
  });

  it.each([
    ['may see no incident', 'nils', 'REL-16'],
    ['is a customer', 'cora', 'REL-16'],
    ['reads incidents only', 'rita', 'ACC-6'],
  ] as const)('SYNC-6, ACC-6 · are not for somebody who %s', async (_who, name, rule) => {
    const { incident } = await aCaseWithIncident(w);
    await change(w.ian, incident, { state: 'in_progress' });
    const update = await updateOf(incident);
    await expect(ruleRecords(w[name], { update, rule: 'SYNC-INC-1' })).rejects.toMatchObject({ rule });
  });
});

describe('the updates that a record received', () => {
  it('SYNC-6 · say from which record, when, by whom and by which rules, the newest first, each with its entry', async () => {
    expect(await hasReceived(w.adam, await aCase(w))).toBe(false);
    const { theCase, incident } = await aCaseWithIncident(w);
    await change(w.ian, incident, { state: 'in_progress' });
    await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
    const { updates, next } = await receivedBy(theCase);
    const entries = await db().journalEntry.findMany({ where: { taskId: theCase.id, sourceTaskId: incident.id } });
    const rulesOf = updates.map(({ rules }) => rules.map(({ id }) => id));
    expect([rulesOf, next]).toEqual([[['SYNC-INC-1', 'SYNC-INC-2'], ['SYNC-INC-1'], ['REL-5']], null]);
    for (const { by, source, entryId } of updates.slice(0, 2)) {
      expect([by, source]).toEqual([
        'Ian Itil',
        { number: incident.number, href: `/workspace/incidents/${incident.number}` },
      ]);
      expect(entries.map(({ id }) => id)).toContain(entryId);
    }
    expect(await hasReceived(w.adam, theCase)).toBe(true);
    expect(await hasReceived(w.adam, await anIncident(w))).toBe(false);
  });

  it('SYNC-6, ACC-6 · are not listed for a caller who may not see the record that sent them', async () => {
    const problem = await aProblem(w, { workaround: 'Restart it for the caller.' });
    const incident = await anIncident(w, { problemId: problem.id, callerId: w.nils.id });
    await communicate(w.ian, { number: problem.number, what: 'workaround' });
    expect([await hasReceived(w.ian, incident), (await receivedBy(incident, w.ian)).updates.length]).toEqual([true, 1]);
    expect([await hasReceived(w.nils, incident), (await receivedBy(incident, w.nils)).updates]).toEqual([false, []]);
  });

  it.each([
    ['a case', 'ava', null],
    ['an incident', 'ian', null],
    ['its caller, who may see no case', 'nils', []],
  ] as const)(
    'SYNC-6, REL-11, REL-12 · include links that were added and removed, for %s',
    async (_whose, name, seen) => {
      const [theCase, incident] = [await aCase(w), await anIncident(w, { callerId: w.nils.id })];
      const relate = { caseNumber: theCase.number, link: 'incident', number: incident.number } as const;
      await associate(w.mia, relate);
      await remove(w.mia, relate);
      const [own, other] = name === 'ava' ? [theCase, incident] : [incident, theCase];
      const { updates } = await receivedBy(own, w[name]);
      const rules = updates.map((each) => [each.source?.number, ...each.rules.map(({ id }) => id)]);
      expect(rules).toEqual(
        seen ?? [
          [other.number, 'REL-12'],
          [other.number, 'REL-11'],
        ],
      );
      expect(await hasReceived(w[name], own)).toBe(seen === null);
    },
  );

  it('SYNC-6, SYNC-MAJ-6 · include which child cases took a record over from their major case', async () => {
    const { major } = await aSyncedFamily('incident');
    const incident = await anIncident(w);
    await associate(w.mia, { caseNumber: major.number, link: 'incident', number: incident.number });
    const { updates } = await receivedBy(incident);
    const sent = updates.map(({ source, rules }) => [source?.number, ...rules.map(({ id }) => id)]);
    expect(sent).toHaveLength(2);
    for (const rule of ['REL-11', 'SYNC-MAJ-1']) expect(sent).toContainEqual([major.number, rule]);
  });

  it('SYNC-6 · come 20 a page, each once', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const { kind, number } = incident;
    for (let n = 0; n < 21; n++) await addEntry(w.ian, { kind, number, type: 'comment', text: `Comment ${n}` });
    const first = await receivedBy(theCase);
    const second = await receivedBy(theCase, w.adam, first.next);
    expect([first.updates.length, second.updates.length, second.next]).toEqual([20, 2, null]);
    expect(new Set([...first.updates, ...second.updates].map(({ id }) => id)).size).toBe(22);
  });

  it('SYNC-6, SYNC-MAJ-1 · include fields that the major case set without a note, and what came with one only once', async () => {
    const { major, child } = await aSyncedFamily('priority,work_notes');
    await change(w.mia, major, { priority: '1' });
    await change(w.mia, major, { priority: '2' }, { workNote: 'Less urgent.' });
    await change(w.ava, child, { shortDescription: 'Own words' });
    const { updates } = await receivedBy(child);
    const rules = [{ id: 'SYNC-MAJ-1', name: 'Update child cases of major case' }];
    expect(updates).toMatchObject([
      { source: { number: major.number }, rules, entryId: expect.any(String) },
      { source: { number: major.number }, rules, entryId: null },
    ]);
    expect((await receivedBy(major)).updates).toEqual([]);
  });

  it('SYNC-6, ACC-6 · link no record that the reader may not open, and are hidden from users who may not see the record', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await change(w.ian, incident, { state: 'in_progress' });
    const [seenByPat] = (await receivedBy(theCase, w.pat)).updates;
    expect(seenByPat?.source).toEqual({ number: incident.number });
    await expect(receivedBy(theCase, w.nils)).rejects.toMatchObject({ rule: 'REL-16' });
    await expect(receivedBy(theCase, w.cora)).rejects.toMatchObject({ rule: 'REL-16' });
  });
});
