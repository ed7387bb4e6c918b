import type { FollowUp, Step, Story } from '../story.ts';
import {
  accept,
  acceptSolution,
  addChildren,
  analyse,
  approve,
  approveMajor,
  assess,
  assign,
  associate,
  bounce,
  childCases,
  comment,
  createIncident,
  note,
  notify,
  proposeMajor,
  rejectSolution,
  requestApproval,
  requestInfo,
  schedule,
  solve,
  work,
  workaround,
} from '../story.ts';
import type { Shop } from '../things.ts';

const keyOf = (shop: Shop) => `payments ${shop}`;
const childOf = (shop: Shop) => [shop, keyOf(shop)] as const;

/** Shops whose child cases are created first; those of `hitLater` follow when the second server is found to be slow too. */
const firstHit: readonly Shop[] = [
  'Baltic Bikes',
  'Candle Works',
  'Delta Dental',
  'Easel Art Supplies',
  'Fjord Foods',
  'Garden Gate',
  'Harvest Box',
  'Iron Kettle',
  'Juniper Tea',
  'Kite & Key',
  'Maple Furniture',
  'North Quay Fish',
  'Olive Grove',
  'Paper Lane',
];
const hitLater: readonly Shop[] = [
  'Quartz Watches',
  'Saddle Shop',
  'Umbra Lighting',
  'Velvet Records',
  'Willow Toys',
  'Xenon Gyms',
  'Yarn & Needle',
  'Zebra Prints',
  'Anchor Insurance',
  'Bluebell Bakery',
  'Cobalt Glass',
  'Dune Travel',
  'Feather Beds',
  'Ivory Keys',
];

const common = { kind: 'case', group: 'Customer Service', product: 'Payments API' } as const;

type Call = { customer: string; time: string; by?: 'ava' | 'pat' | 'rita'; title: string; text: string };

/** The case of a customer who called before we wrote. */
const call = (key: string, { by = 'pat', time, ...told }: Call, ...steps: Step[]): Story => ({
  ...common,
  ...told,
  key,
  by,
  begins: [1, time],
  channel: 'phone',
  priority: 2,
  steps: [[0.05, by, accept()], ...steps],
});

const WORKAROUND =
  'Payments go to the second database now and are fast again. Payments that were declined since 9:00 can be repeated; none of them was booked twice.';

