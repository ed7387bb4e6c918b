import type { Db } from '#lib/platform/db.ts';
import { stateLabel } from '#lib/task/definitions.ts';
import type { RelatedOutcome } from '../rules/resolution-code.ts';

/** A related record, with what its kind says of its end; null in what is not of its kind. */
type Row = {
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

/** CASE-6, CASE-7 · What the related records of a case have come to. Asked for one case, by who may write it. */
export async function relatedOutcome(tx: Db, caseId: string): Promise<RelatedOutcome> {
  const rows = await tx.$queryRaw<Row[]>`
    /* prepared */ select t.kind, t.number, t.state, i.resolution_notes as notes, p.resolution_code as "resolutionCode", p.workaround,
           p.fix_notes as "fixNotes", h.close_code as "closeCode", h.close_notes as "closeNotes"
    from cases c
    cross join lateral (
      select c.incident_id as id union all select c.problem_id union all select c.change_id
      union all select r.id from requests r where r.case_id = c.id
    ) related
    join tasks t on t.id = related.id
    left join incidents i on i.id = t.id left join problems p on p.id = t.id left join changes h on h.id = t.id
    where c.id = ${caseId}::uuid order by t.number`;
  const of = (kind: Row['kind']) =>
    rows.filter((row) => row.kind === kind).map((row) => ({ ...row, stateLabel: stateLabel(kind, row.state) }));
  const [incident = null] = of('incident');
  const [problem = null] = of('problem');
  const [change = null] = of('change');
  return { incident, problem, change, requests: of('request') };
}
