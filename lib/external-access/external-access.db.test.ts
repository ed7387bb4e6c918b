import { expect, it } from 'vitest';
import { undoChange } from '#lib/audit-log/commands/undo-change.ts';
import { db } from '#lib/platform/db.ts';
import { updateProperty } from '#lib/property/commands/update-property.ts';
import { aCaseOf, aProblem } from '#lib/testing/itsm.ts';
import { setProperty, world } from '#lib/testing/world.ts';
import { externalAccess, previewAccess } from './queries.ts';

const w = await world();

const emailOf = async ({ id }: { id: string }) =>
  (await db().user.findUniqueOrThrow({ where: { id }, select: { email: true } })).email ?? '';

const shownOf = async (table: string) =>
  (await externalAccess(w.adam))
    .find((kind) => kind.table === table)
    ?.fields.flatMap(({ name, shown }) => (shown ? [name] : []));

it('ADM-8 · shows the fields of each kind, and undoing a change restores the former ones', async () => {
  const before = await shownOf('problem');
  expect(before).toContain('state');
  await updateProperty(w.adam, { name: 'portal.fields.problem', value: 'number,workaround' });
  expect(await shownOf('problem')).toEqual(['number', 'workaround']);
  const { id } = await db().auditEntry.findFirstOrThrow({
    where: { subject: 'portal.fields.problem' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  await undoChange(w.adam, { entryId: id });
  expect(await shownOf('problem')).toEqual(before);
});

it('ADM-8 · the preview shows what the chosen customer reads, and does not exist for staff', async () => {
  const problem = await aProblem(w);
  const theCase = await aCaseOf(w, 'problem', problem);
  await setProperty('portal.fields.problem', 'number,priority');
  const preview = await previewAccess(w.adam, await emailOf(w.cora));
  expect(preview?.cases.map(({ number }) => number)).toContain(theCase.number);
  expect(
    preview?.cases.flatMap(({ records }) => records.flatMap(({ fields }) => fields.map(({ name }) => name))),
  ).toEqual(['number', 'priority']);
  expect(await previewAccess(w.adam, await emailOf(w.fiona))).toMatchObject({ cases: [] });
  expect(await previewAccess(w.adam, await emailOf(w.ian))).toBeNull();
  expect(await previewAccess(w.adam, 'nobody@example.com')).toBeNull();
});

it('ACC-6 · only administrators read or preview it', async () => {
  await expect(externalAccess(w.mia)).rejects.toMatchObject({ rule: 'ACC-6' });
  await expect(previewAccess(w.mia, 'customer@boxeo.example')).rejects.toMatchObject({ rule: 'ACC-6' });
});
