import { can } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { escapeLike, searchInput } from '#lib/platform/text-input.ts';
import { plainDisplay } from '#lib/task/field.ts';
import { changeFields } from '../fields.ts';

/** A standard change template as the picker shows it, with every value that the change would have. */
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

/** REL-7 · The templates in use by category, searched by words; for who may create changes. */
export async function changeTemplates(actor: Actor, query: string): Promise<TemplateRow[]> {
  if (!can(actor, 'create', 'change')) return [];
  const words = searchInput(query).split(/\s+/).filter(Boolean);
  const has = (word: string) => ({ contains: escapeLike(word), mode: 'insensitive' as const });
  const templates = await db().changeTemplate.findMany({
    where: {
      active: true,
      AND: words.map((word) => ({
        OR: [{ name: has(word) }, { category: has(word) }, { shortDescription: has(word) }],
      })),
    },
    orderBy: [{ category: 'asc' }, { name: 'asc' }],
    take: AT_MOST,
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
