import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { parsePlace, placeText } from '#lib/platform/keyset.ts';
import { type PriorityShown, priorityShown, type StateShown, stateShown } from '#lib/task/state-shown.ts';

const PAGE = 50;

export type PortalCaseRow = {
  number: string;
  shortDescription: string;
  state: StateShown;
  priority: PriorityShown;
  openedAt: string;
  updatedAt: string;
  /** The contact or consumer whose case it is. */
  contact: string | null;
};

/** `next` is where older cases begin; null when there are none. */
export type PortalCases = { cases: PortalCaseRow[]; next: string | null };

type Row = Omit<PortalCaseRow, 'state' | 'priority' | 'openedAt' | 'updatedAt'> & {
  id: string;
  state: string;
  priority: number;
  openedAt: Date;
  updatedAt: Date;
};

/** POR-2 · The cases that a customer reaches, the last updated first, 50 a page; `after` is the `next` of another page. */
export async function portalCases(actor: Actor, after: string | null = null): Promise<PortalCases> {
  const place = parsePlace(after);
  const older = place ? Prisma.sql`and (t.updated_at, t.id) < (${place.at}, ${place.id}::uuid)` : Prisma.empty;
  const rows = await db().$queryRaw<Row[]>`
    select t.id, t.number, t.short_description as "shortDescription", t.state, t.priority, t.opened_at as "openedAt",
           t.updated_at as "updatedAt", u.name as contact
    from tasks t left join users u on u.id = coalesce(t.contact_id, t.consumer_id)
    where t.kind = 'case' and (${readableOf('case', actor)}) ${older}
    order by t.updated_at desc, t.id desc limit ${PAGE + 1}`;
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const next = rows.length > PAGE && last ? placeText({ at: last.updatedAt, id: last.id }) : null;
  return { cases: shown.map(portalCaseRow), next };
}

function portalCaseRow({
  number,
  shortDescription,
  state,
  priority,
  openedAt,
  updatedAt,
  contact,
}: Row): PortalCaseRow {
  return {
    number,
    shortDescription,
    state: stateShown('case', state),
    priority: priorityShown(priority),
    openedAt: openedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    contact,
  };
}
