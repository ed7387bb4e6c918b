import { writeArticle } from '#lib/knowledge/commands/write-article.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { articles } from './articles.ts';
import type { GroupName } from './cast.ts';
import type { Ids } from './people.ts';
import { templates } from './templates.ts';

/** The catalog items, by category. Prices are in cents; `asks` is the approval group, `by` the fulfilment group. */
export const catalog = {
  Network: {
    'SD-WAN edge device': {
      text: 'An edge device for one site, configured and shipped. It comes with a spare power supply.',
      price: 189_000,
      days: 10,
      asks: 'CAB',
      by: 'Network Operations',
    },
    'Static IP address': {
      text: 'One public IPv4 address that stays yours.',
      price: 1_200,
      days: 2,
      by: 'Network Operations',
    },
    'Bandwidth upgrade': {
      text: 'The next higher bandwidth for one site, from the coming night on.',
      price: 24_000,
      days: 5,
      asks: 'CAB',
      by: 'Network Operations',
    },
  },
  'Mail and monitoring': {
    'Mail domain': {
      text: 'One more sender domain on the relay, with its SPF, DKIM and DMARC records.',
      price: 4_500,
      days: 3,
      by: 'Platform Operations',
    },
    'Archive mailbox': {
      text: 'Ten years of mail, searchable, read by the people whom you name.',
      price: 9_900,
      days: 4,
      asks: 'Purchasing',
      by: 'Platform Operations',
    },
    'Monitoring of 50 devices': {
      text: 'Room for fifty further devices in network monitoring.',
      price: 15_000,
      days: 1,
      customerApproves: true,
      by: 'Platform Operations',
    },
  },
  Payments: {
    'Card terminal': {
      text: 'A terminal with SIM card, ready to use when it arrives.',
      price: 32_900,
      days: 6,
      by: 'Platform Operations',
    },
    'Sandbox account': {
      text: 'A payment account that moves no money, with test cards.',
      price: 0,
      days: 1,
      by: 'Platform Operations',
    },
    'Higher payment limit': {
      text: 'A limit of 50,000 per payment, after a check of identity.',
      price: 0,
      days: 3,
      asks: 'Purchasing',
      by: 'Platform Operations',
    },
  },
  'On site': {
    'Technician on site': {
      text: 'A technician for half a day: installation, cabling, a look at what does not work.',
      price: 42_000,
      days: 7,
      by: 'Service Desk',
    },
    'Laptop for new staff': {
      text: 'A laptop with everything that customer service needs.',
      price: 119_000,
      days: 5,
      asks: 'Purchasing',
      by: 'Service Desk',
    },
    Headset: { text: 'Wireless, with a stand.', price: 14_900, days: 2, by: 'Service Desk' },
  },
} as const satisfies Record<string, Record<string, Offer>>;

type Offer = { text: string; price: number; days: number; asks?: GroupName; customerApproves?: true; by: GroupName };
type OfferOf<Category> = Category extends unknown ? keyof Category : never;

export type OfferName = OfferOf<(typeof catalog)[keyof typeof catalog]>;

/** The catalog items as a flat list. */
const offers = Object.entries<Record<string, Offer>>(catalog).flatMap(([category, items]) =>
  Object.entries(items).map(([name, offer]) => ({ name, category, ...offer })),
);

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
