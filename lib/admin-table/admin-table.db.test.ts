import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { undoChange } from '#lib/audit-log/commands/undo-change.ts';
import { AuditFilter } from '#lib/audit-log/filter.ts';
import { listAuditEntries } from '#lib/audit-log/queries.ts';
import { db } from '#lib/platform/db.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { itemOf } from '#lib/testing/itsm.ts';
import { emptyAuditLog } from '#lib/testing/rewrite-history.ts';
import { signedInAs } from '#lib/testing/signed-in.ts';
import { world } from '#lib/testing/world.ts';
import { setRelationAction } from './actions.ts';
import { type AdminTableName, adminTableNames } from './admin-tables.ts';
import { saveRow } from './commands/save-row.ts';
import { setRelation } from './commands/set-relation.ts';
import { switchRow } from './commands/switch-row.ts';
import { listRelations, listRows, rowOf } from './queries.ts';
import type { RelationName } from './relations.ts';
import { SaveRow } from './schema.ts';

const w = await world();
let categoryId: string;

const save = (table: AdminTableName, typed: Record<string, string>, id?: string) =>
  saveRow(w.adam, SaveRow.parse({ table, ...(id ? { id } : {}), ...typed }));
const relate = (relation: RelationName, fromId: string, toId: string, related = true) =>
  setRelation(w.adam, { relation, fromId, toId, related });
/** The newest entry as the audit log page shows it. */
const lastShown = async () => (await listAuditEntries(w.adam, AuditFilter.parse({}))).entries[0];
const lastEntry = () => db().auditEntry.findFirstOrThrow({ orderBy: [{ at: 'desc' }, { id: 'desc' }] });

beforeAll(async () => {
  categoryId = (await save('catalog-category', { name: 'Hardware' })).id;
});

beforeEach(() => emptyAuditLog());

const laptop = () => ({ name: 'Laptop', categoryId, priceCents: '1200.5', deliveryDays: '5', active: 'on' });

