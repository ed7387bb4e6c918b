import { describe, expect, it } from 'vitest';
import { dryRun, runCommand } from '#lib/engine/command.ts';
import { db } from '#lib/platform/db.ts';
import { syncChildren } from '#lib/testing/major-case-scenario.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  anotherCaseOf,
  makeMajor,
  setRuleActive,
  world,
} from '#lib/testing/world.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { recordFollowers } from '#lib/write/ledger.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { AnyConsidered, previewAction } from './preview-action.ts';
import { previewConsequences } from './preview-consequences.ts';

const w = await world();

describe('What would happen?', () => {
  it('ACC-12 · a selection names each record once', () => {
    const one = { what: 'save', kind: 'incident', number: 'INC0010001', version: 1, values: {} };
    const isTaken = (...each: object[]) => AnyConsidered.safeParse({ what: 'many', each }).success;
    expect([isTaken(one), isTaken(one, { ...one, version: 2 })]).toEqual([true, false]);
  });

  it('SYNC-5, ACC-6 · names the first visible cases, why others are left out and which rule is off', async () => {
    const incident = await anIncident(w);
    const [open, over] = [await anotherCaseOf(w, incident), await anotherCaseOf(w, incident)];
    await db().task.update({ where: { id: over.id }, data: { state: 'closed', active: false } });
    const { kind, number, version } = incident;
    const considered = { what: 'save', kind, number, version, values: { state: 'in_progress' } } as const;
    const foresight = await previewAction(w.adam, considered);
    expect(foresight).toMatchObject({
      records: 1,
      rules: [{ id: 'SYNC-INC-1', records: { count: 1, first: [open.number] } }],
      leftOut: [{ because: 'closed or cancelled', count: 1, first: [over.number] }],
      off: [],
    });
    // A user who works only incidents sees the number of records, but not which.
    expect((await previewAction(w.ian, considered)).rules[0]?.records).toEqual({ count: 1, first: [] });
    await setRuleActive('SYNC-INC-1', false);
    const off = await previewAction(w.adam, considered);
    await setRuleActive('SYNC-INC-1', true);
    expect(off).toMatchObject({ records: 0, rules: [], off: [{ id: 'SYNC-INC-1', count: 1 }] });
  });

  it('SYNC-5, MAIL-10 · counts emails to users who may no longer see the record as suppressed', async () => {
    const incident = await anIncident(w);
    const theCase = await anotherCaseOf(w, incident);
    const { kind, number, version } = incident;
    const considered = { what: 'save', kind, number, version, values: { state: 'in_progress' } } as const;
    const list = 'work_notes_list';
    await db().taskWatcher.create({ data: { taskId: theCase.id, list, userId: w.ava.id } });
    expect((await previewAction(w.ian, considered)).mails).toEqual({ queued: 1, heldBack: 0 });
    await db().taskWatcher.create({ data: { taskId: theCase.id, list, userId: w.nils.id } });
    expect((await previewAction(w.ian, considered)).mails).toEqual({ queued: 1, heldBack: 1 });
  });

  it('SYNC-5 · shows what would be refused, and hides records without access', async () => {
    const { kind, number, version } = await anIncident(w);
    const considered = { what: 'save', kind, number, version, values: { state: 'on_hold' } } as const;
    expect((await previewAction(w.ian, considered)).refused).not.toBe('');
    await expect(previewAction(w.nils, considered)).rejects.toMatchObject({ rule: 'REL-16' });
    await expect(previewAction(w.rita, considered)).rejects.toMatchObject({ rule: 'ACC-6' });
  });

  it('SYNC-5 · of several records adds up their updates: a case that two of them update counts once, refused ones are named', async () => {
    const [one, other] = [await anIncident(w), await anIncident(w)];
    const both = await anotherCaseOf(w, one);
    await db().case.update({ where: { id: (await anotherCaseOf(w, other)).id }, data: { proactive: true } });
    const major = await aCase(w);
    await makeMajor(major);
    await db().case.update({ where: { id: major.id }, data: { incidentId: other.id } });
    const resolve = { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };
    const saved = ({ kind, number, version }: typeof one, values: Record<string, string>) =>
      ({ what: 'save', kind, number, version, values }) as const;
    const said = await previewAction(w.adam, {
      what: 'many',
      each: [
        saved(one, { state: 'in_progress' }),
        saved(one, resolve),
        saved(other, resolve),
        saved(other, { state: 'on_hold' }),
      ],
    });
    expect(said.refused).toBe('');
    expect(said.refusedOf).toEqual([{ because: 'Choose what the incident is waiting for.', numbers: [other.number] }]);
    const byRule = Object.fromEntries(said.rules.map(({ id, records }) => [id, records.count]));
    expect(byRule).toEqual({ 'SYNC-INC-1': 3, 'SYNC-INC-3': 3, 'SYNC-INC-5': 1, 'SYNC-INC-6': 2 });
    expect(said.rules[0]?.records.first).toContain(both.number);
    expect(said.records).toBe(4);
  });

  it('SYNC-5, SYNC-7 · names the cases that keep their state, as they are marked', async () => {
    const incident = await anIncident(w);
    const [marked] = [await anotherCaseOf(w, incident), await anotherCaseOf(w, incident)];
    const reason = { doNotResolve: true, doNotResolveReason: 'Its customer wants to test first.' };
    await db().case.updateMany({ where: { incidentId: incident.id }, data: { proactive: true } });
    await db().case.update({ where: { id: marked.id }, data: reason });
    const { kind, number, version } = incident;
    const values = { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };
    const said = await previewAction(w.adam, { what: 'save', kind, number, version, values });
    expect(said.stayOpen).toEqual({ count: 1, first: [marked.number] });
  });

  it('SYNC-5, INC-7 · names the child incidents that would be resolved', async () => {
    const parent = await anIncident(w);
    const child = await anIncident(w, { parentId: parent.id });
    const { kind, number, version } = parent;
    const values = { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'Twice.' };
    const resolveChildren = [child.number];
    const said = await previewAction(w.ian, { what: 'save', kind, number, version, values, resolveChildren });
    expect(said).toMatchObject({
      records: 1,
      rules: [{ id: 'INC-7', name: 'Resolve child incidents', records: { count: 1, first: [child.number] } }],
    });
  });

  it('SYNC-5, INC-7 · names those that would be refused, with the reason', async () => {
    const [parent, child, refused] = [await anIncident(w), await anIncident(w), await anIncident(w)];
    const because = 'Your roles do not allow it.';
    const kept = { rule: 'INC-7', ids: [child.id], leftOut: [{ id: refused.id, because }] };
    const resolving = (context: CommandContext) =>
      updateRecord(context, 'incident', parent, { ...parent, urgency: 1 }).then(() =>
        recordFollowers(context, parent.id, kept),
      );
    const seen = await dryRun(() => runCommand(w.ian, 'resolve', resolving), previewConsequences);
    expect(seen).toMatchObject({ ids: [child.id], leftOut: new Map([[because, [refused.id]]]) });
    expect(seen.rules.get('INC-7')?.ids).toEqual([child.id]);
  });

  it('SYNC-5, MAJ-10 · names the child cases that a cancelled major case would release', async () => {
    const [major, child] = [await aCase(w), await aCase(w)];
    await makeMajor(major, child);
    const said = await previewAction(w.mia, { what: 'move', number: major.number, verb: 'cancel' });
    expect(said).toMatchObject({
      records: 1,
      rules: [{ id: 'MAJ-10', name: 'Cancel a major case', records: { count: 1, first: [child.number] } }],
    });
  });

  it('SYNC-5, SYNC-MAJ-1 · says that child cases get nothing while the property is off', async () => {
    const [major, child, alone] = [await aCase(w), await aCase(w), await aCase(w)];
    await makeMajor(major, child);
    const said = async ({ kind, number, id }: typeof major, values: Readonly<Record<string, number | string>>) => {
      const { version } = await db().task.findUniqueOrThrow({ where: { id } });
      return (await previewAction(w.mia, { what: 'save', kind, number, version, values })).unsynced?.message;
    };
    const message =
      'Changes and comments on a major case are not copied into its child cases, because the property “Synchronize child cases” is off.';
    expect(await said(major, { priority: 1 })).toBe(message);
    // A field that is not listed reaches no child in any case.
    expect(await said(major, { description: 'Since noon.' })).toBeUndefined();
    expect(await said(alone, { priority: 1 })).toBeUndefined();
    await syncChildren(true);
    expect(await said(major, { priority: 1 })).toBeUndefined();
    await syncChildren(false);
  });

  it('SYNC-5, SYNC-CASE-2 · does not miss a rule that is off by default', async () => {
    const { theCase } = await aCaseWithIncident(w);
    const { kind, number } = theCase;
    const said = await previewAction(w.ava, { what: 'entry', kind, number, type: 'comment', text: 'We are on it.' });
    expect(said.off).toEqual([]);
    await setRuleActive('SYNC-CASE-2', true);
    const on = await previewAction(w.ava, { what: 'entry', kind, number, type: 'comment', text: 'We are on it.' });
    await setRuleActive('SYNC-CASE-2', false);
    expect(on.rules).toMatchObject([{ id: 'SYNC-CASE-2' }]);
  });

  it('SYNC-5, SYNC-INC-4 · shows the updates of a comment', async () => {
    const incident = await anIncident(w);
    const theCase = await anotherCaseOf(w, incident);
    const { kind, number } = incident;
    const said = await previewAction(w.adam, { what: 'entry', kind, number, type: 'comment', text: 'Up again.' });
    expect(said.rules).toMatchObject([{ id: 'SYNC-INC-4', records: { count: 1, first: [theCase.number] } }]);
  });
});
