import type { PortalVisit } from '#lib/portal/queries/portal-visits.ts';
import { dateTime, dateTimeInZone, type PortalReader } from './reader.ts';

/** WO-10 · The time of a visit in the site's time zone, which is named; or that the time is not known yet. */
export function VisitTime({ visit, timeZone, reader }: { visit: PortalVisit; timeZone: string; reader: PortalReader }) {
  const { say } = reader;
  const there = timeZone ? { ...reader, timeZone } : reader;
  if (visit.endedAt) return <span>{say('order.ended', { when: dateTime(visit.endedAt, there) })}</span>;
  if (!visit.from || !visit.to) return <span className="text-ink-muted">{say('order.no-visit')}</span>;
  return <span>{say('order.visit', { from: dateTime(visit.from, there), to: dateTimeInZone(visit.to, there) })}</span>;
}
