import type { VisitFacts } from '#lib/record/visit-news.ts';
import type { NamedCase } from './case-list.ts';
import type { TemplateName } from './templates/template.ts';

/** What `facts` of a mail can say of the event. */
export type MailFacts = {
  /** What the record came into. */
  state?: string;
  /** CASE-2 · The customer may read its resolution notes. */
  answered?: boolean;
  /** Somebody wrote something with it, which stands in the mail. */
  worded?: boolean;
  /** MAIL-8 · No server vouches for who wrote it. */
  unverified?: boolean;
  /** NOT-1 · The words with the values in them as they are, for the plain text of the mail, which is no Markdown. */
  typed?: string;
  /** All cases that the mail is about. */
  cases?: readonly NamedCase[];
  /** POR-19 · To whom a customer gave a case, and for what. */
  colleagueId?: string;
  as?: 'reader' | 'writer' | 'contact';
  /** The closed case that was answered. */
  old?: string;
  /** WO-14 · The appointment that it is about, as it is for the recipient. */
  visit?: VisitFacts;
  /** ACC-7 · What the token of a one-time link is made of, with the secret of the server. */
  seed?: string;
};

const byEvent: Readonly<Record<string, (facts: MailFacts) => TemplateName>> = {
  'comment for the customer': () => 'comment',
  'comment by the customer': ({ unverified }) =>
    unverified ? 'comment by a customer, not verified' : 'comment by a customer',
  commented: () => 'comment',
  'work note': () => 'work note',
  assignment: () => 'assignment',
  notification: ({ cases = [] }) => (cases.length > 1 ? 'notification of several cases' : 'notification'),
  created: () => 'created',
  associated: () => 'associated',
  'approval asked': () => 'approval asked',
  'major case proposed': () => 'major case proposed',
  'resolved or closed': ({ state, answered, worded }) => {
    if (state === 'resolved') return worded ? 'case resolved, with words' : 'case resolved';
    if (worded) return 'case closed, with words';
    return answered ? 'case closed, with a solution' : 'case closed';
  },
  'on hold or resolved': ({ state }) => (state === 'on_hold' ? 'on hold' : 'resolved'),
  'case shared': ({ as }) =>
    as === 'contact' ? 'case opened for you' : as === 'writer' ? 'added to answer' : 'added to read',
  'case opened by email': () => 'case opened by email',
  'answer to a closed case': () => 'answer to a closed case',
  visit: ({ visit }) => {
    if (visit?.what === 'booked') return 'visit booked';
    if (visit?.what === 'reminded') return 'visit to come';
    return visit?.isCancelled ? 'visit cancelled' : 'visit moved';
  },
  'visit of technician': ({ visit }) =>
    visit?.what === 'moved' && visit.before ? 'visit moved' : 'visit for technician',
  'visit of former technician': () => 'visit cancelled for technician',
  invitation: () => 'invitation',
  reset: () => 'reset',
};

/** MAIL-10 · Which template says an event; one that has none is told as what somebody wrote. */
export function templateOf(event: string, facts: MailFacts): TemplateName {
  return (Object.hasOwn(byEvent, event) && byEvent[event]?.(facts)) || 'comment';
}