describe('rows', () => {
  it('ADM-7 · a catalog item is added, changed and taken out of use', async () => {
    const { id } = await save('catalog-item', { ...laptop(), approvalGroupId: w.desk });
    const stored = { name: 'Laptop', priceCents: 120_050, deliveryDays: 5, approvalGroupId: w.desk, active: true };
    expect(await db().catalogItem.findUniqueOrThrow({ where: { id } })).toMatchObject(stored);
    await save(
      'catalog-item',
      { ...laptop(), name: 'Good laptop', priceCents: '0', description: 'A "good" one,\nsaid: so' },
      id,
    );
    await switchRow(w.adam, { table: 'catalog-item', id, active: false });
    expect(await db().catalogItem.findUniqueOrThrow({ where: { id } })).toMatchObject({
      name: 'Good laptop',
      description: 'A "good" one,\nsaid: so',
      priceCents: 0,
      approvalGroupId: null,
      active: false,
    });
    expect((await listRows(w.adam, 'catalog-item', { search: 'GOOD' })).rows).toMatchObject([
      { id, values: { priceCents: '0.00', active: 'false' }, labels: { categoryId: 'Hardware' } },
    ]);
  });

  it('ADM-12 · a row that changes is in the audit log with old and new values, and is undone from there', async () => {
    const { id } = await save('catalog-item', { ...laptop(), name: 'Phone' });
    const added = await lastEntry();
    await save('catalog-item', { ...laptop(), name: 'Phone', priceCents: '9' }, id);
    const changed = await lastEntry();
    const phone = (priceCents: string) => ({
      name: 'Phone',
      categoryId,
      description: '',
      priceCents,
      deliveryDays: 5,
      approvalGroupId: null,
      fulfilmentGroupId: null,
      active: true,
    });
    expect(changed).toMatchObject({
      action: 'catalog-item.changed',
      actorId: w.adam.id,
      subject: id,
      oldValue: phone('1200.50'),
      newValue: phone('9.00'),
    });
    expect(await lastShown()).toMatchObject({
      subject: 'Phone',
      oldValue:
        'Name: "Phone", Category: "Hardware", Price: 1200.50, Delivery days: 5, Approved by the customer: No, Active: Yes',
      newValue:
        'Name: "Phone", Category: "Hardware", Price: 9.00, Delivery days: 5, Approved by the customer: No, Active: Yes',
    });
    await undoChange(w.adam, { entryId: changed.id });
    expect(await db().catalogItem.findUniqueOrThrow({ where: { id } })).toMatchObject({ priceCents: 120_050 });
    await expect(undoChange(w.adam, { entryId: added.id })).rejects.toMatchObject({ rule: 'ADM-12' });
  });

  it('ADM-12 · a row added by mistake can be deleted, unless it is in use', async () => {
    const { id } = await save('catalog-category', { name: 'Mistake' });
    const { id: entryId } = await lastEntry();
    await save('catalog-item', { ...laptop(), name: 'In use', categoryId: id });
    await expect(undoChange(w.adam, { entryId })).rejects.toMatchObject({ rule: 'ADM-12' });
    await db().catalogItem.deleteMany({ where: { categoryId: id } });
    await undoChange(w.adam, { entryId });
    expect(await db().catalogCategory.count({ where: { id } })).toBe(0);
  });

  it('ADM-4, REC-5 · a mapping lists all its errors at once, each one once', () => {
    const row = { targetField: 'shortDescription', sourceField: 'fixed', fixedValue: '', position: 'x', active: 'on' };
    const wrong = {
      ...row,
      table: 'field-mapping',
      direction: 'proactive_case',
      mapId: w.boxeo,
      conditionField: 'priority',
      conditionValue: 'Red',
    };
    const issues = SaveRow.safeParse(wrong).error?.issues.map(({ path }) => path.join());
    expect(issues?.toSorted()).toEqual(['conditionValue', 'fixedValue', 'position']);
  });

  it('NOT-1, POR-3 · a template has no unknown variable, and names no internal record', () => {
    const errorsOf = (text: string) =>
      SaveRow.safeParse({ table: 'message-template', name: '', text }).error?.issues.map(({ message }) => message);
    expect(errorsOf('{{nobody}}')).toEqual([
      'Name is missing.',
      expect.stringContaining('There is no variable {{nobody}}.'),
    ]);
    expect(errorsOf('As INC0010024 says')).toContain('INC0010024 is an internal number: customers would read it.');
  });

  it('ADM-12 · nothing changed is nothing logged', async () => {
    const { id } = await save('product', { name: 'Payments API' });
    await emptyAuditLog();
    expect(await save('product', { name: ' Payments API ' }, id)).toEqual({ id, changed: false });
    expect(await db().auditEntry.count()).toBe(0);
  });

  it('REC-5 · errors are reported by column, all at once', () => {
    const wrong = (deliveryDays: string) =>
      SaveRow.safeParse({ table: 'catalog-item', categoryId: 'x', priceCents: '-1', deliveryDays }).error?.issues;
    for (const days of ['1.5', ''])
      expect(wrong(days)?.map(({ path }) => path.join())).toEqual(['name', 'categoryId', 'priceCents', 'deliveryDays']);
  });

  it('ACC-12 · a name is one line, an address may have several', () => {
    const row = (values: Record<string, string>) => SaveRow.safeParse({ table: 'account', name: 'Labs', ...values });
    expect(row({ name: 'Labs\r\nBcc: x' }).error?.issues).toMatchObject([{ path: ['name'] }]);
    expect(row({ address: '1 Main Street\nBoston' }).success).toBe(true);
  });

  it('REC-5, Q-13 · an amount has a maximum, shown in words; 99 of the most expensive item can be ordered', async () => {
    const price = (priceCents: string) =>
      SaveRow.safeParse({ table: 'catalog-item', ...laptop(), name: 'Dear', priceCents });
    for (const tooMuch of ['200000.01', '21474836.48', '999999999', '999999999999.99'])
      expect(price(tooMuch).error?.issues, tooMuch).toMatchObject([{ message: 'Price is 200,000.00 EUR at most.' }]);
    expect(price('1e9').error?.issues).toMatchObject([{ message: 'Price is an amount, such as 12.50.' }]);

    const { id: catalogItemId } = await save('catalog-item', { ...laptop(), name: 'Dear', priceCents: '200000' });
    const request = await createRequest(w.mia, { items: [{ catalogItemId, quantity: 99 }] });
    expect(await itemOf(request, 'Dear')).toMatchObject({ priceCents: 1_980_000_000 });
  });

  it('REC-5 · a taken name and a missing reference are reported with their field', async () => {
    await save('product', { name: 'Taken' });
    await expect(save('product', { name: 'Taken' })).rejects.toMatchObject({ rule: 'REC-5', field: 'name' });
    const nothing = '019a0000-0000-7000-8000-000000000000';
    const lost = save('catalog-item', { ...laptop(), name: 'Lost', categoryId: nothing });
    await expect(lost).rejects.toMatchObject({ rule: 'REC-5', field: 'categoryId' });
    await expect(save('product', { name: 'Nothing' }, nothing)).rejects.toMatchObject({ rule: 'REL-16' });
  });

  it('ADM-7 · an asset has at most one owner, an installed product exactly one', async () => {
    const both = { productId: w.product, accountId: w.boxeo, consumerId: w.jane.id };
    await expect(save('asset', { tag: 'A-1', ...both })).rejects.toMatchObject({ rule: 'ADM-7', field: 'consumerId' });
    const installed = { name: 'Edge', productId: w.product, configurationItemId: w.sdwan };
    await expect(save('install-base-item', installed)).rejects.toMatchObject({ rule: 'ADM-7', field: 'accountId' });
    const { id } = await save('install-base-item', { ...installed, accountId: w.boxeo });
    expect((await rowOf(w.adam, 'install-base-item', id)).labels).toMatchObject({
      configurationItemId: 'sdwan-ctl-1',
      accountId: 'Boxeo',
    });
  });

  it('ADM-7 · an account is not above itself, and its primary contact is its own', async () => {
    const circle = save('account', { name: 'Boxeo', parentId: w.labs }, w.boxeo);
    await expect(circle).rejects.toMatchObject({ rule: 'ADM-6', field: 'parentId' });
    const foreign = save('account', { name: 'Boxeo', primaryContactId: w.fiona.id }, w.boxeo);
    await expect(foreign).rejects.toMatchObject({ rule: 'ADM-6', field: 'primaryContactId' });
    await save('account', { name: 'Boxeo', primaryContactId: w.cora.id, contractValue: '99.9' }, w.boxeo);
    const { values, labels } = await rowOf(w.adam, 'account', w.boxeo);
    expect([values.contractValue, labels.primaryContactId]).toEqual(['99.90', 'Cora Customer']);
    expect(values.number).toMatch(/^ACCT\d{7}$/);
  });

  it('ADM-6 · people are renamed here but created in the Users list; staff keep an email address of their own', async () => {
    await save(
      'user',
      { name: 'Nils Newname', email: 'Nils@Example.test', timeZone: 'UTC', language: 'en' },
      w.nils.id,
    );
    const { values } = await rowOf(w.adam, 'user', w.nils.id);
    expect(values).toEqual({ name: 'Nils Newname', email: 'nils@example.test', timeZone: 'UTC', language: 'en' });
    const nobody = save('user', { name: 'Nils', email: '', timeZone: 'UTC', language: 'en' }, w.nils.id);
    await expect(nobody).rejects.toMatchObject({ rule: 'ADM-6', field: 'email' });
    for (const email of ['a\u0085b@x.test', 'a,b@x.test', '<z>@x.test', '"a"@x.test', 'a;b@x.test'])
      expect(() => save('user', { name: 'Nils', email, timeZone: 'UTC', language: 'en' }, w.nils.id)).toThrow(
        'not an email address',
      );
    const twice = save('user', { name: 'Vic', email: 'nils@example.test', timeZone: 'UTC', language: 'en' }, w.vic.id);
    await expect(twice).rejects.toMatchObject({ rule: 'REC-5', field: 'email' });
    await expect(
      save('user', { name: 'New', email: 'new@example.test', timeZone: 'UTC', language: 'en' }),
    ).rejects.toMatchObject({
      rule: 'REL-16',
    });
  });

  it('ADM-6, ADM-12 · a contact moves to another account, is logged by name, and back again from the audit log', async () => {
    const accountOf = async () => (await db().contact.findUniqueOrThrow({ where: { id: w.carl.id } })).accountId;
    await save('contact', { accountId: w.funco }, w.carl.id);
    expect(await accountOf()).toBe(w.funco);
    const { id: entryId } = await lastEntry();
    expect(await lastShown()).toMatchObject({
      label: 'Contact changed',
      subject: 'Carl Colleague',
      oldValue: 'Account: "Boxeo"',
      newValue: 'Account: "Funco"',
    });
    await undoChange(w.adam, { entryId });
    expect(await accountOf()).toBe(w.boxeo);
  });

  it('ADM-6, REC-5 · a contact has an existing account, and stays in it while being its primary contact', async () => {
    const parsed = (accountId: string) =>
      SaveRow.safeParse({ table: 'contact', id: w.carl.id, accountId }).error?.issues;
    expect(parsed('')).toMatchObject([{ path: ['accountId'], message: 'Account is missing.' }]);
    const lost = save('contact', { accountId: w.jane.id }, w.carl.id);
    await expect(lost).rejects.toMatchObject({ rule: 'REC-5', field: 'accountId' });
    await db().account.update({ where: { id: w.boxeo }, data: { primaryContactId: w.bea.id } });
    const moved = save('contact', { accountId: w.funco }, w.bea.id);
    await expect(moved).rejects.toMatchObject({ rule: 'ADM-6', because: expect.stringMatching(/Boxeo/) });
    await expect(save('contact', { accountId: w.funco })).rejects.toMatchObject({ rule: 'REL-16' });
    const byMia = saveRow(w.mia, SaveRow.parse({ table: 'contact', id: w.carl.id, accountId: w.funco }));
    await expect(byMia).rejects.toMatchObject({ rule: 'ACC-6' });
  });

  it('ADM-6, ADM-12 · the time zone of a person is one of the world, and is undone from the audit log', async () => {
    const values = { name: 'Carl Colleague', email: 'carl.colleague@example.test', language: 'en' };
    const zone = async () => (await db().user.findUniqueOrThrow({ where: { id: w.carl.id } })).timeZone;
    await save('user', { ...values, timeZone: 'Asia/Kathmandu' }, w.carl.id);
    expect(await zone()).toBe('Asia/Kathmandu');
    await undoChange(w.adam, { entryId: (await lastEntry()).id });
    expect(await zone()).toBeNull();
    const nowhere = SaveRow.safeParse({ table: 'user', id: w.carl.id, ...values, timeZone: 'Mars/Olympus' });
    expect(nowhere.error?.issues).toMatchObject([{ path: ['timeZone'] }]);
  });

  it('ADM-7 · rows are listed in their order, 50 a page', async () => {
    const names = Array.from({ length: 60 }, (_, n) => `ci-${String(n).padStart(2, '0')}`);
    await db().configurationItem.createMany({ data: names.map((name) => ({ name, class: 'Server' })) });
    const first = await listRows(w.adam, 'configuration-item', { search: 'ci-' });
    const second = await listRows(w.adam, 'configuration-item', { search: 'ci-', after: first.next });
    expect([...first.rows, ...second.rows].map(({ values }) => values.name)).toEqual(names);
    expect(second.next).toBeUndefined();
  });
});

