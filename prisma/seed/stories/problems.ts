import type { FollowUp, Story } from '../story.ts';
import {
  acceptRisk,
  analyse,
  assess,
  assign,
  assignGroup,
  associate,
  cancelProblem,
  closeProblem,
  communicate,
  document,
  duplicateOf,
  fix,
  fixed,
  note,
  workaround,
} from '../story.ts';

/** The further steps of problems that agents create from cases. Hours count from the problem's creation. */
export const problemsOfCases: readonly FollowUp[] = [
  {
    key: 'controller-leak',
    steps: [
      [0.2, 'noa', assignGroup('Network Operations')],
      [0.3, 'noa', assign('noa')],
      [0.4, 'noa', assess('Each restart comes when the session daemon holds 2 GB; a day ago it held 300 MB.')],
      [1, 'noa', analyse('Grows with every reconnect of a branch, never shrinks. Release notes of 7.4 say nothing.')],
      [
        1.5,
        'noa',
        workaround(
          'The session daemon is restarted every hour, between the syncs of the branches. Drops become short and do not interrupt calls.',
        ),
      ],
      [2, 'noa', document('controller-memory')],
      [2.2, 'noa', communicate('workaround')],
      [
        20,
        'noa',
        fix(
          'Since release 7.4 the session daemon keeps the state of every closed session.',
          'The vendor confirms it; release 7.4.2 frees the sessions.',
        ),
      ],
    ],
  },
  {
    key: 'payments-pool',
    steps: [
      [0.4, 'arno', assignGroup('Platform Operations')],
      [0.5, 'arno', assign('arno')],
      [0.6, 'arno', assess()],
      [4, 'arno', analyse('Connections are held for up to 40 s, all of them by the fraud check.')],
      [5, 'arno', workaround('Repeat a payment that is declined with code 91 after ten seconds.')],
      [5.2, 'arno', document('pool-exhausted')],
      [5.3, 'arno', communicate('workaround')],
    ],
  },
  {
    key: 'filter-rule',
    steps: [
      [11, 'ian', assign('ian')],
      [11.2, 'ian', assess('Second time within a week: rule 14 came back with the update of the rule set.')],
      [11.5, 'ian', analyse()],
      [12, 'ian', workaround('Send PDF files above 5 MB in parts, or as a link.')],
      [12.1, 'ian', document('pdf-filter')],
      [12.2, 'ian', communicate('workaround')],
      [12.5, 'ian', fix('Rule 14 takes compressed streams in PDF files for scripts and encodes them anew.')],
      [15, 'ian', fixed('Rule 14 leaves PDF files alone, and our exception is kept when the rule set is updated.')],
      [15.2, 'ian', communicate('fix')],
      [40, 'ian', closeProblem()],
    ],
  },
  {
    key: 'map-cache',
    steps: [
      [1, 'ian', assign('ian')],
      [1.2, 'ian', assess()],
      [3, 'ian', analyse('The map is built before the list of devices has arrived, in one start out of five.')],
      [20, 'ian', fix('The cache of the map is filled at the start and never again.')],
      [44, 'ian', fixed('The map is built anew whenever the list of devices changes.')],
      [44.2, 'ian', communicate('fix')],
    ],
  },
  { key: 'refund-job', steps: [[1, 'ian', assignGroup('Platform Operations')]] },
];

/** Problems that were not created from a case. */
export const problems: readonly Story[] = [
  {
    kind: 'problem',
    key: 'report-join',
    begins: [6, '15:40'],
    by: 'arno',
    group: 'Platform Operations',
    item: 'db-core-1',
    title: 'Monthly reports become slower from month to month',
    text: 'From four minutes to forty within a year; the table of bookings has grown five times as large.',
    steps: [
      [1, 'arno', assign('arno')],
      [2, 'arno', assess('Runs once a month, outside office hours.')],
      [
        71,
        'arno',
        acceptRisk(
          'The report joins all bookings of all years.',
          'The reporting service is replaced next spring; until then the report starts at 3 h and is ready in the morning.',
        ),
      ],
    ],
  },
  {
    kind: 'problem',
    key: 'japan-issuer',
    begins: [2, '16:10'],
    by: 'ian',
    group: 'Platform Operations',
    impact: 2,
    item: 'Payments API',
    title: 'One issuer in Japan refuses all cards',
    text: 'Their answer names a field that our messages do not have.',
    steps: [
      [0.3, 'ian', assign('ian')],
      [0.5, 'ava', associate('Payments from Japan fail', 'problem')],
      [2, 'ian', assess('Specification of the issuer asked for. Affects 0.4 % of all payments.')],
    ],
  },
  {
    kind: 'problem',
    key: 'pool-duplicate',
    begins: [2, '10:15'],
    by: 'ian',
    item: 'pay-api-1',
    title: 'Checkouts time out on pay-api-1',
    text: 'Seen in the log since noon of yesterday.',
    steps: [[1, 'ian', duplicateOf('payments-pool')]],
  },
  {
    kind: 'problem',
    key: 'clock-of-collectors',
    begins: [11, '09:50'],
    by: 'noa',
    group: 'Network Operations',
    title: 'Clocks of collectors drift apart',
    text: 'Three incidents within two months.',
    steps: [
      [2, 'noa', assess()],
      [26, 'noa', note('All three were the same collector; it is replaced anyway.')],
      [26.1, 'noa', cancelProblem('The collector is replaced in December with the others of its age.')],
    ],
  },
  {
    kind: 'problem',
    key: 'wifi-headsets',
    begins: [1, '13:40'],
    by: 'mia',
    group: 'Network Operations',
    title: 'New headsets disturb the wireless network',
    text: 'Since they are in use, wireless on floor 3 was the subject of five incidents.',
    steps: [],
  },
];
