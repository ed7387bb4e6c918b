import { describe, expect, it } from 'vitest';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { anIncident, change, fresh, setIntegrationActive, world } from '#lib/testing/world.ts';
import { createRecords } from './commands/create-records.ts';
import { linksAtCreation, newForms } from './form.ts';
import { openIncidentsOnService } from './open-on-service.ts';

const w = await world();

const aLine = () => ({ kind: 'case' as const, values: { shortDescription: 'No line', contactId: w.cora.id } });

describe('a new record', () => {
  it('REL-5 · Case with Incident makes both, linked', async () => {
    const { record, related } = await createRecords(w.ava, { ...aLine(), related: { variant: 'incident' } });
    expect(related?.number).toMatch(/^INC/);
    expect(await fresh(record)).toMatchObject({ incidentId: related?.id });
  });

  it('an open incident on the same service is associated instead', async () => {
    const known = await anIncident(w, { configurationItemId: w.sdwan });
    const related = { link: 'incident' as const, number: known.number };
    const made = await createRecords(w.ava, { ...aLine(), related });
    expect(made).toMatchObject({ related: { number: known.number } });
  });

  /** Everything that creating a record writes. */
  const traces = () =>
    Promise.all([db().task.count(), db().journalEntry.count(), db().cause.count(), db().mail.count()]);

  it('REL-16, REC-5 · without the role for the second record neither is created', async () => {
    const before = await traces();
    const wish = createRecords(w.pat, { ...aLine(), related: { variant: 'incident' } });
    await expect(wish).rejects.toMatchObject({ rule: 'ACC-6', because: expect.stringMatching(/roles/) });
    expect(await traces()).toEqual(before);
  });

  it('REL-10, REC-5 · an incident that has ended since prevents the new case, too', async () => {
    const ended = await anIncident(w);
    await change(w.ian, ended, { state: 'canceled' });
    const before = await traces();
    const related = { link: 'incident' as const, number: ended.number };
    await expect(createRecords(w.ava, { ...aLine(), related })).rejects.toMatchObject({ rule: 'REL-10' });
    expect(await traces()).toEqual(before);
    expect(await fresh(ended)).toMatchObject({ version: 2 });
  });

  it('SYNC-0 · a failure in the second record leaves nothing of the first', async () => {
    const before = await traces();
    await db()
      .$executeRaw`create function broken() returns trigger language plpgsql as $$ begin raise 'broken'; end $$`;
    await db().$executeRaw`create trigger broken before insert on incidents execute function broken()`;
    const wish = createRecords(w.ava, { ...aLine(), related: { variant: 'incident' } });
    await expect(wish).rejects.toThrow('broken');
    await db().$executeRaw`drop trigger broken on incidents`;
    expect(await traces()).toEqual(before);
  });

  it('REC-5 · missing fields are named, and nothing is created', async () => {
    const before = await db().task.count();
    const wish = createRecords(w.ava, { kind: 'case', values: { shortDescription: ' ', contactId: w.cora.id } });
    await expect(wish).rejects.toMatchObject({ rule: 'REC-5', field: 'shortDescription' });
    expect(await db().task.count()).toBe(before);
  });

  it('REC-5 · each form creates a record with only its required fields', async () => {
    for (const { kind, sections } of newForms(w.adam, await readSettings(db()))) {
      const fields = sections.flatMap((section) => section.fields).filter(({ editable }) => editable);
      const blank = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
      const needs = { shortDescription: 'Short', ...(kind === 'case' ? { contactId: w.cora.id } : {}) };
      const { record } = await createRecords(w.adam, { kind, values: { ...blank, ...needs } });
      expect(record).toMatchObject({ kind, ...needs });
    }
  });

  it('the form has the fields that can be set initially; the priority of an incident is derived (INC-4)', async () => {
    const settings = await readSettings(db());
    expect(newForms(w.pat, settings).map(({ kind }) => kind)).toEqual(['case']);
    expect(newForms(w.vic, settings)).toEqual([]);
    const [, incident] = newForms(w.ava, settings);
    const fields = incident?.sections.flatMap((section) => section.fields) ?? [];
    const names = fields.map(({ name }) => name);
    expect(names).toContain('callerId');
    for (const name of ['state', 'holdReason', 'resolutionCode', 'contactId']) expect(names).not.toContain(name);
    expect(fields.find(({ name }) => name === 'priority')?.editable).toBe(false);
    expect(incident?.priorityByPair['1 1']).toBe('1 - Critical');
  });

  it('REL-3 · with the integration off nothing is offered to be related', async () => {
    const relatable = async (actor: Actor) => {
      const { create, link } = linksAtCreation(actor, await readSettings(db()));
      return { create: create.includes('incident'), link: link.includes('incident') };
    };
    expect(await relatable(w.ava)).toEqual({ create: true, link: true });
    expect(await relatable(w.rita)).toEqual({ create: false, link: true });
    await setIntegrationActive('com.sn_cs_sm', false);
    expect(await relatable(w.ava)).toEqual({ create: false, link: false });
    await setIntegrationActive('com.sn_cs_sm', true);
  });

  it('offers open incidents on items that the item depends on, to users who may associate them', async () => {
    const service = await db().configurationItem.create({ data: { name: 'SD-WAN', class: 'Business service' } });
    await db().ciRelationship.create({ data: { parentId: service.id, childId: w.sdwan } });
    const open = await anIncident(w, { serviceId: service.id });
    const closed = await anIncident(w, { serviceId: service.id });
    await db().task.update({ where: { id: closed.id }, data: { state: 'canceled', active: false } });
    const found = (await openIncidentsOnService(w.ava, w.sdwan)).map(({ number }) => number);
    expect(found).toContain(open.number);
    expect(found).not.toContain(closed.number);
    expect(await openIncidentsOnService(w.pat, w.sdwan)).toEqual([]);
    expect(await openIncidentsOnService(w.ava, 'nonsense')).toEqual([]);
  });
});
