import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messageRuns } from '#lib/customer-messages/run/message-runs.ts';
import { impactFigures } from '#lib/impact/queries/impact-figures.ts';
import { impactPage } from '#lib/impact/queries/impact-page.ts';
import { findOrigin } from '#lib/impact/queries/origin.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import { wouldUpdateMessage } from '#lib/record-page/would-update.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import { aChange, approvalBoard, type Board } from '#lib/testing/itsm.ts';
import { type Outage, outage } from '#lib/testing/outage.ts';
import {
  aCase,
  anIncident,
  change,
  commentsOf,
  fresh,
  notesOf,
  setIntegrationActive,
  setProperty,
  world,
} from '#lib/testing/world.ts';
import type { Values } from '#lib/write/check-values.ts';
import { generateCases } from './commands/generate-cases.ts';
import { generateOfChange } from './commands/generate-of-change.ts';
import { generateWithMessage } from './commands/generate-with-message.ts';
import { readRunDraft } from './queries/run-draft.ts';
import { GenerateCases } from './schema.ts';

const w = await world();
let items: Outage;
let board: Board;
let incident: Incident;

beforeAll(async () => {
  items = await outage(w);
  board = await approvalBoard();
  await db().account.update({ where: { id: w.boxeo }, data: { primaryContactId: w.cora.id } });
});

beforeEach(async () => {
  await setProperty('major_case_affected_account_threshold', '5');
  incident = await anIncident(w, {
    shortDescription: 'Mail is late',
    description: 'Since nine.',
    configurationItemId: items.core,
    impact: 1,
    urgency: 2,
  });
});

const accounts = ({ number, kind }: Pick<Incident, 'number' | 'kind'>, customerIds?: string[]) =>
  ({ kind: kind as 'incident', number, of: 'accounts', ...(customerIds ? { customerIds } : {}) }) as const;

const consumers = (record: Incident) => ({ ...accounts(record), of: 'consumers' }) as const;

const casesOf = async (id: string): Promise<Case[]> => {
  const rows = await db().case.findMany({
    where: { incidentId: id, proactive: true },
    orderBy: { task: { number: 'asc' } },
  });
  return Promise.all(rows.map((row) => loadRecord(db(), 'case', row.id)));
};

