import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { columnName } from '#lib/platform/column-name.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { taskKinds } from '#lib/record/kind.ts';
import { identifier, kindTables } from '#lib/record/kind-table.ts';
import { isSingle, type LinkName, linkNames, links } from '#lib/record/link.ts';
import { columnOf } from '#lib/record/link-sql.ts';
import { itemsOf } from '#lib/related/additional-actions.ts';
import { type IntegrationId, integrations } from '#lib/settings/integrations.ts';
import { isIntegrated, readSettings } from '#lib/settings/settings.ts';
import { syncRules } from '#lib/sync/rules.ts';

/** A link that an integration provides: what is hidden without it, and how many cases use it. */
export type ListedLink = {
  label: string;
  /** Labels of the items in Additional Actions. */
  items: string[];
  /** The group in Related Records; null if a case can have many. */
  group: string | null;
  /** The tabs, each with the noun of its kind of record. */
  tabs: { name: string; of: string }[];
  cases: number;
};

export type ListedIntegration = {
  id: IntegrationId;
  name: string;
  gives: string;
  active: boolean;
  links: ListedLink[];
  /** Business rules that do not run without it. */
  rules: { id: string; name: string }[];
};

/** ADM-5 · Every integration with its features and dependencies. */
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
      links: await Promise.all(linkNames.filter((link) => links[link].integration === id).map(listedLink)),
      rules: syncRules.filter((rule) => rule.integration === id).map((rule) => ({ id: rule.id, name: rule.name })),
    })),
  );
}

async function listedLink(link: LinkName): Promise<ListedLink> {
  const { label, kind, tab, many } = links[link];
  const ofCase = many ? [{ name: taskKinds[kind].plural, of: 'case' }] : [];
  return {
    label,
    items: itemsOf(link).map((item) => item.label),
    group: many ? null : label,
    tabs: [...ofCase, { name: tab, of: taskKinds[kind].label.toLowerCase() }],
    cases: await casesWith(link),
  };
}

/** Cases with a record by this link. */
function withLink(link: LinkName): Prisma.Sql {
  if (isSingle(link)) return Prisma.sql`cases where ${columnOf(link)} is not null`;
  const { kind, field } = links[link];
  const column = identifier(columnName(field));
  return Prisma.sql`(select distinct ${column} from ${identifier(kindTables[kind].name)} where ${column} is not null) as with_one`;
}

/** How many cases have a record by this link. */
async function casesWith(link: LinkName): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from ${withLink(link)}`;
  return row?.count ?? 0;
}
