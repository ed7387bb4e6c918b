import { type Db, Prisma } from '#lib/platform/db.ts';
import { stateLabel } from '#lib/task/definitions.ts';
import type { RelatedOutcome } from '../rules/resolution-code.ts';

/** A related record, with what its kind says of its end; null in what is not of its kind. */
export type OutcomeRow = {
  kind: 'incident' | 'problem' | 'change' | 'request';
  number: string;
  state: string;
  notes: string;
  resolutionCode: string | null;
  workaround: string;
  fixNotes: string;
  closeCode: string | null;
  closeNotes: string;
};

/** CASE-6, CASE-7 · The related records of a case, as JSON: rows of `OutcomeRow`; none for another kind. */
export const outcomeRows = (caseId: Prisma.Sql) => Prisma.sql`
  (select coalesce(json_agg(json_build_object('kind', n.kind, 'number', n.number, 'state', n.state,
     'notes', i.resolution_notes, 'resolutionCode', p.resolution_code, 'workaround', p.workaround,
     'fixNotes', p.fix_notes, 'closeCode', h.close_code, 'closeNotes', h.close_notes) order by n.number), '[]')
   from cases c
   cross join lateral (
     select c.incident_id as id union all select c.problem_id union all select c.change_id
     union all select r.id from requests r where r.case_id = c.id
   ) related
   join tasks n on n.id = related.id
   left join incidents i on i.id = n.id left join problems p on p.id = n.id left join changes h on h.id = n.id
   where c.id = ${caseId})`;

/** CASE-6, CASE-7 · What the related records of a case have come to. Asked for one case, by who may write it. */
export async function relatedOutcome(tx: Db, caseId: string): Promise<RelatedOutcome> {
  const [row] = await tx.$queryRaw<{ rows: OutcomeRow[] }[]>`
    /* prepared */ select ${outcomeRows(Prisma.sql`${caseId}::uuid`)} as rows`;
  return outcomeOf(row?.rows ?? []);
}

/** The same, from rows that were read with something else. */
export function outcomeOf(rows: readonly OutcomeRow[]): RelatedOutcome {
  const of = (kind: OutcomeRow['kind']) =>
    rows.filter((row) => row.kind === kind).map((row) => ({ ...row, stateLabel: stateLabel(kind, row.state) }));
  const [incident = null] = of('incident');
  const [problem = null] = of('problem');
  const [change = null] = of('change');
  return { incident, problem, change, requests: of('request') };
}
