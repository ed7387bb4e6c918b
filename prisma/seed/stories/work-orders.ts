import type { FollowUp, Story } from '../story.ts';
import {
  accept,
  cancelWorkOrder,
  close,
  comment,
  createWorkOrder,
  dispatch,
  note,
  qualified,
  qualify,
  solve,
  task,
} from '../story.ts';

const common = { kind: 'case', by: 'ava', group: 'Customer Service' } as const;

/** Cases that need a visit on site. */
export const siteCases: readonly Story[] = [
  {
    ...common,
    key: 'boxeo-router',
    begins: [6, '08:15'],
    customer: 'cora',
    channel: 'phone',
    priority: 2,
    product: 'SD-WAN Edge',
    item: 'sdwan-ctl-1',
    title: 'Router in the basement loses power',
    text: 'It goes off two or three times a day. The plug is warm.',
    steps: [
      [0.3, 'ava', accept()],
      [0.5, 'ava', createWorkOrder('router-visit', 'Change the router and its power supply', 'Basement, room U 12.')],
      [0.6, 'ava', comment('A technician comes to change it. You hear from us when.')],
      [54, 'ava', solve('The router and its power supply are new since this morning.', 'fixed_by_support')],
    ],
  },
  {
    ...common,
    key: 'funco-cabling',
    begins: [3, '09:30'],
    customer: 'fiona',
    channel: 'web',
    priority: 3,
    product: 'SD-WAN Edge',
    title: 'Second till in the new shop has no network',
    text: 'The socket behind the till is dead. The others work.',
    steps: [
      [0.4, 'ava', accept()],
      [0.7, 'ava', createWorkOrder('till-visit', 'Measure and repair the socket behind the till')],
      [0.8, 'ava', comment('We send somebody who measures the line.')],
    ],
  },
  {
    ...common,
    key: 'nordwind-antenna',
    begins: [4, '13:00'],
    customer: 'nora',
    channel: 'email',
    product: 'SD-WAN Edge',
    item: 'sdwan-ctl-1',
    title: 'Antenna on the roof points elsewhere since the storm',
    text: 'The backup line is half as fast as before.',
    steps: [
      [0.5, 'ava', accept()],
      [
        0.8,
        'ava',
        createWorkOrder('antenna-visit', 'Align the antenna on the roof', 'Access to the roof by the porter.'),
      ],
    ],
  },
  {
    ...common,
    key: 'wayfarer-scanner',
    begins: [2, '10:40'],
    customer: 'walt',
    channel: 'phone',
    product: 'Payments API',
    title: 'Card reader at the desk does not read',
    text: 'Neither chip nor strip. We have cleaned it.',
    steps: [
      [0.3, 'ava', accept()],
      [0.5, 'ava', createWorkOrder('reader-visit', 'Exchange the card reader')],
    ],
  },
  {
    ...common,
    key: 'sportlight-screen',
    begins: [1, '15:10'],
    customer: 'sven',
    channel: 'chat',
    product: 'Network Monitoring',
    title: 'Screen in the control room stays dark',
    text: 'The monitoring runs, but nobody sees it.',
    steps: [
      [0.4, 'ava', accept()],
      [0.6, 'ava', createWorkOrder('screen-visit', 'Bring another screen and its cable')],
    ],
  },
  {
    ...common,
    key: 'zenith-move',
    begins: [5, '11:20'],
    customer: 'zoe',
    channel: 'email',
    product: 'Mail Relay',
    title: 'The old relay has to be taken away',
    text: 'It stands in the way of the builders.',
    steps: [
      [0.4, 'ava', accept()],
      [0.6, 'ava', createWorkOrder('relay-visit', 'Take the old relay away')],
      [30, 'ava', note('The builders have taken it along themselves.')],
      [31, 'ava', close('It is gone already; nobody has to come.', 'workaround_provided')],
    ],
  },
];

