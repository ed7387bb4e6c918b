import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { addChildren } from '#lib/major-case/commands/add-children.ts';
import { openMajorCase } from '#lib/major-case/commands/open-major-case.ts';
import { db } from '#lib/platform/db.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import { associate } from '#lib/related/commands/associate.ts';
import type { Scenario } from './scenarios.ts';
import { aCase, anIncident, change, setProperty, type World } from './world.ts';

/** SYNC-MAJ-1 · Lets major cases copy into their children, by default the product's list of fields. */
export async function syncChildren(on: boolean, names?: string): Promise<void> {
  const listed = names ?? 'priority,state,comments,work_notes,assigned_to,close_notes,resolution_code';
  await setProperty('sn_customerservice.parent_child_case_sync', String(on));
  await setProperty('sn_customerservice.case_fields_to_sync', listed);
}

/** Scenario: a major case with a child of Cora and one of Fiona, both with its incident. Fires every major case rule. */
export async function majorCaseScenario(w: World): Promise<Scenario> {
  const ofFiona = { contactId: w.fiona.id, shortDescription: 'Phones of Funco are dead' };
  const receivers = [await aCase(w, { shortDescription: 'Tills of Boxeo are dead' }), await aCase(w, ofFiona)];
  const incident = await anIncident(w, { shortDescription: 'The switch of many burns' });
  const values = { shortDescription: 'A switch of many customers burns', businessImpact: 'Nobody sells anything.' };
  const { number } = await openMajorCase(w.mia, { as: 'major case', values });
  for (const caseNumber of [number, ...receivers.map((child) => child.number)])
    await associate(w.mia, { caseNumber, link: 'incident', number: incident.number });
  await addChildren(w.mia, { number, caseNumbers: receivers.map((child) => child.number) });
  const run = async () => {
    const burnt = {
      resolutionCode: 'duplicate',
      resolutionNotes: 'It has burnt down.',
      probableCause: 'Fire on floor 3',
    };
    await addEntry(w.ian, { kind: 'incident', number: incident.number, type: 'comment', text: 'The smoke is black.' });
    await change(w.ian, await loadRecord(db(), 'incident', incident.id), { state: 'resolved', ...burnt });
    await addEntry(w.mia, { kind: 'case', number, type: 'work_note', text: 'Funco and Boxeo are both hit.' });
    await addEntry(w.mia, { kind: 'case', number, type: 'comment', text: 'Dear customers, a switch is replaced.' });
    await moveCase(w.mia, { number, verb: 'close', values: { resolutionNotes: 'Both have a new switch.' } });
  };
  return { receivers, run };
}
