import { beforeEach, expect, it } from 'vitest';
import { undoChange } from '#lib/audit-log/commands/undo-change.ts';
import { AuditFilter } from '#lib/audit-log/filter.ts';
import { listAuditEntries } from '#lib/audit-log/queries.ts';
import { db } from '#lib/platform/db.ts';
import { emptyAuditLog, rewriteHistory } from '#lib/testing/rewrite-history.ts';
import { world } from '#lib/testing/world.ts';
import { adminTables } from './admin-tables.ts';
import { saveRow } from './commands/save-row.ts';
import { SaveRow } from './schema.ts';

// Changes that a later version may make to columns while the log has entries of earlier versions.
const { columns } = adminTables.account;
const present = { ...columns };

const w = await world();
let entryId: string;
const labs = () => db().account.findUniqueOrThrow({ where: { id: w.labs } });
const shown = async () => (await listAuditEntries(w.adam, AuditFilter.parse({ subject: w.labs }))).entries[0];
const save = (values: Record<string, string>) =>
  saveRow(w.adam, SaveRow.parse({ table: 'account', id: w.labs, name: 'Boxeo Labs', parentId: w.boxeo, ...values }));

beforeEach(async () => {
  Object.assign(columns, present);
  await emptyAuditLog();
  await save({ phone: '555-0100', address: '1 Main Street', partner: 'on' });
  await save({ phone: '555-0199', address: '2 Side Street', partner: 'on' });
  entryId = (await db().auditEntry.findFirstOrThrow({ orderBy: [{ at: 'desc' }, { id: 'desc' }] })).id;
});

const relabelPhone = () => Object.assign(columns, { phone: { label: 'Telephone', type: 'text', max: 60 } });

it('ADM-12 · a column that has another label is shown by it, and undone to its true value', async () => {
  relabelPhone();
  expect((await shown())?.oldValue).toContain('Telephone: "555-0100"');
  await undoChange(w.adam, { entryId });
  expect(await labs()).toMatchObject({ phone: '555-0100', address: '1 Main Street', partner: true });
  expect(await shown()).toMatchObject({ undoes: expect.any(Date), mayBeUndone: true });
});

it('ADM-12 · the log still shows the values of a removed column; undoing ignores it', async () => {
  relabelPhone();
  Reflect.deleteProperty(columns, 'address');
  expect(await shown()).toMatchObject({
    mayBeUndone: true,
    oldValue:
      'Name: "Boxeo Labs", Parent account: "Boxeo", Partner: Yes, Contract value: 0.00, Telephone: "555-0100", address: "1 Main Street"',
  });
  await undoChange(w.adam, { entryId });
  expect(await labs()).toMatchObject({ phone: '555-0100', address: '2 Side Street' });
});

it('ADM-12 · a column that was added later keeps its value when an older entry is undone', async () => {
  const { address: _address, ...old } = { phone: '555-0100', address: '', name: 'Boxeo Labs', parentId: w.boxeo };
  const before = { ...old, primaryContactId: null, partner: true, contractValue: '0.00' };
  await rewriteHistory((tx) =>
    tx.auditEntry.update({
      where: { id: entryId },
      data: { oldValue: before, newValue: { ...before, phone: '555-0199' } },
    }),
  );
  await undoChange(w.adam, { entryId });
  expect(await labs()).toMatchObject({ phone: '555-0100', address: '2 Side Street' });
});

it('ADM-12 · where all that an entry changed is gone, there is nothing to undo', async () => {
  Reflect.deleteProperty(columns, 'address');
  Reflect.deleteProperty(columns, 'phone');
  expect(await shown()).toMatchObject({ mayBeUndone: false, newValue: expect.stringContaining('phone: "555-0199"') });
  await expect(undoChange(w.adam, { entryId })).rejects.toMatchObject({ rule: 'ADM-12' });
});

it('ADM-12 · an entry marks a reference that no longer exists, and shows an old text as it was written', async () => {
  const gone = '019a0000-0000-7000-8000-00000abcdef0';
  await rewriteHistory((tx) =>
    tx.auditEntry.update({
      where: { id: entryId },
      data: { oldValue: `Name: "Labs", Parent account: "Boxeo" <${gone}>`, newValue: { name: 'Labs', parentId: gone } },
    }),
  );
  expect(await shown()).toMatchObject({
    mayBeUndone: false,
    subject: 'Boxeo Labs',
    oldValue: 'Name: "Labs", Parent account: "Boxeo"',
    newValue: 'Name: "Labs", Parent account: "unknown (…bcdef0)"',
  });
  await expect(undoChange(w.adam, { entryId })).rejects.toMatchObject({ rule: 'ADM-12' });
});
