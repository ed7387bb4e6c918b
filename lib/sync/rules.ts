import { changeFields } from '#lib/change/fields.ts';
import { incidentFields } from '#lib/incident/fields.ts';
import { problemFields } from '#lib/problem/fields.ts';
import { isOn } from '#lib/property/settings.ts';
import { requestFields } from '#lib/request/fields.ts';
import { changeOf, commentLine, entered, textsOf } from './lines.ts';
import { rule, type SyncRule } from './rule.ts';
import { casesOf, recordOf } from './target.ts';

const itsm = 'com.sn_cs_sm';
const requests = 'com.sn_cs_sm_request';

const ofIncident = { sources: ['incident'], integration: itsm, targets: [casesOf('incident')] } as const;
const ofProblem = { sources: ['problem'], integration: itsm, targets: [casesOf('problem')] } as const;
const casesAndIncidents = [casesOf('problem'), { to: 'incidents of the problem' } as const];
const ofChange = { sources: ['change'], integration: itsm, targets: [casesOf('change', 'causedByChange')] } as const;
const ofRequest = { sources: ['request'], integration: requests, targets: [casesOf('request')] } as const;
const ofCase = { sources: ['case'], integration: itsm } as const;

/** THE table: how one record's change is written into others. Its order is the order of the lines of a note (SYNC-2). */
export const syncRules: readonly SyncRule[] = [
  rule({
    id: 'SYNC-INC-1',
    name: 'Update case on incident state change',
    when: 'The state of an associated incident changes',
    does: 'Writes the old and the new state into the work notes of its cases',
    ...ofIncident,
    on: 'updated',
    watches: ['state'],
    effect: 'note',
    lines: changeOf(incidentFields, 'state'),
  }),
  rule({
    id: 'SYNC-INC-2',
    name: 'Copy hold reason',
    when: 'An associated incident is put on hold, or the reason changes while on hold',
    does: 'Writes the reason into the work notes of its cases',
    ...ofIncident,
    on: 'updated',
    watches: ['holdReason'],
    effect: 'note',
    lines: ({ record }) => textsOf(incidentFields, record, ['holdReason']),
  }),
  rule({
    id: 'SYNC-INC-3',
    name: 'Copy incident resolution',
    when: 'An associated incident becomes Resolved or Closed',
    does: 'Writes resolution code and resolution notes into the work notes of its cases',
    ...ofIncident,
    on: 'updated',
    watches: ['state'],
    effect: 'note',
    lines: (event) =>
      entered(event, 'resolved', 'closed')
        ? textsOf(incidentFields, event.record, ['resolutionCode', 'resolutionNotes'])
        : [],
  }),
  rule({
    id: 'SYNC-INC-4',
    name: 'Update case worknote for comments change',
    when: 'An additional comment is added to an associated incident',
    does: 'Writes the comment into the work notes of its cases',
    ...ofIncident,
    on: 'commented',
    effect: 'note',
    lines: commentLine,
  }),
  rule({
    id: 'SYNC-PRB-1',
    name: 'Update case on problem state change',
    when: 'The state of an associated problem changes',
    does: 'Writes the old and the new state into the work notes of its cases',
    ...ofProblem,
    on: 'updated',
    watches: ['state'],
    effect: 'note',
    lines: changeOf(problemFields, 'state'),
  }),
  rule({
    id: 'SYNC-PRB-2',
    name: 'Communicate Workaround',
    when: 'Communicate Workaround is chosen on a problem',
    does: 'Writes the workaround into the work notes of its cases and incidents',
    ...ofProblem,
    targets: casesAndIncidents,
    on: 'communicated',
    effect: 'note',
    lines: ({ what, record, text }) => (what === 'workaround' ? [`Workaround for ${record.number}: ${text}`] : []),
  }),
  rule({
    id: 'SYNC-PRB-3',
    name: 'Communicate Fix',
    when: 'Communicate Fix is chosen on a problem',
    does: 'Writes the fix notes into the work notes of its cases and incidents',
    ...ofProblem,
    targets: casesAndIncidents,
    on: 'communicated',
    effect: 'note',
    lines: ({ what, record, text }) => (what === 'fix' ? [`Fix for ${record.number}: ${text}`] : []),
  }),
  rule({
    id: 'SYNC-PRB-4',
    name: 'Copy problem resolution',
    when: 'An associated problem is resolved, or closed as Fix Applied, Risk Accepted or Canceled',
    does: 'Writes the notes that explain it into the work notes of its cases',
    ...ofProblem,
    on: 'updated',
    watches: ['state'],
    effect: 'note',
    lines: (event) => {
      const texts: Readonly<Record<string, readonly string[]>> = {
        canceled: ['cancelledReason'],
        risk_accepted: ['causeNotes', 'riskAcceptedReason', 'fixNotes'],
        fix_applied: ['causeNotes', 'fixNotes'],
      };
      const code = event.record.resolutionCode ?? '';
      return entered(event, 'resolved', 'closed') ? textsOf(problemFields, event.record, texts[code] ?? []) : [];
    },
  }),
  rule({
    id: 'SYNC-PRB-5',
    name: 'Known error article',
    when: 'An article is created for or attached to an associated problem',
    does: 'Writes number and title of the article into the work notes of its cases',
    ...ofProblem,
    on: 'documented',
    effect: 'note',
    lines: ({ article }) => [`Known error article ${article.number}: ${article.title}`],
  }),
  rule({
    id: 'SYNC-CHG-1',
    name: 'Update case on change state change',
    when: 'The state of an associated change, fixing or causing, changes',
    does: 'Writes the old and the new state into the work notes of its cases',
    ...ofChange,
    on: 'updated',
    watches: ['state'],
    effect: 'note',
    lines: changeOf(changeFields, 'state'),
  }),
  rule({
    id: 'SYNC-CHG-2',
    name: 'Update case on change type change',
    when: 'The type of an associated change changes',
    does: 'Writes the old and the new type into the work notes of its cases',
    ...ofChange,
    on: 'updated',
    watches: ['type'],
    effect: 'note',
    lines: changeOf(changeFields, 'type'),
  }),
  rule({
    id: 'SYNC-CHG-3',
    name: 'Copy change comments',
    when: 'An additional comment is added to an associated change',
    does: 'Writes the comment into the work notes of its cases',
    ...ofChange,
    on: 'commented',
    effect: 'note',
    lines: commentLine,
  }),
  rule({
    id: 'SYNC-CHG-4',
    name: 'Change on hold',
    when: 'An associated change is put on hold',
    does: 'Writes the reason into the work notes of its cases',
    ...ofChange,
    on: 'updated',
    watches: ['onHold'],
    effect: 'note',
    lines: ({ record }) => (record.onHold ? [`${record.number} is on hold: ${record.onHoldReason}`] : []),
  }),
  rule({
    id: 'SYNC-CHG-5',
    name: 'Change off hold',
    when: 'The hold of an associated change is removed',
    does: 'Says so in the work notes of its cases',
    ...ofChange,
    on: 'updated',
    watches: ['onHold'],
    effect: 'note',
    lines: ({ record }) => (record.onHold ? [] : [`${record.number} is no longer on hold.`]),
  }),
  rule({
    id: 'SYNC-CHG-6',
    name: 'Copy change closure',
    when: 'An associated change is closed',
    does: 'Writes close code and close notes into the work notes of its cases',
    ...ofChange,
    on: 'updated',
    watches: ['state'],
    effect: 'note',
    lines: (event) =>
      entered(event, 'closed') ? textsOf(changeFields, event.record, ['closeCode', 'closeNotes']) : [],
  }),
  rule({
    id: 'SYNC-REQ-1',
    name: 'Update case on request state change',
    when: 'The state of a request of the case changes',
    does: 'Writes the old and the new state into the work notes of the case',
    ...ofRequest,
    on: 'updated',
    watches: ['state'],
    effect: 'note',
    lines: changeOf(requestFields, 'state'),
  }),
  rule({
    id: 'SYNC-REQ-2',
    name: 'Copy request closure',
    when: 'A request of the case is closed',
    does: 'Writes its outcome per item into the work notes of the case',
    ...ofRequest,
    on: 'closed',
    effect: 'note',
    lines: ({ outcome }) => outcome.map(({ number, title, state }) => `${number} ${title}: ${state}.`),
  }),
  rule({
    id: 'SYNC-REQ-3',
    name: 'Copy request comments',
    when: 'An additional comment is added to a request of the case or to one of its items',
    does: 'Writes the comment into the work notes of the case; the requester gets no mail',
    ...ofRequest,
    sources: ['request', 'requested_item'],
    on: 'commented',
    effect: 'note',
    lines: commentLine,
  }),
  rule({
    id: 'SYNC-CASE-1',
    name: 'Copy customer reply to incident',
    when: 'A customer adds a comment to a case with an incident, while the property proactive_workflows_for_providers.additional_comments_sync is true',
    does: "Writes the comment into the incident's additional comments, and from there into the work notes of its other cases",
    ...ofCase,
    targets: [recordOf('incident')],
    on: 'commented',
    by: ['customer'],
    needs: (settings) => isOn(settings, 'proactive_workflows_for_providers.additional_comments_sync'),
    // INC-2: the caller's words may take the incident off hold.
    triggers: ['SYNC-INC-4', 'SYNC-INC-1'],
    effect: 'comment',
    lines: ({ record, by, text }) => [
      `${by.name}${by.accountName ? ` (${by.accountName})` : ''} on ${record.number}: ${text}`,
    ],
  }),
  rule({
    id: 'SYNC-CASE-2',
    name: 'Copy agent comment to incident',
    when: 'An agent adds an additional comment to a case with an incident',
    does: "Writes the comment into the incident's work notes",
    ...ofCase,
    targets: [recordOf('incident')],
    on: 'commented',
    by: ['internal'],
    offByDefault: true,
    effect: 'note',
    lines: commentLine,
  }),
];
