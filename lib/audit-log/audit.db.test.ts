import { beforeAll, describe, expect, test } from 'vitest';
import { saveRow } from '#lib/admin-table/commands/save-row.ts';
import { setRelation } from '#lib/admin-table/commands/set-relation.ts';
import { recordAudit } from '#lib/audit/record.ts';
import { switchBusinessRule } from '#lib/business-rule/commands/switch-business-rule.ts';
import { ensureConfiguration } from '#lib/configuration/ensure-configuration.ts';
import { addLookupRow } from '#lib/data-lookup/commands/add-lookup-row.ts';
import { updateLookupRow } from '#lib/data-lookup/commands/update-lookup-row.ts';
import { switchIntegration } from '#lib/integration/commands/switch-integration.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { updateProperty } from '#lib/property/commands/update-property.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { holderOf } from '#lib/testing/world.ts';
import { setUserActive } from '#lib/user/commands/set-user-active.ts';
import { setUserRoles } from '#lib/user/commands/set-user-roles.ts';
import { undoChange } from './commands/undo-change.ts';
import { AuditFilter, positionText } from './filter.ts';
import { auditFormatters } from './formatters.ts';
import { listAuditEntries } from './queries.ts';
import { undoable } from './undoable.ts';

let adam: Actor;
let eve: Person;
let ian: Person;
let desk: string;

beforeAll(async () => {
  await ensureConfiguration(db());
  adam = await holderOf('Adam Admin', ['admin']);
  eve = await holderOf('Eve Second', ['admin']);
  ian = await holderOf('Ian Itil', ['itil']);
  desk = (await db().group.create({ data: { name: 'Service desk' } })).id;
});

const name = 'case.autoclose.days';
const ID = '018f6d3a-0000-7000-8000-000000000000';
const pair = { impact: 2, urgency: 3 };

async function rowOfPair() {
  return db().priorityLookup.findFirstOrThrow({ where: { ...pair, active: true } });
}

/** Every sort of change that can be undone, and a second change to the same setting. */
const changes: readonly { sort: string; make: () => Promise<unknown>; again: () => Promise<unknown> }[] = [
  {
    sort: 'a property',
    make: () => updateProperty(adam, { name, value: '20' }),
    again: () => updateProperty(adam, { name, value: '30' }),
  },
  {
    sort: 'a business rule',
    make: () => switchBusinessRule(adam, { id: 'SYNC-INC-1', active: false }),
    again: () => switchBusinessRule(adam, { id: 'SYNC-INC-1', active: true }),
  },
  {
    sort: 'an integration',
    make: () => switchIntegration(adam, { id: 'com.sn_cs_sm', active: false }),
    again: () => switchIntegration(adam, { id: 'com.sn_cs_sm', active: true }),
  },
  {
    sort: 'a row of the look-up',
    make: async () => updateLookupRow(adam, { ...(await rowOfPair()), priority: 1 }),
    again: async () => updateLookupRow(adam, { ...(await rowOfPair()), priority: 2 }),
  },
  {
    sort: 'a row of an admin table',
    make: () =>
      saveRow(adam, { table: 'group', id: desk, values: { name: 'Help desk', email: '', managerId: ian.id } }),
    again: () => saveRow(adam, { table: 'group', id: desk, values: { name: 'Desk', email: '', managerId: '' } }),
  },
  {
    sort: 'a relation',
    make: () => setRelation(adam, { relation: 'group-member', fromId: desk, toId: ian.id, related: true }),
    again: () => setRelation(adam, { relation: 'group-member', fromId: desk, toId: ian.id, related: false }),
  },
  {
    sort: 'the roles of a user',
    make: () => setUserRoles(adam, { userId: ian.id, roles: ['sn_incident_read', 'approver_user'] }),
    again: () => setUserRoles(adam, { userId: ian.id, roles: [] }),
  },
  {
    sort: 'whether a user can sign in',
    make: () => setUserActive(adam, { userId: ian.id, active: false }),
    again: () => setUserActive(adam, { userId: ian.id, active: true }),
  },
];