describe('relations', () => {
  const item = async (name: string) =>
    (await save('configuration-item', { name, class: 'Server', operationalStatus: 'Operational' })).id;

  it('ADM-7 · a cycle of configuration items is refused with the path that would close it', async () => {
    const [a, b, c] = [await item('alpha'), await item('beta'), await item('gamma')];
    await relate('ci-relationship', a, b);
    await relate('ci-relationship', b, c);
    await expect(relate('ci-relationship', c, a)).rejects.toMatchObject({
      rule: 'ADM-7',
      because: 'This would close a circle: gamma > alpha > beta > gamma.',
    });
    await expect(relate('ci-relationship', a, a)).rejects.toMatchObject({ rule: 'ADM-7' });
    expect((await listRelations(w.adam, 'ci-relationship', { of: b })).rows.map(({ from, to }) => [from, to])).toEqual([
      ['alpha', 'beta'],
      ['beta', 'gamma'],
    ]);
  });

  it('ADM-7, ADM-12 · undoing a removal does not close a circle either', async () => {
    const [a, b] = [await item('delta'), await item('epsilon')];
    await relate('ci-relationship', a, b);
    await relate('ci-relationship', a, b, false);
    const removal = await lastEntry();
    expect(removal).toMatchObject({ oldValue: { fromId: a, toId: b }, newValue: null });
    expect(await lastShown()).toMatchObject({
      subject: 'delta depends on epsilon',
      oldValue: '"delta" depends on "epsilon"',
    });
    await relate('ci-relationship', b, a);
    await expect(undoChange(w.adam, { entryId: removal.id })).rejects.toMatchObject({ rule: 'ADM-7' });
    await relate('ci-relationship', b, a, false);
    await undoChange(w.adam, { entryId: removal.id });
    expect(await db().ciRelationship.count({ where: { parentId: a, childId: b } })).toBe(1);
  });

  it('ADM-6 · a group has members of staff only', async () => {
    expect(await relate('group-member', w.desk, w.pat.id)).toBe(true);
    expect(await relate('group-member', w.desk, w.pat.id)).toBe(false);
    expect(await lastEntry()).toMatchObject({ newValue: { fromId: w.desk, toId: w.pat.id } });
    expect(await lastShown()).toMatchObject({ newValue: '"Service desk" has the member "Pat Plain"' });
    await expect(relate('group-member', w.desk, w.cora.id)).rejects.toMatchObject({ rule: 'REL-16' });
    await relate('group-member', w.desk, w.pat.id, false);
    expect(await db().groupMember.count({ where: { userId: w.pat.id } })).toBe(0);
  });

  it('ADM-6 · reports a member that is added or removed twice as unchanged', async () => {
    const setMember = (related: boolean) =>
      signedInAs(w.adam, () =>
        setRelationAction({ relation: 'group-member', fromId: w.desk, toId: w.pat.id, related }),
      );
    expect(await setMember(true)).toMatchObject({ message: 'The member is added.' });
    expect(await setMember(true)).toMatchObject({ message: 'This member is there already.' });
    expect(await setMember(false)).toMatchObject({ message: 'The member is removed.' });
    expect(await setMember(false)).toMatchObject({ message: 'This member is no longer there.' });
  });

  it('ADM-7 · only a partner serves another account, and none serves itself', async () => {
    await expect(relate('partner-relationship', w.alliant, w.funco)).rejects.toMatchObject({ field: 'fromId' });
    await save('account', { name: 'Alliant', partner: 'on' }, w.alliant);
    expect(await relate('partner-relationship', w.alliant, w.funco)).toBe(true);
    await expect(relate('partner-relationship', w.alliant, w.alliant)).rejects.toMatchObject({ field: 'toId' });
  });
});

describe('ACC-6 · a user who is not an administrator', () => {
  const refusal = { rule: 'ACC-6' };

  it.each(adminTableNames)('ACC-6 · neither reads nor writes the table %s', async (table) => {
    const id = w.boxeo;
    for (const actor of [w.mia, w.noa, w.cora]) {
      await expect(listRows(actor, table)).rejects.toMatchObject(refusal);
      await expect(rowOf(actor, table, id)).rejects.toMatchObject(refusal);
      await expect(saveRow(actor, { table, id, values: { name: 'X' } })).rejects.toMatchObject(refusal);
      await expect(switchRow(actor, { table, id, active: false })).rejects.toMatchObject(refusal);
    }
  });

  it('ACC-6 · relates nothing', async () => {
    const input = { relation: 'group-member', fromId: w.desk, toId: w.mia.id, related: true } as const;
    await expect(setRelation(w.mia, input)).rejects.toMatchObject(refusal);
    await expect(listRelations(w.mia, 'group-member')).rejects.toMatchObject(refusal);
  });
});
