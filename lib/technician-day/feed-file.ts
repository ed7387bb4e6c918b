import ical, { ICalCalendarMethod } from 'ical-generator';
import { appUrl } from '#lib/platform/env.ts';
import { pathOfNumber } from '#lib/record/kind.ts';

export type FeedTask = {
  id: string;
  number: string;
  version: number;
  title: string;
  updatedAt: Date;
  from: Date;
  to: Date;
  address: string;
  company: string | null;
};

/** WO-18 · A technician's tasks as an iCalendar file. All times are in UTC. */
export function feedFile(tasks: readonly FeedTask[]): string {
  const calendar = ical({
    name: 'Work orders',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Casebridge', product: 'My day' },
    ttl: 15 * 60,
  });
  for (const { id, number, version, title, updatedAt, from, to, address, company } of tasks)
    calendar.createEvent({
      id: `${id}@casebridge`,
      sequence: version,
      stamp: updatedAt,
      start: from,
      end: to,
      summary: company ? `${title} (${company})` : title,
      description: number,
      url: new URL(pathOfNumber(number), appUrl()).href,
      ...(address ? { location: address } : {}),
    });
  return calendar.toString();
}
