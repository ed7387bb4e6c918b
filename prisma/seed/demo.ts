import { db } from '#lib/platform/db.ts';
import { defaultGroups } from './cast.ts';
import { writeArticles, writeCatalog } from './catalog.ts';
import { writeIncomingMails } from './incoming-mails.ts';
import { writeInventory } from './inventory.ts';
import { demoHash, type Ids, writeCustomers, writeStaff } from './people.ts';
import { cases } from './stories/cases.ts';
import { changes, changesOfCases } from './stories/changes.ts';
import { incidents, incidentsOfCases } from './stories/incidents.ts';
import { majorCases } from './stories/major-cases.ts';
import { casesOfOutage, outage } from './stories/outage.ts';
import { casesOfPayments, paymentsOutage } from './stories/payments-outage.ts';
import { problems, problemsOfCases } from './stories/problems.ts';
import { requests, requestsOfCases } from './stories/requests.ts';
import { serviceCases } from './stories/service-cases.ts';
import { shortCases } from './stories/short-cases.ts';
import { siteCases, workOrders, workOrdersOfCases } from './stories/work-orders.ts';
import { StoryRunner } from './story-runner.ts';
import { writeTechnicians } from './technicians.ts';
import { writeMessageTemplates, writeReplyTemplates } from './text-templates.ts';
import { bookVisits } from './visits.ts';

/** Whether the database has no users and no records yet. */
export async function isEmpty(): Promise<boolean> {
  const [person, record] = await Promise.all([db().user.findFirst(), db().task.findFirst()]);
  return person === null && record === null;
}

/** Writes the demonstration; records are created by commands. Its times count back from the day `today`. */
export async function writeDemo(today: Date): Promise<void> {
  const ids: Ids = new Map();
  const passwordHash = await demoHash();
  await writeStaff(ids, passwordHash);
  await writeCustomers(ids, passwordHash);
  await writeTechnicians(ids, today);
  await writeInventory(ids);
  await writeCatalog(ids);
  await writeArticles(ids, today);
  await writeReplyTemplates(ids);
  await writeMessageTemplates();
  const followUps = [
    ...incidentsOfCases,
    ...problemsOfCases,
    ...changesOfCases,
    ...requestsOfCases,
    ...workOrdersOfCases,
    ...casesOfOutage,
    ...casesOfPayments,
  ];
  const stories = [
    ...cases,
    ...serviceCases,
    ...shortCases,
    ...incidents,
    ...problems,
    ...changes,
    ...requests,
    ...siteCases,
    ...workOrders,
    outage,
    ...majorCases,
    ...paymentsOutage,
  ];
  await nameDefaultGroups();
  await new StoryRunner(today, ids, followUps).play(stories);
  await bookVisits(ids, today);
  await letMailsHaveLeft();
  await writeIncomingMails(today);
}

/** REL-17 · Sets the default groups, so that every record without a chosen group gets into a queue. */
async function nameDefaultGroups(): Promise<void> {
  for (const [name, value] of Object.entries(defaultGroups))
    await db().property.update({ where: { name }, data: { value } });
}

/** MAIL-2 · Marks the stories' emails as sent at their time: a mail server must not receive emails to fictional people. */
async function letMailsHaveLeft(): Promise<void> {
  await db().$executeRaw`
    update mails set status = 'sent', sent_at = created_at, tries = 1, next_try_at = null where status = 'queued'`;
}
