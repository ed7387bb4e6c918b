import type { Story } from '../story.ts';
import { accept, approveMajor, comment, createIncident, note, proposeMajor } from '../story.ts';

const common = { kind: 'case', group: 'Customer Service' } as const;

/** An issue of three customers that became a major case with their cases as children; and a candidate that is only proposed. */
export const majorCases: readonly Story[] = [
  {
    ...common,
    key: 'relay-sportlight',
    by: 'ava',
    begins: [2, '08:05'],
    customer: 'sven',
    channel: 'phone',
    priority: 2,
    product: 'Mail Relay',
    title: 'Emails arrive hours late',
    text: 'Tickets for Saturday are confirmed by email. Since this morning they take three hours.',
    steps: [
      [0.3, 'ava', accept()],
      [0.5, 'ava', createIncident('relay-queue')],
      [
        1.2,
        'ava',
        proposeMajor(
          'Wayfarer and Boxeo Labs report the same, all on the Mail Relay.',
          'Confirmations of orders and tickets reach nobody in time: three customers so far, all of their buyers.',
        ),
      ],
      [1.5, 'mia', approveMajor('relay-major', 'relay-wayfarer', 'relay-labs')],
      [2, 'ava', comment('More customers see this. We work on it as one issue, and I tell you what happens here.')],
    ],
  },
  {
    ...common,
    key: 'relay-wayfarer',
    by: 'pat',
    begins: [2, '08:20'],
    customer: 'walt',
    channel: 'email',
    priority: 3,
    product: 'Mail Relay',
    title: 'Booking confirmations are late',
    text: 'Our guests call because their confirmation does not come.',
    steps: [[0.2, 'pat', accept()]],
  },
  {
    ...common,
    key: 'relay-labs',
    by: 'rita',
    begins: [2, '08:50'],
    customer: 'lena',
    channel: 'web',
    product: 'Mail Relay',
    title: 'Measuring reports do not reach our customers',
    text: 'The nightly reports left us at 4:00 and are not there yet.',
    steps: [[0.2, 'rita', accept()]],
  },
  {
    ...common,
    key: 'card-readers',
    by: 'pat',
    begins: [1, '10:30'],
    customer: 'Ember Grills',
    channel: 'phone',
    priority: 2,
    product: 'Payments API',
    title: 'Card readers ask for a second tap',
    text: 'Every second payment has to be repeated; the queue at the till is out of the door.',
    steps: [
      [0.2, 'pat', accept()],
      [0.6, 'pat', note('Three more restaurants called within ten minutes.')],
      [
        1,
        'pat',
        proposeMajor(
          'The same firmware is in the readers of all restaurants, and it was updated last night.',
          'Restaurants lose guests at noon; about forty accounts have these readers.',
        ),
      ],
    ],
  },
];
