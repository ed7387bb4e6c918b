import type { NamedCase } from './case-list.ts';
import type { TemplateName } from './templates/template.ts';

/** What `facts` of a mail can say of the event: the state that the record came into, whether it has an answer, and all cases that it is about. */
export type MailFacts = { state?: string; answered?: boolean; cases?: readonly NamedCase[] };

const byEvent: Readonly<Record<string, (facts: MailFacts) => TemplateName>> = {
  'comment for the customer': () => 'comment',
  'comment by the customer': () => 'comment by a customer',
  commented: () => 'comment',
  'work note': () => 'work note',
  assignment: () => 'assignment',
  notification: ({ cases = [] }) => (cases.length > 1 ? 'notification of several cases' : 'notification'),
  created: () => 'created',
  associated: () => 'associated',
  'approval asked': () => 'approval asked',
  'resolved or closed': ({ state, answered }) => {
    // CASE-2: there is no resolved case without an answer.
    if (state === 'resolved') return 'case resolved';
    if (state === 'closed') return answered ? 'case closed, with an answer' : 'case closed';
    return 'words';
  },
  'on hold or resolved': ({ state }) => (state === 'on_hold' ? 'on hold' : state === 'resolved' ? 'resolved' : 'words'),
};

/** MAIL-10 · Which template says an event of notify/rules.ts; one that has none is told in the words that stand in the mail. */
export function templateOf(event: string, facts: MailFacts): TemplateName {
  return Object.hasOwn(byEvent, event) ? (byEvent[event]?.(facts) ?? 'words') : 'words';
}
