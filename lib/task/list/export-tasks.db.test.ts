import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { aCase, aCaseWithIncident, change, type World, world } from '#lib/platform/testing/world.ts';
import { exportTasks } from './export-tasks.ts';
import { listOf } from './list-query.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});

async function csv(actor: Actor, kind: 'case' | 'incident', numbers: string[] = []) {
  const text = await new Response(await exportTasks(actor, { query: listOf(kind), numbers })).text();
  const [head = '', ...lines] = text.trimEnd().split('\r\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell])));
}

describe('export', () => {
  it('REC-1 · a case stands outside with its outer values and the names of what it refers to', async () => {
    const made = await at(new Date('2026-11-02T03:04:05.678Z'), () =>
      aCase(w, { channel: 'phone', priority: '2', assetId: w.asset, description: '=cmd', assignmentGroupId: w.desk }),
    );
    const [row] = await csv(w.ava, 'case', [made.number]);
    expect(row).toMatchObject({
      number: made.number,
      sys_id: made.id.replaceAll('-', ''),
      short_description: 'The line is down',
      description: "'=cmd",
      state: '1',
      priority: '2',
      account: 'Boxeo',
      contact: 'Cora Customer',
      product: 'SD-WAN Edge',
      asset: 'EDGE-1',
      contact_type: 'phone',
      assignment_group: 'Service desk',
      active: 'true',
      opened_at: '2026-11-02 03:04:05',
      closed_at: '',
      sys_mod_count: '1',
    });
  });

  it('INC-3 · an incident stands outside with its close code as the label, a case with the number of its incident', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await change(w.ian, incident, { state: 'resolved', resolutionCode: 'solution_provided', resolutionNotes: 'Done' });
    const [row] = await csv(w.ian, 'incident', [incident.number]);
    expect(row).toMatchObject({ state: '6', close_code: 'Solution provided', close_notes: 'Done' });
    const [ofCase] = await csv(w.ava, 'case', [theCase.number]);
    expect(ofCase).toMatchObject({ incident: incident.number });
  });

  it('ACC-6 · who may not export is refused, and nobody exports what they may not see', async () => {
    const ofConsumer = await aCase(w, { consumerId: w.jane.id });
    for (const actor of [w.vic, w.ian, w.nils, w.cora, w.noa])
      await expect(csv(actor, 'case')).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(csv(w.ava, 'incident')).rejects.toMatchObject({ rule: 'ACC-6' });
    expect(await csv(w.pat, 'case', [ofConsumer.number])).toEqual([]);
    expect(await csv(w.cleo, 'case', [ofConsumer.number])).toHaveLength(1);
  });

  it('ADM-12 · an export stands in the audit log', async () => {
    await csv(w.ava, 'case');
    const entry = await db().auditEntry.findFirst({ where: { actorId: w.ava.id }, orderBy: { id: 'desc' } });
    expect(entry).toMatchObject({ action: 'records.exported', subject: 'sn_customerservice_case.list' });
  });
});
