import { mayAdminister, mayUseWorkspace } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import { findField } from '#lib/external/names.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { portalRelated } from '#lib/portal/queries/portal-related.ts';
import type { PortalRecord } from '#lib/portal/shown-records.ts';
import { taskKindNames, taskKinds } from '#lib/record/kind.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { property, readSettings } from '#lib/settings/settings.ts';
import { listableTables, type ShownTable, selectableFields, shownTables } from '#lib/settings/shown-fields.ts';
import { listOfNames } from '#lib/settings/synced-names.ts';

export type KindAccess = {
  table: ShownTable;
  label: string;
  /** Whether *Related Records* lists the kind separately. An item is listed with its request. */
  listed: boolean;
  fields: { name: string; label: string; shown: boolean }[];
};

/** ADM-8 · What external users see, per kind. */
export async function externalAccess(actor: Actor): Promise<KindAccess[]> {
  enforce(mayAdminister(actor));
  const settings = await readSettings(db());
  const listed = listOfNames(property(settings, 'portal.related_records'));
  return shownTables.flatMap((table) => {
    const kind = taskKindNames.find((name) => taskKinds[name].external === table);
    if (!kind) return [];
    const shown = listOfNames(property(settings, `portal.fields.${table}`));
    const listedAs = listableTables.some((name) => name === table) ? table : 'sc_request';
    const fields = selectableFields(table).map((name) => ({
      name,
      label: findField(kind, name)?.field.label ?? name,
      shown: shown.includes(name),
    }));
    return [{ table, label: taskKinds[kind].plural, listed: listed.includes(listedAs), fields }];
  });
}

/** The records that a customer sees behind their own cases, the newest first. */
export type AccessPreview = { name: string; cases: { number: string; title: string; records: PortalRecord[] }[] };

const CASES = 3;

/** ADM-8 · What the customer with this address sees now, read with that customer's access; null if no customer has it. */
export async function previewAccess(actor: Actor, email: string): Promise<AccessPreview | null> {
  enforce(mayAdminister(actor));
  const customer = await actorOfUser(db(), email);
  if (!customer || mayUseWorkspace(customer)) return null;
  const cases = await db().$queryRaw<{ number: string; title: string }[]>`
    select t.number, t.short_description as title from tasks t join cases c using (id)
    where t.kind = 'case' and (${readableOf('case', customer)})
      and (c.problem_id is not null or c.change_id is not null or c.caused_by_change_id is not null
        or exists (select from requests r where r.case_id = t.id))
    order by t.opened_at desc, t.id desc limit ${CASES}`;
  const records = await Promise.all(cases.map(({ number }) => portalRelated(customer, number)));
  return { name: customer.name, cases: cases.map((theCase, at) => ({ ...theCase, records: records[at] ?? [] })) };
}