/** An outage in progress: a slow database, the major case of forty customers, and the work on it. */
export const paymentsOutage: readonly Story[] = [
  {
    kind: 'incident',
    category: 'database',
    group: 'Platform Operations',
    key: 'core-slow',
    begins: [1, '09:00'],
    by: 'ian',
    impact: 1,
    urgency: 1,
    item: 'db-core-1',
    title: 'Queries on db-core-1 take up to 20 seconds',
    text: 'Since 8:50. Payments run into their timeout, and receipts wait in the queue of the mail relay.',
    steps: [
      [0.1, 'ian', assign('ian')],
      [0.2, 'ian', work('Locks on the table of bookings pile up; each waits for the one before.')],
      [3.1, 'ian', associate('core-locks', 'problem')],
      [5.5, 'ian', note('Reads go to the second database: payments take 0.4 seconds again, bookings are still slow.')],
      [8.1, 'ian', associate('core-locks-fix', 'change')],
    ],
  },
  {
    kind: 'problem',
    key: 'core-locks',
    begins: [1, '11:40'],
    by: 'arno',
    group: 'Platform Operations',
    impact: 1,
    item: 'db-core-1',
    title: 'Bookings lock each other out on db-core-1',
    text: 'The nightly release of the bookings service takes its locks in another order than payments do.',
    steps: [
      [0.1, 'arno', assign('arno')],
      [0.3, 'arno', assess('Not seen before last night; the release is the only thing that is new.')],
      [2, 'arno', analyse('Two transactions take the rows of account and booking the other way round.')],
      [3, 'arno', workaround('Reads of payments go to the second database; the nightly settlement waits.')],
    ],
  },
  {
    kind: 'change',
    type: 'emergency',
    group: 'Platform Operations',
    key: 'core-locks-fix',
    begins: [1, '16:00'],
    by: 'ian',
    item: 'db-core-1',
    priority: 2,
    title: 'Release 8.3.1 of the bookings service',
    text: 'Takes locks in the order in which payments take them.',
    values: {
      category: 'Software',
      risk: 'moderate',
      justification: 'Forty customers cannot rely on their payments.',
      backoutPlan: 'Release 8.2 is kept ready beside it.',
    },
    steps: [
      [0.5, 'ian', requestApproval('authorize')],
      [1.2, 'arno', approve('With the release manager on call.')],
      [1.5, 'ian', schedule(28.5)],
    ],
  },
  call(
    'payments-lantern',
    {
      by: 'ava',
      customer: 'Lantern Hotels',
      time: '09:10',
      title: 'Payments time out and receipts arrive late',
      text: 'Guests stand at the desk with their cards, and every other payment ends in a timeout.',
    },
    [0.1, 'ava', associate('core-slow')],
    [0.4, 'ava', note('Two more hotels of theirs called. Ian sees the same on the database.')],
    [
      0.5,
      'ava',
      proposeMajor(
        'All who pay or send receipts through db-core-1 are hit; the phone does not stop.',
        'Customers lose sales at the till: about every second card payment fails, and receipts reach buyers hours late. Shops, hotels and restaurants cannot open online bookings.',
      ),
    ],
    [0.7, 'mia', approveMajor('payments-major', 'payments-boxeo')],
    [6.1, 'Lantern Hotels', comment('It works again at the desk. When can we open online bookings?')],
  ),
  call(
    'payments-boxeo',
    {
      customer: 'cora',
      time: '09:20',
      title: 'Receipts of the web shop are not sent',
      text: 'Since nine o’clock no buyer has got a receipt; the orders themselves are there.',
    },
    [6, 'cora', comment('Will the receipts of this morning still be sent, or do we have to tell our buyers?')],
  ),
  call('payments-funco', {
    by: 'rita',
    customer: 'fiona',
    time: '10:05',
    title: 'Terminals in the warehouse shop are slow',
    text: 'A payment takes half a minute, and some people leave.',
  }),
  call('payments-zenith', {
    customer: 'zoe',
    time: '10:20',
    title: 'Invoices do not leave',
    text: 'The queue shows 300 invoices that wait.',
  }),
  call(
    'payments-jane',
    {
      by: 'ava',
      customer: 'jane',
      time: '10:40',
      title: 'I was not sent a receipt',
      text: 'Paid at a quarter past nine, and nothing came.',
    },
    [5.1, 'ava', solve(WORKAROUND)],
    [6.2, 'jane', acceptSolution()],
  ),
  call(
    'payments-tandem',
    {
      by: 'ava',
      customer: 'Tandem Tours',
      time: '11:00',
      title: 'The terminal in the kiosk is dead',
      text: 'Since this morning. The one in the office is only slow.',
    },
    [0.5, 'ava', createIncident('tandem-terminal')],
  ),
  call('payments-river', {
    by: 'rita',
    customer: 'River Rentals',
    time: '21:10',
    title: 'Deposits are not booked',
    text: 'Payments work again, but no deposit of today is in the list of bookings.',
  }),
  call('payments-granite', {
    customer: 'Granite Gyms',
    time: '21:30',
    title: 'Monthly fees were declined',
    text: 'The run of this evening has declined a third of all members.',
  }),
  call('payments-hazel', {
    customer: 'Hazel Health',
    time: '22:00',
    title: 'Nobody can pay in the app',
    text: 'The app says "try later" since eight in the evening.',
  }),
  call('payments-jetty', {
    by: 'rita',
    customer: 'Jetty Seafood',
    time: '22:15',
    title: 'Card payments are booked a day late',
    text: 'Yesterday’s payments stand under today.',
  }),
  call('payments-linden', {
    by: 'rita',
    customer: 'Linden Law',
    time: '22:20',
    title: 'Fees paid online do not show',
    text: 'Two clients sent us a receipt of their bank.',
  }),
  call('payments-hugo', {
    by: 'ava',
    customer: 'hugo',
    time: '22:30',
    title: 'My card was charged, and the shop says it was not',
    text: '59 euros, at half past eight this evening.',
  }),
];

/** The steps of a child case. Hours count from its creation. */
const child = (shop: Shop, ...steps: Step[]): FollowUp => ({ key: keyOf(shop), steps });

const MESSAGE =
  'Dear {{contact}}, since 9:00 card payments time out and receipts arrive late. One of our databases is slow; we are working on it and will write again by 15:00. Please repeat a payment that was declined. You can answer in {{number}}.';
const TERMINALS = 'Do all of your terminals time out, or only those that are on the web shop’s account?';

