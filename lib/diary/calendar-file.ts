import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** WO-14 · An appointment as calendars are told of it. */
export interface CalendarEntry {
  /** One for life, whatever becomes of the appointment. */
  uid: string;
  /** Rises with each move and with the cancellation; it is stored. */
  sequence: number;
  isCancelled: boolean;
  from: Date;
  to: Date;
  summary: string;
  description: string;
  location: string;
  /** Equal to the sender of the email, or calendars distrust it. */
  organiser: { name: string; email: string };
  attendee: { name: string; email: string };
  /** When this state of it was written. */
  written: Date;
}

/** A name stands in quotes there, and nothing ends them. */
const withoutQuotes = (name: string) => name.replaceAll(/["\p{Cc}]/gu, '');

/** WO-14 · The file `invite.ics` of an email, and the method that its part of the email names too. All times are in UTC. */
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
