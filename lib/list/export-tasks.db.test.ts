import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#lib/access/roles.ts';
import { withoutProtection } from '#lib/external/csv.ts';
import { externalFields, externalNames, findField } from '#lib/external/names.ts';
import { readExternal } from '#lib/external/values.ts';
import { findReferences } from '#lib/kinds/reference.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import type { Field, FieldValue } from '#lib/record/field.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import { type TaskKind, taskKindNames } from '#lib/record/kind.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aChange, anOffer, aProblem, approvalBoard, itemOf, planned } from '#lib/testing/itsm.ts';
import { aRecordOf } from '#lib/testing/kinds.ts';
import { aCase, aCaseWithIncident, change, fresh, holderOf, makeMajor, world } from '#lib/testing/world.ts';
import { exportTasks } from './export-tasks.ts';
import { listOf } from './list-query.ts';

const w = await world();

async function csv(actor: Actor, kind: TaskKind, numbers: string[] = []): Promise<Record<string, string>[]> {
  const text = await new Response(await exportTasks(actor, { query: listOf(kind), numbers })).text();
  return parse(text, { columns: true, record_delimiter: '\r\n' });
}

describe('export', () => {
  it('ACC-6 · a file begins with the byte order mark by which spreadsheets know UTF-8', async () => {
    const { number } = await aCase(w, {});
    const file = await new Response(await exportTasks(w.ava, { query: listOf('case'), numbers: [number] })).bytes();
    expect(Buffer.from(file).toString('hex')).toMatch(/^efbbbf6e756d/);
  });

  it('a case has external values, and the names of its references', async () => {
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

  it('ACC-6 · a user who also views all cases exports only those of their customers', async () => {
    const [ofCora, ofJane] = [await aCase(w), await aCase(w, { consumerId: w.jane.id })];
    const both = [ofCora.number, ofJane.number];
    const viewing = (role: Role) => holderOf(`Viewing ${role}`, [role, 'sn_customerservice.case_viewer']);
    const exported = async (actor: Actor) => (await csv(actor, 'case', both)).map(({ number }) => number);
    expect(await exported(await viewing('sn_customerservice_agent'))).toEqual([ofCora.number]);
    expect(await exported(await viewing('sn_customerservice.consumer_agent'))).toEqual([ofJane.number]);
    expect(await exported(w.mia)).toEqual(both);
    expect(await exported(w.adam)).toEqual(both);
  });

  it('an incident has its close code as the label, a case the number of its incident', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await change(w.ian, incident, { state: 'resolved', resolutionCode: 'solution_provided', resolutionNotes: 'Done' });
    const [row] = await csv(w.ian, 'incident', [incident.number]);
    expect(row).toMatchObject({ state: '6', close_code: 'Solution provided', close_notes: 'Done' });
    const [ofCase] = await csv(w.ava, 'case', [theCase.number]);
    expect(ofCase).toMatchObject({ incident: incident.number });
  });

  it('a change has its state as a number, which no spreadsheet reads as a formula', async () => {
    const made = await aChange(w);
    const text = await new Response(
      await exportTasks(w.ian, { query: listOf('change'), numbers: [made.number] }),
    ).text();
    expect(text).toContain(',-5,');
  });

  it('ACC-6 · users without the permission are refused, and hidden records are never exported', async () => {
    const ofConsumer = await aCase(w, { consumerId: w.jane.id });
    for (const actor of [w.vic, w.ian, w.nils, w.cora, w.noa])
      await expect(csv(actor, 'case')).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(csv(w.ava, 'incident')).rejects.toMatchObject({ rule: 'ACC-6' });
    expect(await csv(w.pat, 'case', [ofConsumer.number])).toEqual([]);
    expect(await csv(w.cleo, 'case', [ofConsumer.number])).toHaveLength(1);
  });

  it('ADM-12 · an export is in the audit log', async () => {
    await csv(w.ava, 'case');
    const entry = await db().auditEntry.findFirst({ where: { actorId: w.ava.id }, orderBy: { id: 'desc' } });
    expect(entry).toMatchObject({ action: 'records.exported', subject: 'sn_customerservice_case.list' });
  });
});

/** Records with as many fields as possible filled, linked to others. */
async function records() {
  const board = await approvalBoard();
  const [duplicate, problem, fix, culprit, service] = await Promise.all([
    aProblem(w),
    aProblem(w, { workaround: '@home:\n"restart", wait', causeNotes: '=1+1', knownError: true }),
    aChange(w, { ...planned, requestedById: w.ian.id, callerId: w.cora.id, testPlan: '-', risk: 'high' }),
    aChange(w),
    db().configurationItem.create({ data: { name: 'Lines, all of them', class: 'Business service' } }),
  ]);
  await change(w.ian, fix, { state: 'assess', approvalGroupId: board.id });
  await change(w.ian, problem, {
    state: 'closed',
    resolutionCode: 'duplicate',
    duplicateOfId: duplicate.id,
    configurationItemId: w.sdwan,
  });

  const major = await aCase(w);
  await makeMajor(major);
  const { theCase, incident } = await aCaseWithIncident(w, {
    channel: 'chat',
    assetId: w.asset,
    partnerId: w.alliant,
    partnerContactId: w.paul.id,
    probableCause: '+ the weather',
    assignmentGroupId: w.desk,
    assignedToId: w.ava.id,
  });
  const request = await createRequest(w.mia, {
    caseNumber: theCase.number,
    items: [{ catalogItemId: await anOffer('Laptop', board.id), quantity: 2 }],
    deliveryInformation: 'Desk 3,\nfloor "2"',
    specialInstructions: 'Ring twice',
  });
  const item = await itemOf(request, 'Laptop');
  const links = { problemId: problem.id, changeId: fix.id, causedByChangeId: culprit.id };
  await db().case.update({
    where: { id: theCase.id },
    data: {
      ...links,
      parentId: major.id,
      majorCaseState: 'cancelled',
      proactive: true,
      addResolutionNotesToComments: true,
    },
  });
  await db().incident.update({ where: { id: incident.id }, data: links });
  await change(w.ian, incident, {
    serviceId: service.id,
    category: 'network',
    state: 'resolved',
    resolutionCode: 'workaround_provided',
    resolutionNotes: '-Done',
    probableCause: "It's old",
  });
  await db().task.update({ where: { id: incident.id }, data: { correlationId: 'INC0000045' } });
  return { case: theCase, incident, problem, change: fix, request, requested_item: item };
}

/** The field value that an exported cell represents; a reference by its exported name. */
async function cellOf(name: string, field: Field, value: FieldValue): Promise<FieldValue> {
  if (field.type === 'reference' && name !== 'id' && typeof value === 'string')
    return (await findReferences(db(), field.target, [value]))[0]?.label ?? 'missing';
  if (field.type === 'date-time' && typeof value === 'string') return `${value.slice(0, 19)}.000Z`;
  return field.type === 'text' ? (value ?? '') : value;
}

describe('a file that was exported', () => {
  let made: Awaited<ReturnType<typeof records>> & Partial<Record<TaskKind, TaskRecord>>;
  beforeAll(async () => {
    made = await records();
  });

  it.each(taskKindNames)('%s: has the values of the record, field by field', async (kind) => {
    const record = await fresh(made[kind] ?? (await aRecordOf(kind, w)));
    const [row = {}] = await csv(w.adam, kind, [record.number]);
    expect(Object.keys(row)).toEqual(externalNames(kind));
    const read = Object.entries(row).map(([external, cell]) => {
      const named = findField(kind, external);
      return [named?.name, named && readExternal(named.field, withoutProtection(cell))];
    });
    const said = externalFields(kind).map(async ({ name, field }) => [
      name,
      { value: await cellOf(name, field, fieldValue(record, name)) },
    ]);
    expect(Object.fromEntries(read)).toEqual(Object.fromEntries(await Promise.all(said)));
  });

  it('names the records that a record is linked with, in the columns of its table', async () => {
    const [ofCase] = await csv(w.mia, 'case', [made.case.number]);
    expect(ofCase).toMatchObject({
      incident: made.incident.number,
      problem: made.problem.number,
      change_request: made.change.number,
      caused_by: expect.stringMatching(/^CHG/),
      parent: expect.stringMatching(/^CS/),
      opened_by: 'Ava Agent',
    });
    const [incident] = await csv(w.mia, 'incident', [made.incident.number]);
    expect(incident).toMatchObject({
      problem_id: made.problem.number,
      rfc: made.change.number,
      caused_by: ofCase?.caused_by,
      resolved_by: 'Ian Itil',
      correlation_id: 'INC0000045',
    });
    const [item] = await csv(w.mia, 'requested_item', [made.requested_item.number]);
    expect(item).toMatchObject({ request: made.request.number, cat_item: 'Laptop', quantity: '2', price: '251.00' });
    const [request] = await csv(w.mia, 'request', [made.request.number]);
    expect(request).toMatchObject({ parent: made.case.number, request_state: 'requested' });
  });
});
