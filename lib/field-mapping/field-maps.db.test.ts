import { describe, expect, it } from 'vitest';
import { saveRow } from '#lib/admin-table/commands/save-row.ts';
import { switchRow } from '#lib/admin-table/commands/switch-row.ts';
import { previewMapping } from '#lib/admin-table/queries/map-preview.ts';
import { listMaps, mapWithRows } from '#lib/admin-table/queries/maps.ts';
import { SaveRow } from '#lib/admin-table/schema.ts';
import { undoChange } from '#lib/audit-log/commands/undo-change.ts';
import { db } from '#lib/platform/db.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { aCase, anIncident, holderOf, world } from '#lib/testing/world.ts';
import { mappedValues } from './mapped-values.ts';
import { type DirectionName, fieldsOfAll, mapDirections } from './mapping.ts';
import { mappingFits } from './rules/mapping-fits.ts';

const w = await world();

const save = (input: Record<string, string>) => saveRow(w.adam, SaveRow.parse(input));

const aMap = async (name: string, values: Record<string, string> = {}, direction: DirectionName = 'proactive_case') =>
  (await save({ table: 'field-map', direction, name, position: '10', active: 'on', ...values })).id;

const fixed = (mapId: string, fixedValue: string, direction: DirectionName = 'proactive_case') => ({
  table: 'field-mapping',
  mapId,
  direction,
  targetField: 'shortDescription',
  sourceField: 'fixed',
  fixedValue,
  conditionField: 'always',
  position: '10',
  active: 'on',
});

const incidentWith = async (values: { impact: string; urgency: string }) => {
  const { id, number } = await anIncident(w, values);
  return { number, record: await loadRecord(db(), 'incident', id) };
};

const lastEntry = async (subject: string) =>
  (await db().auditEntry.findFirstOrThrow({ where: { subject }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })).id;

describe('several maps of one direction', () => {
  it('ADM-4 · the matching map with the highest order fills the record, and the preview shows why', async () => {
    const outage = await aMap('Outage', { position: '30', 'conditions.impact': '1', 'conditions.urgency': '1' });
    const noise = await aMap('Noise', { position: '20', 'conditions.impact': '1' });
    await save(fixed(outage, 'We have an outage'));
    await save(fixed(noise, 'Something is slow'));
    const text = async (values: { impact: string; urgency: string }) =>
      (await mappedValues(db(), (await incidentWith(values)).record, 'case')).shortDescription;
    expect(await text({ impact: '1', urgency: '1' })).toBe('We have an outage');
    expect(await text({ impact: '1', urgency: '3' })).toBe('Something is slow');
    const { number, record } = await incidentWith({ impact: '2', urgency: '1' });
    expect((await mappedValues(db(), record, 'case')).shortDescription).toBe(record.shortDescription);
    expect((await previewMapping(w.adam, number)).of).toMatchObject([
      {
        label: 'Incident to proactive case',
        map: { name: 'Standard case' },
        others: [
          { name: 'Outage', because: 'Impact is 2 - Medium, not 1 - High.' },
          { name: 'Noise', because: 'Impact is 2 - Medium, not 1 - High.' },
        ],
      },
    ]);
    await switchRow(w.adam, { table: 'field-map', id: outage, active: false });
    expect(await text({ impact: '1', urgency: '1' })).toBe('Something is slow');
    await undoChange(w.adam, { entryId: await lastEntry(outage) });
    expect(await text({ impact: '1', urgency: '1' })).toBe('We have an outage');
  });

  it('ADM-4 · undo removes an added map, unless it has rows', async () => {
    const id = await aMap('Short-lived');
    await undoChange(w.adam, { entryId: await lastEntry(id) });
    await expect(mapWithRows(w.adam, id)).rejects.toMatchObject({ rule: 'REL-16' });
    const used = await aMap('Used');
    const entryId = await lastEntry(used);
    await save(fixed(used, 'Hello'));
    await expect(undoChange(w.adam, { entryId })).rejects.toMatchObject({
      because: 'This field map is in use, so it cannot be removed.',
    });
  });

  it('ADM-4 · a row stays in its map, and its name is its own', async () => {
    const [one, other] = [await aMap('One'), await aMap('Other')];
    const { id } = await save(fixed(one, 'Hello'));
    await expect(saveRow(w.adam, { ...SaveRow.parse(fixed(other, 'Hello')), id })).rejects.toMatchObject({
      because: 'A mapped field cannot be moved to another field map.',
    });
    await expect(aMap('One')).rejects.toMatchObject({ rule: 'REC-5', field: 'name' });
  });
});

