import { z } from 'zod';
import { findReferences } from '#lib/kinds/reference.ts';
import { violation } from '#lib/platform/database-error.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { no, Refusal, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { Setting } from '#lib/property/change-setting.ts';
import { idsOfSubject, type RelatedIds } from './related-ids.ts';
import { type RelationName, relationNames, relations } from './relations.ts';

const LoggedIds = z.object({ fromId: z.uuid(), toId: z.uuid() });

/** The row of the relation, as a condition. */
function isRelated(name: RelationName, { fromId, toId }: RelatedIds): Prisma.Sql {
  const { from, to } = relations[name];
  return Prisma.sql`${Prisma.raw(from.column)} = ${fromId}::uuid and ${Prisma.raw(to.column)} = ${toId}::uuid`;
}

async function lock(tx: Db, name: RelationName, subject: string): Promise<RelatedIds | null> {
  const { dbTable } = relations[name];
  const ids = idsOfSubject(subject);
  // A relation that does not exist yet has no row to lock.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`${dbTable} ${subject}`}))`;
  const found = await tx.$queryRaw<unknown[]>`select 1 from ${Prisma.raw(dbTable)} where ${isRelated(name, ids)}`;
  return found.length > 0 ? ids : null;
}

/** ADM-6 · A partner relationship starts at an account marked as partner and ends at another account. */
async function partnerServes(tx: Db, partnerId: string, servedId: string): Promise<Verdict> {
  if (partnerId === servedId) return no('ADM-6', 'An account does not serve itself.', 'toId');
  const partner = await tx.account.findUnique({ where: { id: partnerId } });
  return partner?.partner
    ? yes
    : no('ADM-6', `${partner?.name ?? 'This account'} is not marked as a partner.`, 'fromId');
}

async function check(tx: Db, name: RelationName, { fromId, toId }: RelatedIds): Promise<Verdict> {
  const { from, to } = relations[name];
  for (const [side, field, id] of [[from, 'fromId', fromId] as const, [to, 'toId', toId] as const])
    if ((await findReferences(tx, side.target, [id])).length === 0)
      return no('REC-5', `${side.label}: there is no such ${side.target.replaceAll('-', ' ')}.`, field);
  return name === 'partner-relationship' ? partnerServes(tx, fromId, toId) : yes;
}

async function write(tx: Db, name: RelationName, { fromId, toId }: RelatedIds): Promise<void> {
  const { dbTable, from, to } = relations[name];
  try {
    await tx.$executeRaw`insert into ${Prisma.raw(dbTable)} (${Prisma.raw(from.column)}, ${Prisma.raw(to.column)})
      values (${fromId}::uuid, ${toId}::uuid)`;
  } catch (error) {
    // The database detects the circle and names the path that would close it.
    const broken = violation(error);
    if (broken?.of !== 'check') throw error;
    throw new Refusal('ADM-7', `${broken.message}.`, { field: 'toId' });
  }
}

async function remove(tx: Db, name: RelationName, subject: string): Promise<void> {
  await tx.$executeRaw`
    delete from ${Prisma.raw(relations[name].dbTable)} where ${isRelated(name, idsOfSubject(subject))}`;
}

/** ADM-6, ADM-7, ADM-12 · The settings of all relations: the value is both ids, or nothing if they are not related. */
export const relationSettings = Object.fromEntries(
  relationNames.map((name): [RelationName, Setting<RelatedIds>] => [
    name,
    {
      action: `${name}.changed`,
      ...(relations[name].governsPages ? { governsPages: true } : {}),
      parse: (logged) => LoggedIds.safeParse(logged).data ?? null,
      lock: (tx, subject) => lock(tx, name, subject),
      check: (tx, _subject, ids) => check(tx, name, ids),
      write: (tx, _subject, ids) => write(tx, name, ids),
      remove: (tx, subject) => remove(tx, name, subject),
    },
  ]),
) as Readonly<Record<RelationName, Setting<RelatedIds>>>;
