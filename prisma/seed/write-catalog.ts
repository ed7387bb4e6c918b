import { writeArticle } from '#lib/knowledge/commands/write-article.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { articles } from './articles.ts';
import { catalog, offers } from './catalog.ts';
import type { Ids } from './people.ts';
import { templates } from './templates.ts';

/** The demonstration's catalog and standard change templates. */
export async function writeCatalog(ids: Ids): Promise<void> {
  for (const name of Object.keys(catalog)) {
    const { id } = await db().catalogCategory.create({ data: { name } });
    ids.set(`category ${name}`, id);
  }
  for (const { name, category, text, price, days, asks, customerApproves = false, by } of offers) {
    const { id } = await db().catalogItem.create({
      data: {
        name,
        description: text,
        categoryId: ids.get(`category ${category}`) ?? '',
        priceCents: price,
        deliveryDays: days,
        approvalGroupId: asks ? (ids.get(asks) ?? null) : null,
        approvedByCustomer: customerApproves,
        fulfilmentGroupId: ids.get(by) ?? null,
      },
    });
    ids.set(`offer ${name}`, id);
  }
  for (const template of templates) {
    const { id } = await db().changeTemplate.create({ data: template });
    ids.set(`template ${template.name}`, id);
  }
}

const DAY = 86_400_000;

/** Articles that are older than all stories; stories add the known errors with their problems. */
export async function writeArticles(ids: Ids, today: Date): Promise<void> {
  for (const { by, daysAgo, draft, ...article } of articles.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
    const author = await actorOfUser(db(), ids.get(by) ?? '');
    if (!author) throw new Error(`${by} cannot write articles.`);
    const written = new Date(Math.floor(today.getTime() / DAY) * DAY - daysAgo * DAY + DAY / 2);
    await at(written, () => writeArticle(author, { ...article, published: !draft }));
  }
}
