import { beforeEach, describe, expect, it } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { conclude } from '#lib/engine/conclude.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { addChildren } from '#lib/major-case/commands/add-children.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { waitsForLock } from '#lib/testing/locks.ts';
import { syncChildren } from '#lib/testing/major-case-scenario.ts';
import { aCase, anIncident, change, fresh, world } from '#lib/testing/world.ts';
import { commandContext } from '#lib/write/command-context.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { updateRecord } from '#lib/write/write-updates.ts';

const w = await world();

const PASSED_ON = 'state,close_notes,resolution_code,work_notes,incident';
beforeEach(() => syncChildren(true, PASSED_ON));

const WORDS = 'The spare part is there.';
const number = ({ number: own }: { number: string }) => own;

/** A major case with an incident, a child with the same incident, and an unrelated case of that incident. */
async function aFamily() {
  const [incident, other] = [await anIncident(w), await anIncident(w)];
  const values = { shortDescription: 'Tills are dead', businessImpact: 'No sales.' };
  const major = await openMajorCase(w.mia, { as: 'major case', values });
  const [child, single] = [await aCase(w), await aCase(w)];
  await addChildren(w.mia, { number: major.number, caseNumbers: [child.number] });
  for (const caseNumber of [major.number, single.number])
    await associate(w.mia, { caseNumber, link: 'incident', number: incident.number });
  return { incident, other, major, child: await fresh(child), single: await fresh(single) };
}

/** Writes the incident while another transaction changes the case and holds its lock, so that the write waits. */
async function meanwhile(theCase: Case, values: Partial<Case>, write: () => Promise<unknown>) {
  const writing: Promise<unknown>[] = [];
  await transaction(async (tx) => {
    const context = await commandContext(tx, w.mia, 'test');
    const locked = await lockRecord(context, 'case', number(theCase));
    await updateRecord(context, 'case', locked, { ...locked, ...values }, {}, { link: true });
    writing.push(write());
    await expect.poll(waitsForLock).toBe(true);
    await conclude(context);
  });
  await Promise.all(writing);
}

const comment = (incident: { number: string }) => () =>
  addEntry(w.ian, { kind: 'incident', number: incident.number, type: 'comment', text: WORDS });

/** The rules that wrote the text into the case. */
async function heard({ id }: { id: string }): Promise<string[]> {
  const notes = await db().journalEntry.findMany({ where: { taskId: id, text: { contains: WORDS } } });
  return notes.flatMap(({ lines }) => (lines as { rule: string }[]).map(({ rule }) => rule));
}

describe('a case that moves while its incident waits for it', () => {
  it('SYNC-000, SYNC-MAJ-6 · a child whose copied incident was replaced receives nothing from the old one', async () => {
    const { incident, other, major, child, single } = await aFamily();
    expect(child.incidentId).toBe(incident.id);
    await meanwhile(child, { incidentId: other.id }, comment(incident));
    expect([await heard(child), await heard(major), await heard(single)]).toEqual([[], ['SYNC-INC-4'], ['SYNC-INC-4']]);
  });

  it('SYNC-000, SYNC-MAJ-3 · a child that leaves its major case is updated directly, by the rule for cases', async () => {
    const { incident, child } = await aFamily();
    await meanwhile(child, { parentId: null }, comment(incident));
    expect(await heard(child)).toEqual(['SYNC-INC-4']);
  });

  it.each([
    [true, ['SYNC-MAJ-3']],
    [false, []],
  ])(
    'SYNC-000, SYNC-MAJ-3 · a case that becomes a child is updated through its major case, or not at all (%s)',
    async (on, rules) => {
      const { incident, major, single } = await aFamily();
      await syncChildren(on, PASSED_ON);
      await meanwhile(single, { parentId: major.id }, comment(incident));
      expect([await heard(single), await heard(major)]).toEqual([rules, ['SYNC-INC-4']]);
    },
  );

  it('SYNC-000 · a case that somebody else saves at the same time is updated, too', async () => {
    const { incident, single, child } = await aFamily();
    await meanwhile(single, { priority: 1 }, comment(incident));
    await meanwhile(child, { priority: 1 }, comment(incident));
    expect([await heard(single), await heard(child)]).toEqual([
      ['SYNC-INC-4', 'SYNC-INC-4'],
      ['SYNC-MAJ-3', 'SYNC-MAJ-3'],
    ]);
  });

  it('SYNC-000, SYNC-INC-5 · a proactive case that becomes a child is not resolved with the incident', async () => {
    const { incident, major, single } = await aFamily();
    await db().case.update({ where: { id: single.id }, data: { proactive: true } });
    await db().integration.update({ where: { id: 'com.sn_majorissue_mgt' }, data: { active: false } });
    const resolved = { state: 'resolved', resolutionCode: 'solution_provided', resolutionNotes: 'Replaced.' };
    await meanwhile(single, { parentId: major.id }, () => change(w.ian, incident, resolved));
    await db().integration.update({ where: { id: 'com.sn_majorissue_mgt' }, data: { active: true } });
    expect((await fresh(single)).state).toBe('new');
  });
});
