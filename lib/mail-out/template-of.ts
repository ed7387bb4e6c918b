import type { VisitFacts } from '#lib/record/visit-change.ts';
import type { NamedCase } from './case-list.ts';
import type { TemplateName } from './templates/template.ts';

/** The event details in `facts` of an email. */
export type MailFacts = {
  /** The record's new state. */
  state?: string;
  /** CASE-2 · The customer may read its resolution notes. */
  answered?: boolean;
  /** The author added a text, which the email includes. */
  worded?: boolean;
  /** MAIL-8 · No server verified the author. */
  unverified?: boolean;
  /** NOT-1 · The message with its placeholders filled, unescaped, for the plain-text part, which is not Markdown. */
  typed?: string;
  /** All cases that the email is about. */
  cases?: readonly NamedCase[];
  /** POR-19 · The colleague whom a customer gave access to a case, and the kind of access. */
  colleagueId?: string;
  as?: 'reader' | 'writer' | 'contact';
  /** The closed case that was answered. */
  old?: string;
  /** WO-14 · The appointment, as the recipient sees it. */
  visit?: VisitFacts;
  /** ACC-7 · Together with the server's secret, this gives the token of a one-time link. */
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

/** MAIL-10 · The template for an event; an event without one is shown as a comment. */
export function templateOf(event: string, facts: MailFacts): TemplateName {
  return (Object.hasOwn(byEvent, event) && byEvent[event]?.(facts)) || 'comment';
}
