import type { Metadata } from 'next';
import { foundOrNot } from '#app/found-or-not.ts';
import { CalendarFeed } from '#components/technician-day/calendar-feed.tsx';
import { MyDay } from '#components/technician-day/my-day.tsx';
import { requireActor } from '#lib/session/current-actor.ts';
import { dayOf } from '#lib/technician-day/queries/day-of.ts';
import { feedSince } from '#lib/technician-day/queries/feed.ts';
import { DayAddress } from '#lib/technician-day/schema.ts';

export const metadata: Metadata = { title: 'My day' };

/** WO-18 · A technician's tasks of a day, on a phone. */
export default async function MyDayPage({ searchParams }: PageProps<'/workspace/my-day'>) {
  const [actor, params] = await Promise.all([requireActor(), searchParams]);
  const [day, since] = await foundOrNot(Promise.all([dayOf(actor, DayAddress.parse(params).date), feedSince(actor)]));
  return (
    <div className="mx-auto max-w-3xl">
      <MyDay key={day.date} day={day} userId={actor.id} />
      <CalendarFeed since={since} />
    </div>
  );
}
