import { violation } from '#lib/platform/database-error.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { no, Refusal, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { Setting } from '#lib/property/change-setting.ts';
import { findReferences, referenceLabel } from '#lib/task/reference.ts';
import { type RelationName, relationNames, relations } from './relations.ts';

/** How the audit log names a relation: both ids, so that it can be made again. */
export const relationSubject = (fromId: string, toId: string): string => `${fromId} ${toId}`;

function idsOf(subject: string): [string, string] {
  const [fromId = '', toId = ''] = subject.split(' ');
  return [fromId, toId];
}

/** Both ends as text: `"Alliant" serves "Boxeo"`. Null where one of them is missing. */
export async function pairText(tx: Db, name: RelationName, subject: string): Promise<string | null> {
  const [fromId, toId] = idsOf(subject);
  const { from, to, verb } = relations[name];
  const [[parent], [child]] = [
    await findReferences(tx, from.target, [fromId]),
    await findReferences(tx, to.target, [toId]),
  ];
  return parent && child ? `${JSON.stringify(parent.label)} ${verb} ${JSON.stringify(child.label)}` : null;
}

async function lock(tx: Db, name: RelationName, subject: string): Promise<string | null> {
  const { dbTable, from, to, verb } = relations[name];
  const [fromId, toId] = idsOf(subject);
  // A relation that does not exist yet cannot be locked itself.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`${dbTable} ${subject}`}))`;
  const fromColumn = Prisma.raw(`p.${from.column}`);
  const toColumn = Prisma.raw(`p.${to.column}`);
  const [found] = await tx.$queryRaw<{ from: string; to: string }[]>`
    select ${referenceLabel(from.target, fromColumn)} as "from", ${referenceLabel(to.target, toColumn)} as "to"
    from ${Prisma.raw(dbTable)} p where ${fromColumn} = ${fromId}::uuid and ${toColumn} = ${toId}::uuid`;
  return found ? `${JSON.stringify(found.from)} ${verb} ${JSON.stringify(found.to)}` : null;
}

/** ADM-6 · A partner relationship leads from an account that is a partner to another one. */
async function partnerServes(tx: Db, partnerId: string, servedId: string): Promise<Verdict> {
  if (partnerId === servedId) return no('ADM-6', 'An account does not serve itself.', 'toId');
  const partner = await tx.account.findUnique({ where: { id: partnerId } });
  return partner?.partner
    ? yes
    : no('ADM-6', `${partner?.name ?? 'This account'} is not marked as a partner.`, 'fromId');
}

async function check(tx: Db, name: RelationName, subject: string): Promise<Verdict> {
  const [fromId, toId] = idsOf(subject);
  const { from, to } = relations[name];
  for (const [side, field, id] of [[from, 'fromId', fromId] as const, [to, 'toId', toId] as const])
    if ((await findReferences(tx, side.target, [id])).length === 0)
      return no('REC-5', `${side.label}: there is no such ${side.target.replaceAll('-', ' ')}.`, field);
  return name === 'partner-relationship' ? partnerServes(tx, fromId, toId) : yes;
}

async function write(tx: Db, name: RelationName, subject: string, related: boolean): Promise<void> {
  const { dbTable, from, to } = relations[name];
  const [fromId, toId] = idsOf(subject);
  const [fromColumn, toColumn] = [Prisma.raw(from.column), Prisma.raw(to.column)];
  if (!related) {
    await tx.$executeRaw`delete from ${Prisma.raw(dbTable)}
      where ${fromColumn} = ${fromId}::uuid and ${toColumn} = ${toId}::uuid`;
    return;
  }
  try {
    await tx.$executeRaw`insert into ${Prisma.raw(dbTable)} (${fromColumn}, ${toColumn})
      values (${fromId}::uuid, ${toId}::uuid)`;
  } catch (error) {
    // The database finds the circle and says which path would close it.
    const broken = violation(error);
    if (broken?.of !== 'check') throw error;
    throw new Refusal('ADM-7', `${broken.message}.`, { field: 'toId' });
  }
}

/** The settings of all relations: each is there or not. */
export const relationSettings = Object.fromEntries(
  relationNames.map((name): [RelationName, Setting] => [
    name,
    {
      action: `${name}.changed`,
      lock: (tx, subject) => lock(tx, name, subject),
      check: (tx, subject) => check(tx, name, subject),
      write: (tx, subject, value) => write(tx, name, subject, value !== null),
    },
  ]),
) as Readonly<Record<RelationName, Setting>>;
