/** WO-14 · A change of an appointment, as its customer and technicians receive it. Times are ISO texts in UTC. */
export interface VisitChange {
  /** `reassigned`: another technician at the same time; `withdrawn`: the time is kept, without a technician. */
  what: 'booked' | 'moved' | 'reassigned' | 'withdrawn' | 'cancelled' | 'reminded';
  uid: string;
  sequence: number;
  from: string;
  to: string;
  /** The previous time, if it was different. */
  before: { from: string; to: string } | null;
  /** WO-10 · The time zone of the site. */
  timeZone: string;
  place: string;
  /** The time of the change. */
  at: string;
  /** The technician, and the former technician who no longer comes. */
  technicianId: string | null;
  formerTechnicianId: string | null;
}

/** The same in an email to one recipient: a technician, or the customer. */
export type VisitFacts = VisitChange & {
  /** The appointment is to be removed from the recipient's calendar. */
  isCancelled: boolean;
};

/** WO-15 · Whether the customer is notified; a change of technician is internal. */
export const notifiesCustomer = ({ what }: VisitChange): boolean => what !== 'reassigned' && what !== 'withdrawn';
