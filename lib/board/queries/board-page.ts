import { readableOf } from '#lib/access/readable.ts';
import type { Contact } from '#lib/customer-messages/queries/each-message-sql.ts';
import { type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import type { BoardPageQuery } from '../schema.ts';
import { boardConditions, boardTables } from './board-sql.ts';
import type { Major } from './find-major.ts';

const PAGE = 50;
/** The characters of an answer shown in a row. */
const LONGEST = 160;

/** MAJ-9 · A child of a major case and the status of its customer. */
export type BoardRow = {
  number: string;
  href: string;
  customer: string;
  state: StateShown;
  isOver: boolean;
  /** Null: no message was written. `because`: why nobody received the message. */
  notified: { is: Contact; at: string | null; because: string } | null;
  /** The customer's last answer, and how many answers wait. */
  answer: { text: string; at: string; waiting: number } | null;
  /** An incident other than that of the major case. */
  ownIncident: string | null;
  contractCents: number | null;
};

export type BoardPage = { rows: BoardRow[]; next: string | null };

type Row = Pick<BoardRow, 'number' | 'customer' | 'ownIncident'> & {
  state: string;
  active: boolean;
  contact: Contact | null;
  because: string | null;
  toldAt: Date | null;
  answer: string | null;
  answeredAt: Date | null;
  waiting: number;
  contractCents: bigint | null;
};

function shown({
  contact,
  because,
  toldAt,
  answer,
  answeredAt,
  waiting,
  state,
  active,
  contractCents,
  ...row
}: Row): BoardRow {
  return {
    ...row,
    href: pathOfNumber(row.number),
    state: stateShown('case', state),
    isOver: !active,
    notified: contact && { is: contact, at: toldAt?.toISOString() ?? null, because: because ?? '' },
    answer: answer !== null && answeredAt ? { text: answer, at: answeredAt.toISOString(), waiting } : null,
    contractCents: contractCents === null ? null : Number(contractCents),
  };
}

/** MAJ-9, Q-4 · Children of a major case that the actor may see, by number, 50 a page. */
export async function boardPage(
  actor: Actor,
  major: Major,
  { filter, after }: Pick<BoardPageQuery, 'filter' | 'after'>,
): Promise<BoardPage> {
  const rows = await db().$queryRaw<Row[]>`
    with ${boardTables(actor, major)},
    page as materialized (
      select b.* from board b where ${boardConditions(major)[filter]} and b.number > ${after ?? ''}
      order by b.number limit ${PAGE + 1}
    )
    select p.number, coalesce(a.name, u.name, '') as customer, p.state, p.active, p.contact, p.because, p.told_at as "toldAt",
      left(e.text, ${LONGEST}::int) as answer, e.created_at as "answeredAt", p.waiting,
      (select t.number from tasks t where t.id = p.incident_id and p.incident_id is distinct from ${major.incidentId}::uuid
        and (${readableOf('incident', actor)})) as "ownIncident",
      (a.contract_value * 100)::bigint as "contractCents"
    from page p left join accounts a on a.id = p.account_id left join users u on u.id = p.consumer_id
    left join journal_entries e on e.id = p.last_id
    order by p.number`;
  const page = rows.slice(0, PAGE).map(shown);
  return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.number ?? null) : null };
}
