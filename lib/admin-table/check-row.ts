import { accountsBelow } from '#lib/kinds/accounts-below.ts';
import { findReferences } from '#lib/kinds/reference.ts';
import type { Db } from '#lib/platform/db.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type AdminTableName, adminTables } from './admin-tables.ts';
import { editableColumns, type RowValues } from './column.ts';
import { validateRow } from './rules/validate-row.ts';

/** REC-5 · The references of a row exist. */
async function referencesExist(tx: Db, name: AdminTableName, values: RowValues): Promise<Verdict> {
  for (const [column, declared] of editableColumns(adminTables[name].columns)) {
    const id = values[column] ?? '';
    if (declared.type !== 'reference' || id === '') continue;
    if ((await findReferences(tx, declared.target, [id])).length === 0)
      return no('REC-5', `${declared.label}: there is no such ${declared.target.replaceAll('-', ' ')}.`, column);
  }
  return yes;
}

/** ADM-6 · An account is not its own ancestor, and its primary contact belongs to it. */
async function accountHolds(tx: Db, id: string, { parentId, primaryContactId }: RowValues): Promise<Verdict> {
  if (parentId) {
    // Two users who move accounts at the same time would not see the circle that they create together.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('accounts.parent_id'))`;
    const below = await tx.$queryRaw<{ id: string }[]>(accountsBelow(id));
    if (below.some((account) => account.id === parentId))
      return no('ADM-6', 'This account is already above the chosen parent: that would be a circle.', 'parentId');
  }
  if (!primaryContactId) return yes;
  const contact = await tx.contact.findUnique({ where: { id: primaryContactId } });
  return contact?.accountId === id
    ? yes
    : no('ADM-6', 'The primary contact is a contact of this account.', 'primaryContactId');
}

/** ADM-6 · The primary contact of an account cannot move to another account. */
async function isNoOtherPrimary(tx: Db, id: string, { accountId }: RowValues): Promise<Verdict> {
  const account = await tx.account.findUnique({ where: { primaryContactId: id } });
  if (!account || account.id === accountId) return yes;
  return no('ADM-6', `This is the primary contact of ${account.name}: choose another one there first.`, 'accountId');
}

/** ADM-6 · Staff need an email address to sign in. */
async function staffHasEmail(tx: Db, id: string, { email }: RowValues): Promise<Verdict> {
  if (email) return yes;
  const user = await tx.user.findUnique({ where: { id }, select: { kind: true } });
  return user?.kind === 'internal'
    ? no('ADM-6', 'A member of staff has an email address to sign in with.', 'email')
    : yes;
}

/** ADM-4 · A map keeps its direction and a row its map; a row has the direction of its map. */
async function keepsPlace(tx: Db, name: AdminTableName, id: string, values: RowValues): Promise<Verdict> {
  const { direction, mapId } = values;
  const isMap = name === 'field-map';
  const [present, map] = await Promise.all([
    isMap ? tx.fieldMap.findUnique({ where: { id } }) : tx.fieldMapping.findUnique({ where: { id } }),
    isMap ? null : tx.fieldMap.findUnique({ where: { id: mapId ?? '' } }),
  ]);
  const moved = present && (present.direction !== direction || ('mapId' in present && present.mapId !== mapId));
  if (moved)
    return no(
      'ADM-4',
      isMap ? 'The purpose of a field map cannot be changed.' : 'A mapped field cannot be moved to another field map.',
    );
  return isMap || map?.direction === direction ? yes : no('ADM-4', 'This field map is for other records.', 'mapId');
}

/** ADM-6, ADM-7 · Whether a row may have these values. */
export async function checkRow(tx: Db, name: AdminTableName, id: string, values: RowValues): Promise<Verdict> {
  const fits = validateRow(name, values);
  if (!fits.ok) return fits;
  const found = await referencesExist(tx, name, values);
  if (!found.ok) return found;
  if (name === 'account') return accountHolds(tx, id, values);
  if (name === 'contact') return isNoOtherPrimary(tx, id, values);
  if (name === 'field-map' || name === 'field-mapping') return keepsPlace(tx, name, id, values);
  if (name === 'user') return staffHasEmail(tx, id, values);
  return yes;
}
