import { beforeAll, describe, expect, it } from 'vitest';
import { switchIntegration } from '#lib/integration/commands/switch-integration.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { aCase, anIncident, fresh, holderOf, world } from '#lib/testing/world.ts';
import { createRecords } from '../commands/create-records.ts';
import { reactiveCaseForm } from './reactive-case-form.ts';

const w = await world();
let incident: Incident;

beforeAll(async () => {
  await db().account.update({ where: { id: w.boxeo }, data: { primaryContactId: w.cora.id } });
  incident = await anIncident(w, { shortDescription: 'Mail is late' });
});

const formFor = async (
  by: Actor,
  about = incident.number,
  of: { account: string } | { consumer: string } = { account: w.boxeo },
) => reactiveCaseForm(by, await readSettings(db()), { about, ...of });

describe('a new reactive case', () => {
  it('PRO-7 · begins with the account, its primary contact and the short description, and is associated at once', async () => {
    const form = await formFor(w.mia);
    expect(form).toEqual({
      related: { link: 'incident', number: incident.number },
      as: 'its incident',
      values: {
        shortDescription: { value: 'Mail is late', display: 'Mail is late' },
        accountId: { value: w.boxeo, display: 'Boxeo' },
        contactId: { value: w.cora.id, display: 'Cora Customer' },
      },
    });
    const values = Object.fromEntries(Object.entries(form?.values ?? {}).map(([name, { value }]) => [name, value]));
    const { record } = await createRecords(w.mia, { kind: 'case', values, ...(form ? { related: form.related } : {}) });
    expect(await fresh(record)).toMatchObject({
      accountId: w.boxeo,
      contactId: w.cora.id,
      incidentId: incident.id,
      proactive: false,
    });
  });

  it('PRO-7 · begins without a contact if the account has none; a consumer’s case begins with the consumer', async () => {
    expect((await formFor(w.mia, incident.number, { account: w.funco }))?.values).not.toHaveProperty('contactId');
    expect((await formFor(w.mia, incident.number, { consumer: w.jane.id }))?.values).toMatchObject({
      consumerId: { value: w.jane.id, display: 'Jane Doe' },
    });
    expect(await formFor(w.mia, incident.number, { consumer: w.cora.id })).toBeNull();
  });

  it('PRO-7, REL-16 · is offered to users who may open such cases, see the record and associate it', async () => {
    const consumersOnly = await holderOf('Consumers only', ['sn_customerservice.consumer_agent', 'sn_incident_write']);
    const who = [w.mia, w.adam, w.ava, w.noa, w.ian, w.pat, w.cora, consumersOnly];
    const hasForm = await Promise.all(who.map(async (by) => [by.name, (await formFor(by)) !== null]));
    expect(Object.fromEntries(hasForm)).toEqual({
      'Mia Manager': true,
      'Adam Admin': true,
      'Ava Agent': true,
      'Noa Noc': false,
      'Ian Itil': false,
      'Pat Plain': false,
      'Cora Customer': false,
      'Consumers only': false,
    });
    expect(await formFor(consumersOnly, incident.number, { consumer: w.jane.id })).not.toBeNull();
  });

  it('PRO-7, REL-3, REL-10 · is refused for a closed or missing record, and with the integration off', async () => {
    const closed = await anIncident(w);
    await db().task.update({ where: { id: closed.id }, data: { state: 'closed', active: false } });
    expect(await formFor(w.mia, closed.number)).toBeNull();
    expect(await formFor(w.mia, (await aCase(w)).number)).toBeNull();
    expect(await formFor(w.mia, 'INC9999999')).toBeNull();
    await switchIntegration(w.adam, { id: 'com.sn_cs_sm', active: false });
    expect(await formFor(w.mia)).toBeNull();
    await switchIntegration(w.adam, { id: 'com.sn_cs_sm', active: true });
  });
});