const newest = () => db().auditEntry.findFirstOrThrow({ orderBy: [{ at: 'desc' }, { id: 'desc' }] });
/** Everything that these changes affect. */
const everything = async () => ({
  settings: await readSettings(db()),
  group: await db().group.findUniqueOrThrow({ where: { id: desk }, include: { members: true } }),
  active: (await db().user.findUniqueOrThrow({ where: { id: ian.id } })).active,
  roles: (await db().userRole.findMany({ where: { userId: ian.id } })).map(({ role }) => role).sort(),
});

describe.each(changes)('a change of $sort', ({ make, again }) => {
  test('ADM-12 · is undone, by an entry that names it', async () => {
    const before = await everything();
    await make();
    const entry = await newest();

    await undoChange(eve, { entryId: entry.id });

    expect(await everything()).toEqual(before);
    const { action, subject, oldValue, newValue } = entry;
    const undoing = { action, subject, oldValue: newValue, newValue: oldValue, undoes: entry.id, actorId: eve.id };
    expect(await newest()).toMatchObject(undoing);
  });

  test('ADM-12 · is undone once', async () => {
    await make();
    const { id } = await newest();
    await undoChange(adam, { entryId: id });
    await expect(undoChange(adam, { entryId: id })).rejects.toMatchObject({ rule: 'ADM-12' });
  });

  test('ADM-12 · is undone only once by two concurrent requests', async () => {
    await make();
    const { id } = await newest();
    const results = await Promise.allSettled([undoChange(adam, { entryId: id }), undoChange(eve, { entryId: id })]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('ADM-12 · and its undoing is undone', async () => {
    await make();
    const after = await everything();
    await undoChange(adam, { entryId: (await newest()).id });
    await undoChange(adam, { entryId: (await newest()).id });
    expect(await everything()).toEqual(after);
    await undoChange(adam, { entryId: (await newest()).id });
  });

  test('ADM-12 · is not undone when it has changed since', async () => {
    await make();
    const entry = await newest();
    await again();
    const later = await newest();
    expect(later.id).not.toBe(entry.id);
    await expect(undoChange(adam, { entryId: entry.id })).rejects.toMatchObject({
      rule: 'ADM-12',
      because: expect.stringContaining('has been changed since'),
    });
    await undoChange(adam, { entryId: later.id });
  });

  test('ADM-12 · is undone by administrators only', async () => {
    const { id } = await newest();
    await expect(undoChange(ian, { entryId: id })).rejects.toMatchObject({ rule: 'ACC-6' });
  });
});

test('ADM-12 · undoing an added row deletes it, and undoing that restores it', async () => {
  const row = { ...pair, priority: 5, order: 999, active: false };
  const id = await addLookupRow(adam, row);
  await undoChange(adam, { entryId: (await newest()).id });
  expect(await db().priorityLookup.findUnique({ where: { id } })).toBeNull();

  await undoChange(adam, { entryId: (await newest()).id });
  expect(await db().priorityLookup.findUnique({ where: { id } })).toEqual({ id, ...row });
});

test('ADM-3, ADM-12 · an undo obeys the rules of the setting', async () => {
  const row = await rowOfPair();
  await updateLookupRow(adam, { ...row, active: false });
  const { id } = await newest();
  await addLookupRow(adam, { ...pair, priority: 3, order: 998, active: true });
  await expect(undoChange(adam, { entryId: id })).rejects.toMatchObject({ rule: 'ADM-3' });
});

test('ADM-12 · a sign-in is not undone', async () => {
  const entryId = await recordAudit(db(), ian, { action: 'sign-in.accepted', subject: 'ian@example.test' });
  await expect(undoChange(adam, { entryId })).rejects.toMatchObject({ rule: 'ADM-12' });
});

describe('the log', () => {
  const all = AuditFilter.parse({});

  test('ADM-12 · every entry is seen once, page by page and back, while others are written', async () => {
    const times = Array.from({ length: 130 }, (_, minute) => new Date(Date.UTC(2030, 0, 1, 0, Math.floor(minute / 3))));
    for (const time of times)
      await at(time, () => recordAudit(db(), adam, { action: 'sign-in.accepted', subject: 'page by page' }));
    const ofPages = { ...all, subject: 'page by page' };

    const first = await listAuditEntries(adam, ofPages);
    const late = new Date(Date.UTC(2031, 0));
    await at(late, () => recordAudit(db(), adam, { action: 'sign-in.accepted', subject: 'page by page' }));
    const second = await listAuditEntries(adam, { ...ofPages, after: first.older ?? undefined });
    const third = await listAuditEntries(adam, { ...ofPages, after: second.older ?? undefined });
    const back = await listAuditEntries(adam, { ...ofPages, before: third.newer ?? undefined });

    const pages = [first, second, third].map(({ entries }) => entries);
    expect(pages.map((entries) => entries.length)).toEqual([50, 50, 30]);
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(130);
    expect(first.newer).toBeNull();
    expect(third.older).toBeNull();
    expect(back.entries).toEqual(second.entries);
    expect(back.newer).not.toBeNull();
  });

  test('ADM-12 · it is filtered by action, person and subject', async () => {
    const of = async (filter: Partial<AuditFilter>) => (await listAuditEntries(adam, { ...all, ...filter })).entries;
    const undoings = await of({ person: 'eve sec', action: 'integration.changed' });
    expect(undoings.length).toBeGreaterThan(0);
    expect(new Set(undoings.map((entry) => entry.person?.name))).toEqual(new Set(['Eve Second']));
    expect(undoings.every((entry) => entry.undoes !== null)).toBe(true);
    expect(await of({ subject: 'no_such%thing' })).toEqual([]);
    expect((await of({ subject: 'AUTOCLOSE' })).map((entry) => entry.subject)).toContain(name);
  });

  test('ADM-12 · *Undo* is shown where undoing is allowed', async () => {
    await updateProperty(adam, { name, value: '40' });
    await updateProperty(adam, { name, value: '41' });
    const { entries } = await listAuditEntries(adam, { ...all, subject: name });
    expect(entries.map((entry) => entry.mayBeUndone)).toEqual(entries.map((_, index) => index === 0));
    expect(entries[0]).toMatchObject({ oldValue: '40', newValue: '41', person: { name: 'Adam Admin' } });
  });

  test('ADM-12 · entries about a person are found by name and address of today', async () => {
    await setUserRoles(adam, { userId: eve.id, roles: ['approver_user', 'admin'] });
    const of = async (subject: string) => (await listAuditEntries(adam, { ...all, subject })).entries;
    const [entry] = await of('EVE SECOND');
    expect(entry).toMatchObject({
      action: 'user.roles-changed',
      label: 'Roles changed',
      subject: 'Eve Second',
      subjectKey: eve.id,
      oldValue: 'admin',
      newValue: 'admin, approver_user',
      mayBeUndone: true,
    });
    await undoChange(adam, { entryId: entry?.id ?? '' });
    expect((await of('eve.second@')).map(({ newValue }) => newValue)).toContain('admin');
  });

  test('ADM-12 · only administrators read it', async () => {
    await expect(listAuditEntries(ian, all)).rejects.toMatchObject({ rule: 'ACC-6' });
  });

  test('ADM-12 · every action has a label and can be filtered', async () => {
    await recordAudit(db(), adam, { action: 'records.exported', subject: 'incident.list' });
    expect([...undoable.keys(), 'records.exported'].filter((action) => !(action in auditFormatters))).toEqual([]);
    expect((await listAuditEntries(adam, { ...all, action: 'records.exported' })).entries).toHaveLength(1);
  });

  test.each([`1700000000123.${'-'.repeat(36)}`, `999999999999999.${ID}`, `.${ID}`, '\0'])(
    'Q-13 · %j is no place in it',
    async (after) => {
      const filter = AuditFilter.parse({ after, before: after, person: '\0', subject: '\0', action: '\0' });
      expect(filter).toMatchObject({ ...all, after: undefined, before: undefined });
      await listAuditEntries(adam, filter);
    },
  );

  test('ADM-12 · valid parts of an invalid URL are used', () => {
    const position = { at: new Date(1_700_000_000_123), id: '018f6d3a-0000-7000-8000-000000000000' };
    expect(AuditFilter.parse({ after: positionText(position) }).after).toEqual(position);
    expect(AuditFilter.parse({ after: 'yesterday', action: ['a', 'b'], person: ' ian ' })).toEqual({
      action: '',
      person: 'ian',
      subject: '',
      after: undefined,
    });
  });
});