describe('Generate Proactive Cases', () => {
  it('PRO-1, PRO-2 · below the threshold makes a case for each account, filled from the incident', async () => {
    const { cases, majorCase } = await generateCases(w.noa, accounts(incident));
    expect(majorCase).toBeNull();
    const made = await casesOf(incident.id);
    expect(made.map(({ number }) => number)).toEqual(cases.map(({ number }) => number));
    expect(made).toMatchObject([
      { accountId: w.boxeo, contactId: w.cora.id, consumerId: null },
      { accountId: w.funco, contactId: null, consumerId: null },
    ]);
    for (const each of made) {
      expect(each).toMatchObject({
        shortDescription: 'Mail is late',
        description: 'Since nine.',
        state: 'new',
        proactive: true,
        channel: 'proactive',
        impact: 1,
        urgency: 2,
        priority: incident.priority,
        incidentId: incident.id,
        configurationItemId: items.core,
        parentId: null,
        majorCaseState: null,
        openedById: w.noa.id,
      });
      expect(await notesOf(each)).toEqual([`Generated from ${incident.number}.`]);
    }
    expect(await notesOf(incident)).toEqual([
      `Generated 2 proactive cases (${made.map(({ number }) => number).join(', ')}).`,
    ]);
  });

  it('PRO-1 · at the threshold makes a major case, and each account its child', async () => {
    await setProperty('major_case_affected_account_threshold', '2');
    expect((await readRunDraft(w.noa, accounts(incident))).major).toEqual({ is: 'new' });
    const { majorCase } = await generateCases(w.noa, accounts(incident));
    const [major, ...children] = await casesOf(incident.id);
    expect(major).toMatchObject({
      id: majorCase?.id,
      majorCaseState: 'accepted',
      incidentId: incident.id,
      parentId: null,
      proactive: true,
      accountId: null,
      contactId: null,
      consumerId: null,
      shortDescription: 'Mail is late',
    });
    expect(children.map(({ accountId, parentId }) => [accountId, parentId])).toEqual([
      [w.boxeo, major?.id],
      [w.funco, major?.id],
    ]);
  });

  it('REL-3, PRO-1 · with major cases switched off each account has its own case, however many there are', async () => {
    await setProperty('major_case_affected_account_threshold', '1');
    await setIntegrationActive('com.sn_majorissue_mgt', false);
    const { majorCase, cases } = await generateCases(w.noa, accounts(incident));
    await setIntegrationActive('com.sn_majorissue_mgt', true);
    expect([majorCase, cases.map(({ parentId }) => parentId)]).toEqual([null, [null, null]]);
  });

  it('PRO-8 · consumers are a run of their own, counted alone; under an active major case they become its children', async () => {
    await setProperty('major_case_affected_account_threshold', '2');
    expect(await readRunDraft(w.noa, consumers(incident))).toMatchObject({
      count: 1,
      names: ['Jane Doe'],
      major: null,
      remain: ['Boxeo', 'Funco'],
      remainCount: 2,
    });
    expect(await readRunDraft(w.noa, accounts(incident))).toMatchObject({ remain: ['Jane Doe'], remainCount: 1 });
    const { majorCase } = await generateCases(w.noa, accounts(incident));
    expect(await readRunDraft(w.noa, consumers(incident))).toMatchObject({ remain: [], remainCount: 0 });
    expect((await readRunDraft(w.noa, consumers(incident))).major).toEqual({ is: 'there', number: majorCase?.number });
    const { cases } = await generateCases(w.noa, consumers(incident));
    expect(await Promise.all(cases.map(fresh))).toMatchObject([
      { consumerId: w.jane.id, accountId: null, contactId: null, parentId: majorCase?.id },
    ]);
  });

  it('PRO-3, PRO-8 · a second run creates none, even if the first case is closed; new customers get one', async () => {
    const { cases } = await generateCases(w.noa, accounts(incident, [w.boxeo]));
    await db().task.update({ where: { id: cases[0]?.id ?? '' }, data: { state: 'closed', active: false } });
    await expect(generateCases(w.adam, accounts(incident, [w.boxeo]))).rejects.toMatchObject({
      rule: 'PRO-3',
      because: 'Boxeo has a proactive case already.',
    });
    const draft = await readRunDraft(w.noa, accounts(incident));
    expect(draft).toMatchObject({ count: 1, names: ['Funco'], alreadyCount: 1 });
    expect(draft.already).toEqual([{ name: 'Boxeo', number: cases[0]?.number }]);
    await generateCases(w.noa, accounts(incident));
    expect((await casesOf(incident.id)).map(({ accountId }) => accountId)).toEqual([w.boxeo, w.funco]);
  });

  it('PRO-3, Q-12 · fifty concurrent requests generate one set of cases', async () => {
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => generateCases(w.noa, accounts(incident))));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = all.flatMap((each) => (each.status === 'rejected' ? [each.reason.rule] : []));
    expect(refused).toEqual(Array(49).fill('PRO-3'));
    expect(await casesOf(incident.id)).toHaveLength(2);
  });

  it('PRO-3 · the database itself refuses a second case of a customer', async () => {
    const { cases } = await generateCases(w.noa, accounts(incident, [w.boxeo]));
    const other = await aCase(w);
    const again = { caseId: other.id, sourceId: incident.id, accountId: w.boxeo };
    await expect(db().proactiveCase.create({ data: again })).rejects.toThrow();
    await expect(
      db().proactiveCase.create({
        data: { caseId: other.id, sourceId: incident.id, accountId: w.funco, consumerId: w.jane.id },
      }),
    ).rejects.toThrow();
    expect(cases).toHaveLength(1);
  });

  it('PRO-4 · with communication each primary contact gets the message with the cases, or there are neither', async () => {
    const run = { ...accounts(incident), text: '{{number}} is hit, {{contact}}.' };
    expect((await readRunDraft(w.noa, accounts(incident))).communication).toMatchObject({
      unreached: ['Funco'],
      unreachedCount: 1,
    });
    await expect(generateWithMessage(w.noa, { ...run, text: 'Dear {{name}}' })).rejects.toMatchObject({
      rule: 'NOT-1',
    });
    expect(await casesOf(incident.id)).toEqual([]);
    const { cases, started } = await generateWithMessage(w.noa, run);
    expect(started).toMatchObject({ state: 'running', cases: 2, people: 1 });
    await processRuns(system, messageRuns);
    const [ofBoxeo, ofFunco] = cases;
    expect(await commentsOf(ofBoxeo as Case)).toEqual([`${ofBoxeo?.number} is hit, Cora Customer.`]);
    expect(await commentsOf(ofFunco as Case)).toEqual([`${ofFunco?.number} is hit, .`]);
    const mails = await db().mail.findMany({ where: { notifies: { runId: started.runId } } });
    expect(mails.map(({ recipientId, taskId }) => [recipientId, taskId])).toEqual([[w.cora.id, ofBoxeo?.id]]);
    await expect(generateWithMessage(w.noa, run)).rejects.toMatchObject({ rule: 'PRO-3' });
    expect(await db().notifyRun.count({ where: { sourceId: incident.id } })).toBe(1);
  });

  it('PRO-5 · another threshold changes no existing case', async () => {
    await generateCases(w.noa, accounts(incident, [w.boxeo]));
    await setProperty('major_case_affected_account_threshold', '1');
    expect(await casesOf(incident.id)).toMatchObject([{ parentId: null }]);
    const { majorCase } = await generateCases(w.noa, accounts(incident, [w.funco]));
    expect(majorCase).not.toBeNull();
    expect(await casesOf(incident.id)).toMatchObject([
      { accountId: w.boxeo, parentId: null },
      { id: majorCase?.id },
      { accountId: w.funco, parentId: majorCase?.id },
    ]);
  });

  it('PRO-2, ADM-4 · the mapping is the one that administrators edited', async () => {
    const { id: mapId, direction } = await db().fieldMap.findFirstOrThrow({ where: { direction: 'proactive_case' } });
    const late = { sourceField: 'fixed', fixedValue: 'Your mail may be late' };
    await db().fieldMapping.create({
      data: { mapId, direction, targetField: 'shortDescription', ...late, position: 1 },
    });
    await generateCases(w.noa, accounts(incident, [w.boxeo]));
    await db().fieldMapping.deleteMany({ where: { position: 1 } });
    expect((await casesOf(incident.id)).map(({ shortDescription }) => shortDescription)).toEqual([
      'Your mail may be late',
    ]);
  });

  it('PRO-1, PRO-2 · a change has them as its change request', async () => {
    const record = await aChange(w, { configurationItemId: items.core });
    const { cases } = await generateCases(w.noa, { kind: 'change', number: record.number, of: 'accounts' });
    expect(await Promise.all(cases.map(fresh))).toMatchObject([
      { changeId: record.id, causedByChangeId: null },
      { changeId: record.id },
    ]);
  });

  it('PRO-1 · unaffected customers get no case', async () => {
    await expect(generateCases(w.noa, accounts(incident, [w.alliant]))).rejects.toMatchObject({ rule: 'PRO-1' });
  });

  it.each([
    ['resolved', true, 'Resolved'],
    ['closed', false, 'Closed'],
  ])('PRO-1, REL-10 · nor from an incident that is %s, and the dialog says so', async (state, active, label) => {
    await db().task.update({ where: { id: incident.id }, data: { state, active } });
    const because = `${incident.number} is ${label}: cases are generated while it is open.`;
    await expect(generateCases(w.noa, accounts(incident))).rejects.toMatchObject({ rule: 'PRO-1', because });
    expect(await readRunDraft(w.noa, accounts(incident))).toMatchObject({ refused: because });
  });

  it('PRO-1, PRO-8 · nor a deactivated consumer: the dialog names who is left out', async () => {
    expect(await readRunDraft(w.noa, consumers(incident))).toMatchObject({ count: 1, refused: null, inactiveCount: 0 });
    await db().user.update({ where: { id: w.jane.id }, data: { active: false } });
    const draft = await readRunDraft(w.noa, consumers(incident));
    const refused = await generateCases(w.noa, consumers(incident)).catch((error) => error);
    await db().user.update({ where: { id: w.jane.id }, data: { active: true } });
    expect(draft).toMatchObject({ count: 0, inactive: ['Jane Doe'], inactiveCount: 1 });
    expect(refused).toMatchObject({ rule: 'PRO-1', because: 'Jane Doe is no longer active.' });
  });

  it('PRO-1 · a selection of more than a hundred is a run like any other', async () => {
    const made = await db().account.createManyAndReturn({
      data: Array.from({ length: 150 }, (_, n) => ({ name: `Selected ${n}` })),
    });
    const wide = await db().configurationItem.create({ data: { name: `many ${incident.number}`, class: 'Server' } });
    const installed = { name: 'Edge', productId: w.product, configurationItemId: wide.id };
    await db().installBaseItem.createMany({ data: made.map(({ id }) => ({ ...installed, accountId: id })) });
    const wideOutage = await anIncident(w, { configurationItemId: wide.id });
    const selected = GenerateCases.parse(
      accounts(
        wideOutage,
        made.map(({ id }) => id),
      ),
    );
    expect(await readRunDraft(w.noa, selected)).toMatchObject({ count: 150, major: { is: 'new' } });
    expect((await generateCases(w.noa, selected)).cases).toHaveLength(150);
  });

  it('PRO-2 · a deactivated primary contact is not the contact', async () => {
    await db().user.update({ where: { id: w.cora.id }, data: { active: false } });
    const { cases } = await generateCases(w.noa, accounts(incident, [w.boxeo]));
    await db().user.update({ where: { id: w.cora.id }, data: { active: true } });
    expect(cases).toMatchObject([{ accountId: w.boxeo, contactId: null }]);
  });

  it('PRO-8 · a major case that is closed gets no children', async () => {
    await setProperty('major_case_affected_account_threshold', '1');
    const { majorCase } = await generateCases(w.noa, accounts(incident, [w.boxeo]));
    await db().task.update({ where: { id: majorCase?.id ?? '' }, data: { state: 'closed', active: false } });
    await setProperty('major_case_affected_account_threshold', '5');
    expect((await readRunDraft(w.noa, accounts(incident, [w.funco]))).major).toBeNull();
    const { cases, majorCase: above } = await generateCases(w.noa, accounts(incident, [w.funco]));
    expect([above, cases[0]?.parentId]).toEqual([null, null]);
  });

  it('PRO-3, IMP-2 · a case removed from the incident still counts for its customer: in filter, row, dialog and command', async () => {
    const { cases } = await generateCases(w.noa, accounts(incident, [w.boxeo]));
    const [own] = cases;
    await db().case.update({ where: { id: own?.id ?? '' }, data: { incidentId: null } });
    const origin = await findOrigin(w.noa, incident);
    expect((await impactFigures(origin)).byPill).toMatchObject({ all: 3, no_proactive: 2 });
    const { rows } = await impactPage(w.noa, origin, { pill: 'all', after: null });
    expect(rows[0]).toMatchObject({ name: 'Boxeo', hasProactive: true, proactiveCase: own?.number });
    expect(await readRunDraft(w.noa, accounts(incident))).toMatchObject({ count: 1, alreadyCount: 1 });
    await expect(generateCases(w.noa, accounts(incident, [w.boxeo]))).rejects.toMatchObject({ rule: 'PRO-3' });
  });

  it('PRO-3, IMP-2 · a proactive case of another incident does not count as generated for this one', async () => {
    const other = await anIncident(w, { configurationItemId: items.core });
    const { cases } = await generateCases(w.noa, accounts(other, [w.boxeo]));
    await db().case.update({ where: { id: cases[0]?.id ?? '' }, data: { incidentId: incident.id } });
    expect((await impactFigures(await findOrigin(w.noa, incident))).byPill).toMatchObject({ all: 3, no_proactive: 3 });
    expect(await readRunDraft(w.noa, accounts(incident))).toMatchObject({ count: 2, alreadyCount: 0 });
  });

  it('ACC-6, PRO-1 · needs the role, and does not reveal the incident to users who cannot see it', async () => {
    await expect(generateCases(w.ian, accounts(incident))).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(readRunDraft(w.ian, accounts(incident))).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(generateCases(w.pat, accounts(incident))).rejects.toMatchObject({ rule: 'REL-16' });
    await expect(readRunDraft(w.cora, accounts(incident))).rejects.toMatchObject({ rule: 'REL-16' });
  });

  it('PRO-1, SYNC-3 · ten thousand accounts are one run', async () => {
    const wide = (await db().configurationItem.create({ data: { name: `wide ${incident.number}`, class: 'Server' } }))
      .id;
    await db().$executeRaw`
      with made as (insert into accounts (name) select 'Wide ' || n from generate_series(1, 10000) n returning id)
      insert into install_base_items (name, product_id, configuration_item_id, account_id)
      select 'Edge', ${w.product}::uuid, ${wide}::uuid, id from made`;
    const outageOfAll = await anIncident(w, { configurationItemId: wide });
    const { cases } = await generateCases(w.noa, accounts(outageOfAll));
    expect(cases).toHaveLength(10_000);
    expect(await db().proactiveCase.count({ where: { sourceId: outageOfAll.id } })).toBe(10_000);
  });

  it('PRO-6 · a change that enters Authorize generates them where that is set, each customer once', async () => {
    const authorized = async () => {
      const record = await aChange(w, { configurationItemId: items.core });
      // An emergency change has no state Assess.
      await change(w.ian, record, { type: 'emergency' });
      await change(w.ian, record, { state: 'authorize', approvalGroupId: board.id });
      return record;
    };
    const queued = async ({ number }: { number: string }) => {
      const [row] = await db().$queryRaw<{ jobs: number }[]>`
        select count(*)::int as jobs from graphile_worker.jobs where key = ${`generate-cases-of-change:${number}`}`;
      return row?.jobs;
    };
    expect(await queued(await authorized())).toBe(0);
    await setProperty('change.generate_cases_on_authorize', 'true');
    const generates = async (values: Values, of: Values = {}) => {
      const waiting = await aChange(w, of);
      await change(w.ian, waiting, { type: 'emergency' });
      const { kind, number, version } = await fresh(waiting);
      const saved = { ...values, state: 'authorize', approvalGroupId: board.id };
      return (await wouldUpdateMessage(w.ian, { what: 'save', kind, number, version, values: saved })).message;
    };
    const about = { configurationItemId: items.core };
    expect(await generates({}, about)).toContain('Generates 3 proactive cases.');
    expect(await generates(about)).toContain('Generates 3 proactive cases.');
    expect(await generates({ configurationItemId: null }, about)).not.toContain('Generates');
    const record = await authorized();
    await setProperty('change.generate_cases_on_authorize', 'false');
    expect(await queued(record)).toBe(1);
    await generateOfChange(system, record);
    await generateOfChange(system, record);
    const made = await db().proactiveCase.findMany({ where: { sourceId: record.id } });
    expect(new Set(made.map(({ accountId, consumerId }) => accountId ?? consumerId))).toEqual(
      new Set([w.boxeo, w.funco, w.jane.id]),
    );
    expect(made).toHaveLength(3);
  });

  it('PRO-6, ACC-6 · an empty remainder is no error; a missing permission is', async () => {
    const record = await aChange(w);
    await generateOfChange(system, record);
    expect(await db().proactiveCase.count({ where: { sourceId: record.id } })).toBe(0);
    await expect(generateOfChange(w.ian, record)).rejects.toMatchObject({ rule: 'ACC-6' });
  });
});