/** The steps of the major case, and of the child cases that were created for customers who had not called. */
export const casesOfPayments: readonly FollowUp[] = [
  {
    key: 'payments-major',
    steps: [
      [
        0.3,
        'mia',
        childCases(
          'We see that card payments time out for you since 9:00, and are working on it. You need not call: we write here.',
          ...firstHit.map(childOf),
        ),
      ],
      [0.9, 'mia', addChildren('payments-funco', 'payments-zenith', 'payments-jane')],
      [1, 'mia', notify(MESSAGE)],
      [1.9, 'mia', associate('core-locks', 'problem')],
      [2, 'mia', addChildren('payments-tandem')],
      [
        2.6,
        'mia',
        childCases(
          'Card payments may time out for you since noon. We know the cause and are working on it.',
          ...hitLater.map(childOf),
        ),
      ],
      // A new child case takes the state of its major case. Accepting after all are created lets them begin as new.
      [2.7, 'mia', accept()],
      [4.9, 'mia', notify(`${WORKAROUND} The cause is removed tomorrow from 22 h on; you will notice nothing of it.`)],
      [4.95, 'mia', bounce('Tandem Tours', '552 5.2.2 The mailbox of the recipient is full')],
      [6.3, 'mia', associate('core-locks-fix', 'change')],
      [
        12.9,
        'mia',
        addChildren(
          'payments-river',
          'payments-granite',
          'payments-hazel',
          'payments-jetty',
          'payments-linden',
          'payments-hugo',
        ),
      ],
      [
        13.1,
        'mia',
        note('Six more called this evening: I write to them in the morning, once Ian knows what they see.'),
      ],
    ],
  },
  child('Baltic Bikes', [0.2, 'pat', accept()], [5.2, 'pat', solve(WORKAROUND)], [7, 'Baltic Bikes', acceptSolution()]),
  child('Candle Works', [0.3, 'rita', accept()], [5.3, 'rita', solve(WORKAROUND)]),
  child(
    'Delta Dental',
    [0.3, 'pat', accept()],
    [1, 'pat', requestInfo(TERMINALS)],
    [3, 'Delta Dental', comment('All three at the reception. The web shop is fine.')],
    [6.5, 'pat', solve(WORKAROUND)],
    [8, 'Delta Dental', acceptSolution()],
  ),
  child(
    'Easel Art Supplies',
    [0.5, 'rita', accept()],
    [5.5, 'rita', solve(WORKAROUND)],
    [9, 'Easel Art Supplies', rejectSolution('It was slow again at seven, for a quarter of an hour.')],
  ),
  child('Fjord Foods', [0.6, 'pat', accept()], [1.2, 'pat', requestInfo(TERMINALS)]),
  child('Garden Gate', [0.6, 'ava', accept()], [6, 'ava', solve(WORKAROUND)], [10, 'Garden Gate', acceptSolution()]),
  child(
    'Harvest Box',
    [1, 'rita', accept()],
    [5, 'Harvest Box', comment('Can we charge the subscriptions of this morning again, or are some of them booked?')],
  ),
  child('Iron Kettle', [1.1, 'pat', accept()], [5.6, 'pat', solve(WORKAROUND)]),
  child('Juniper Tea', [1.2, 'pat', accept()]),
  child('Kite & Key', [1.3, 'rita', accept()], [2, 'rita', requestInfo(TERMINALS)]),
  child(
    'Maple Furniture',
    [1.4, 'ava', accept()],
    [6.1, 'ava', solve(WORKAROUND)],
    [8.5, 'Maple Furniture', acceptSolution()],
  ),
  child('North Quay Fish', [1.5, 'pat', accept()]),
  child('Olive Grove', [1.6, 'rita', accept()], [6.3, 'rita', solve(WORKAROUND)]),
  child('Quartz Watches', [0.3, 'pat', accept()], [3, 'pat', solve(WORKAROUND)]),
  child('Saddle Shop', [0.4, 'rita', accept()], [0.9, 'rita', requestInfo(TERMINALS)]),
  child(
    'Umbra Lighting',
    [0.5, 'pat', accept()],
    [3.2, 'pat', solve(WORKAROUND)],
    [5, 'Umbra Lighting', acceptSolution()],
  ),
  child(
    'Velvet Records',
    [0.6, 'rita', accept()],
    [3.5, 'Velvet Records', comment('We have a sale on Saturday. Is it safe to announce it?')],
    [4, 'rita', comment('Yes: payments have been fast for two hours, and the cause is removed before Saturday.')],
  ),
  child('Willow Toys', [0.8, 'pat', accept()], [1.5, 'pat', requestInfo(TERMINALS)]),
  child('Xenon Gyms', [1, 'ava', accept()], [4, 'ava', solve(WORKAROUND)]),
  child(
    'Yarn & Needle',
    [1.2, 'rita', accept()],
    [7, 'Yarn & Needle', comment('Who pays us the sales of this morning? We had eleven people leave.')],
  ),
  child('Zebra Prints', [1.3, 'pat', accept()], [2, 'pat', requestInfo(TERMINALS)]),
  child(
    'Anchor Insurance',
    [1.5, 'rita', accept()],
    [4.1, 'rita', solve(WORKAROUND)],
    [6, 'Anchor Insurance', acceptSolution()],
  ),
  child('Bluebell Bakery', [2, 'pat', accept()]),
  child('Cobalt Glass', [6, 'rita', accept()]),
  child('Dune Travel', [8.5, 'Dune Travel', comment('The booking page still says "busy" from time to time.')]),
];
