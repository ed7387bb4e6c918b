import { can } from '#lib/access/policy.ts';
import { changeFields } from '#lib/kinds/change/fields.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { holds } from '#lib/platform/folded-sql.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { plainDisplay } from '#lib/record/field.ts';

/** A standard change template as the picker shows it, with the values that the change will have. */
export type TemplateRow = {
  id: string;
  title: string;
  group: string;
  values: { term: string; detail: string }[];
};

const AT_MOST = 100;

const shown = [
  'shortDescription',
  'description',
  'category',
  'risk',
  'justification',
  'implementationPlan',
  'backoutPlan',
  'testPlan',
] as const;

/** REL-7 · Active templates by category, filtered by words, for users who may create changes. */
export async function changeTemplates(actor: Actor, query: string): Promise<TemplateRow[]> {
  if (!can(actor, 'create', 'change')) return [];
  const words = searchInput(query).split(/\s+/).filter(Boolean);
  const text = Prisma.sql`concat_ws(' ', name, category, short_description)`;
  const found = await db().$queryRaw<{ id: string }[]>`
    select id from change_templates
    where active and ${Prisma.join([Prisma.sql`true`, ...words.map((word) => holds(text, word))], ' and ')}
    order by category, name limit ${AT_MOST}`;
  const templates = await db().changeTemplate.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    orderBy: [{ category: 'asc' }, { name: 'asc' }],
  });
  return templates.map((template) => ({
    id: template.id,
    title: template.name,
    group: template.category,
    values: shown.flatMap((name) => {
      const detail = plainDisplay(changeFields[name], template[name]);
      return detail ? [{ term: changeFields[name].label, detail }] : [];
    }),
  }));
}
