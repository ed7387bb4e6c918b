/** WO-14 · What became of an appointment, as its customer and technicians are told. Times are ISO texts in UTC. */
export interface VisitNews {
  /** `reassigned`: another technician comes in the same window; `withdrawn`: the window stands, and nobody comes yet. */
  what: 'booked' | 'moved' | 'reassigned' | 'withdrawn' | 'cancelled' | 'reminded';
  uid: string;
  sequence: number;
  from: string;
  to: string;
  /** The window that it had before, where that was another one. */
  before: { from: string; to: string } | null;
  /** WO-10 · The site's. */
  timeZone: string;
  place: string;
  /** When it became so. */
  at: string;
  /** Who comes, and who came until now and no longer does. */
  technicianId: string | null;
  formerTechnicianId: string | null;
}

/** The same in a mail to one of them: a technician, or the customer. */
export type VisitFacts = VisitNews & {
  /** The recipient no longer has it in the calendar. */
  isCancelled: boolean;
};

/** WO-15 · Whether the customer is told: who comes is a matter of staff. */
export const tellsCustomer = ({ what }: VisitNews): boolean => what !== 'reassigned' && what !== 'withdrawn';
