import type { FollowUp, Story } from '../story.ts';
import { assign, bounce, comment, generate, note, notify, work } from '../story.ts';

/** An outage in progress: it affects eight accounts; three have a case and got a message, two of these have replied. */
export const outage: Story = {
  kind: 'incident',
  category: 'network',
  group: 'Network Operations',
  key: 'collector-down',
  begins: [1, '19:40'],
  by: 'noa',
  impact: 1,
  urgency: 1,
  item: 'mon-col-1',
  title: 'Monitoring shows no data since 19:30',
  text: 'Collector mon-col-1 takes no more measurements: dashboards and alarms of all customers stand still.',
  steps: [
    [0.1, 'noa', assign('noa')],
    [0.2, 'noa', work('The write queue is full; the collector refuses connections.')],
    [0.5, 'noa', generate(['Boxeo', 'collector-boxeo'], ['Funco', 'collector-funco'], ['Zenith', 'collector-zenith'])],
    [
      0.7,
      'noa',
      notify(
        'Dear {{contact}}, since 19:30 our monitoring receives no measurements, and no alarms are sent. Your network itself is not affected. We are working on it and write again within two hours. You can answer in {{number}}.',
      ),
    ],
    [0.8, 'noa', bounce('zoe', '550 5.1.1 The email account that you tried to reach does not exist')],
    [2, 'noa', note('Queue is drained to a second disk: 40 % after one hour.')],
  ],
};

/** The customers' replies. Hours count from the creation of their proactive cases. */
export const casesOfOutage: readonly FollowUp[] = [
  {
    key: 'collector-boxeo',
    steps: [
      [
        0.9,
        'cora',
        comment('Thank you. Are the measurements of this evening lost, or will they be filled in afterwards?'),
      ],
    ],
  },
  {
    key: 'collector-funco',
    steps: [
      [
        1.4,
        'fiona',
        comment('We have a night shift at the warehouse. Who calls us if a line fails while there are no alarms?'),
      ],
    ],
  },
];