describe('the maps of work orders', () => {
  const orderOf = async ({ number: caseNumber }: { number: string }) => {
    const { id } = await createFromCase(w.adam, { caseNumber, variant: 'work_order', values: {} });
    return loadRecord(db(), 'work_order', id);
  };

  it('WO-1, ADM-4 · a work order has the values of the matching map with the highest order, among equals of the older', async () => {
    const urgent = await aMap(
      'Urgent',
      { position: '30', 'conditions.channel': 'phone', 'conditions.impact': '1' },
      'work_order',
    );
    const older = await aMap('Phone', { position: '20', 'conditions.channel': 'phone' }, 'work_order');
    const newer = await aMap('Phone too', { position: '20', 'conditions.channel': 'phone' }, 'work_order');
    await save(fixed(urgent, 'Go at once', 'work_order'));
    await save({ ...fixed(urgent, '1 - Critical', 'work_order'), targetField: 'priority' });
    await save(fixed(older, 'Make a visit', 'work_order'));
    await save(fixed(newer, 'Never', 'work_order'));
    const called = { channel: 'phone', configurationItemId: w.sdwan, description: 'No line' };
    expect(await orderOf(await aCase(w, { ...called, impact: '1' }))).toMatchObject({
      shortDescription: 'Go at once',
      priority: 1,
      description: '',
      accountId: w.boxeo,
      configurationItemId: w.sdwan,
    });
    expect(await orderOf(await aCase(w, { ...called, impact: '2' }))).toMatchObject({
      shortDescription: 'Make a visit',
    });
    const mailed = await aCase(w, { ...called, channel: 'email', impact: '2', urgency: '1' });
    const { shortDescription, description, impact, urgency, priority } = mailed;
    const copied = { shortDescription, description, impact, urgency, priority };
    expect(await orderOf(mailed)).toMatchObject(copied);
  });

  it('WO-1 · the map that every database begins with fits, and so do its choices in all directions', () => {
    for (const { rows, ...direction } of Object.values(mapDirections))
      expect(rows.map((row) => mappingFits({ ...direction, rows }, row))).toEqual(rows.map(() => ({ ok: true })));
    const fields = Object.values(mapDirections).flatMap(({ conditionFields }) => Object.entries(conditionFields));
    // The list of maps shows conditions of all directions, with one field per name.
    expect(fields.filter(([name, field]) => fieldsOfAll('conditionFields')[name] !== field)).toEqual([]);
  });

  it('ACC-15, ADM-4 · a work order administrator sees and edits only the maps of work orders', async () => {
    const wanda = await holderOf('Wanda', ['wm_admin']);
    expect((await listMaps(wanda)).map(({ label }) => label)).toEqual(['Case to work order']);
    const [own] = await db().fieldMap.findMany({ where: { direction: 'work_order', name: 'Standard work order' } });
    const [other] = await db().fieldMap.findMany({ where: { direction: 'proactive_case', name: 'Standard case' } });
    expect((await mapWithRows(wanda, own?.id ?? '')).rows.length).toBe(5);
    await expect(mapWithRows(wanda, other?.id ?? '')).rejects.toMatchObject({ rule: 'REL-16' });
    // Nor is a case previewed that the user's roles don't show.
    const { number } = await aCase(w);
    expect((await previewMapping(w.adam, number)).of).toMatchObject([{ label: 'Case to work order' }]);
    expect((await previewMapping(wanda, number)).of).toEqual([]);
    // A map's row can't be taken over from another map, and a work order row can't be saved into another map.
    const input = SaveRow.parse(fixed(own?.id ?? '', 'Mine', 'work_order'));
    const [row] = await db().fieldMapping.findMany({ where: { mapId: other?.id ?? '' } });
    const stolen = saveRow(wanda, { ...input, id: row?.id });
    await expect(stolen).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(
      saveRow(wanda, { ...input, values: { ...input.values, mapId: other?.id ?? '' } }),
    ).rejects.toMatchObject({
      rule: 'ADM-4',
    });
  });
});