/** The further steps of work orders that agents create for cases. Hours count from the work order's creation. */
export const workOrdersOfCases: readonly FollowUp[] = [
  {
    key: 'router-visit',
    steps: [
      [0.2, 'ava', qualify()],
      [0.6, 'dora', qualified('The part is in the van.')],
      [1, 'dora', dispatch('tom')],
      [1.5, 'tom', task('accept')],
      [48, 'tom', task('start')],
      [49.5, 'tom', task('complete')],
    ],
  },
  {
    key: 'till-visit',
    steps: [
      [0.2, 'ava', qualify()],
      [1, 'dora', qualified()],
      [2, 'dora', dispatch('tina')],
      [2.5, 'tina', task('accept')],
      [24, 'tina', task('start')],
      [
        25,
        'tina',
        task(
          'leaveIncomplete',
          'The wall has to be opened; I need a second pair of hands.',
          'Lay a new cable to the till',
        ),
      ],
      [26, 'dora', dispatch('tom')],
    ],
  },
  {
    key: 'antenna-visit',
    steps: [
      [0.2, 'ava', qualify()],
      [1, 'dora', qualified()],
      [1.5, 'dora', dispatch('tina')],
      [2, 'tina', task('accept')],
      [44, 'tina', task('start')],
    ],
  },
  {
    key: 'reader-visit',
    steps: [
      [0.2, 'ava', qualify()],
      [1, 'dora', qualified()],
      [2, 'dora', dispatch('tom')],
      [2.3, 'tom', task('accept')],
    ],
  },
  { key: 'screen-visit', steps: [[0.3, 'ava', qualify()]] },
  {
    key: 'relay-visit',
    steps: [
      [0.5, 'ava', qualify()],
      [1, 'dora', qualified()],
      [29, 'dora', cancelWorkOrder('The builders have taken it along.')],
    ],
  },
];

const alone = { kind: 'work_order', by: 'dora', group: 'Field Service', timeZone: 'Europe/Amsterdam' } as const;

/** Work orders that were not created from a case. */
export const workOrders: readonly Story[] = [
  {
    ...alone,
    key: 'boxeo-inspection',
    begins: [8, '08:00'],
    account: 'Boxeo',
    address: 'Havenweg 12, 3011 Rotterdam',
    title: 'Yearly inspection of the edge devices',
    text: 'All three cabinets. Dust, fans, batteries.',
    steps: [
      [0.1, 'dora', qualify()],
      [0.2, 'dora', qualified()],
      [0.4, 'dora', dispatch('tina')],
      [1, 'tina', task('accept')],
      [26, 'tina', task('start')],
      [29, 'tina', task('leaveIncomplete', 'The third cabinet is locked, and nobody has the key.')],
    ],
  },
  {
    ...alone,
    key: 'labs-batteries',
    begins: [2, '09:00'],
    account: 'Boxeo Labs',
    address: 'Proefstraat 3, 2628 Delft',
    title: 'Change the batteries of the power supply',
    text: 'Four batteries, in the store.',
    steps: [
      [0.2, 'dora', qualify()],
      [0.4, 'dora', qualified()],
    ],
  },
  {
    ...alone,
    key: 'zenith-cable',
    begins: [3, '10:30'],
    account: 'Zenith',
    address: '9 Market Square, Antwerp',
    title: 'Replace a worn patch cable',
    text: 'Behind the desk of the front office.',
    steps: [
      [0.2, 'dora', qualify()],
      [0.4, 'dora', qualified()],
    ],
  },
  {
    ...alone,
    key: 'wayfarer-rack',
    begins: [1, '12:00'],
    account: 'Wayfarer',
    address: '3 Harbour Road, Rotterdam',
    title: 'Mount a second rack',
    text: 'Two people; the rack stands in the hall.',
    steps: [
      [0.2, 'dora', qualify()],
      [0.4, 'dora', qualified()],
    ],
  },
  {
    ...alone,
    key: 'alliant-survey',
    begins: [1, '10:00'],
    account: 'Alliant',
    address: 'Kade 40, 1071 Amsterdam',
    title: 'Survey of the new office',
    text: 'Where do cabinets and cables go?',
    steps: [],
  },
];
