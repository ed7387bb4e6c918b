import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { isIntegrated, readSettings } from '#lib/property/settings.ts';
import { columnOf, type LinkName, linkNames, links } from '#lib/related/link.ts';
import { syncRules } from '#lib/sync/rules.ts';
import { type IntegrationId, integrations } from './integrations.ts';

export type ListedIntegration = {
  id: IntegrationId;
  name: string;
  gives: string;
  active: boolean;
  /** The fields of a case that it brings, and how many cases have a record in them. */
  links: { label: string; cases: number }[];
  /** The business rules that do not fire without it. */
  rules: { id: string; name: string }[];
};

/** ADM-5 · Every integration with what it gives and what depends on it. */
export async function listIntegrations(actor: Actor): Promise<ListedIntegration[]> {
  enforce(mayAdminister(actor));
  const settings = await readSettings(db());
  const all = Object.entries(integrations) as [IntegrationId, (typeof integrations)[IntegrationId]][];
  return Promise.all(
    all.map(async ([id, { name, gives }]) => ({
      id,
      name,
      gives,
      active: isIntegrated(settings, id),
      links: await Promise.all(
        linkNames
          .filter((link) => links[link].integration === id)
          .map(async (link) => ({ label: links[link].label, cases: await casesWith(link) })),
      ),
      rules: syncRules.filter((rule) => rule.integration === id).map((rule) => ({ id: rule.id, name: rule.name })),
    })),
  );
}

const manyOf = Prisma.sql`(select distinct case_id from requests where case_id is not null) as with_one`;

/** How many cases have a record by this link. */
async function casesWith(link: LinkName): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from ${link === 'request' ? manyOf : Prisma.sql`cases where ${columnOf(link)} is not null`}`;
  return row?.count ?? 0;
}
