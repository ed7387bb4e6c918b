import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** WO-14 · An appointment as it is sent to calendars. */
export interface CalendarEntry {
  /** Never changes, even when the appointment moves or is cancelled. */
  uid: string;
  /** Increases with each move and with the cancellation. It is stored. */
  sequence: number;
  isCancelled: boolean;
  from: Date;
  to: Date;
  summary: string;
  description: string;
  location: string;
  /** Must equal the sender of the email, or calendars distrust it. */
  organiser: { name: string; email: string };
  attendee: { name: string; email: string };
  /** When this version of the appointment was written. */
  written: Date;
}

/** Names are quoted in the file, and the format has no escape for a quote. */
const withoutQuotes = (name: string) => name.replaceAll(/["\p{Cc}]/gu, '');

/** WO-14 · The attachment `invite.ics`, and the method that the email part must also name. All times are in UTC. */
export function calendarFile(entry: CalendarEntry): { method: 'REQUEST' | 'CANCEL'; content: string } {
  const method = entry.isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = ical({ method, prodId: { company: 'Casebridge', product: 'Appointments' } });
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    start: entry.from,
    end: entry.to,
    stamp: entry.written,
    summary: entry.summary,
    description: entry.description,
    location: entry.location,
    organizer: entry.organiser,
  });
  event.createAttendee({
    ...entry.attendee,
    name: withoutQuotes(entry.attendee.name),
    status: ICalAttendeeStatus.NEEDSACTION,
    rsvp: false,
  });
  return { method, content: calendar.toString() };
}
