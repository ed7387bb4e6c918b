import type { FollowUp, Story } from '../story.ts';
import { approve, cancelRequest, comment, deliver, deliverInPart, fulfil, rejectApproval, toItem } from '../story.ts';

/** The further steps of requests that agents order for cases. Hours count from the order. */
export const requestsOfCases: readonly FollowUp[] = [
  {
    key: 'breda-devices',
    steps: [
      [2, 'arno', toItem('SD-WAN edge device', approve())],
      [20, 'noa', toItem('SD-WAN edge device', fulfil('Device is configured, serial number 7731-0042.'))],
      [24, 'noa', comment('The device is on its way and arrives on Tuesday before nine.')],
      [26, 'ian', toItem('Technician on site', fulfil('Tom goes to Breda on Tuesday at 10 h.'))],
      [66, 'noa', toItem('SD-WAN edge device', deliver())],
      [70, 'ian', toItem('Technician on site', deliver('Installed, both tunnels are up.'))],
    ],
  },
  {
    key: 'cup-final',
    steps: [
      [1, 'noa', toItem('Static IP address', fulfil())],
      [2, 'noa', toItem('Static IP address', deliver('203.0.113.18 and 203.0.113.19'))],
      [4, 'arno', toItem('Bandwidth upgrade', approve('For the final, and until the end of the month.'))],
      [24, 'noa', toItem('Bandwidth upgrade', fulfil())],
      [46, 'noa', toItem('Bandwidth upgrade', deliver('1 Gbit/s since last night.'))],
    ],
  },
  {
    key: 'funco-terminals',
    steps: [
      [3, 'ian', toItem('Card terminal', fulfil('Two are in stock, two arrive on Monday.'))],
      [3.2, 'ian', toItem('Card terminal', comment('Two terminals are sent today, the other two follow on Monday.'))],
    ],
  },
  { key: 'nordwind-archive', steps: [[2, 'ian', toItem('Mail domain', fulfil())]] },
  {
    key: 'wayfarer-limit',
    steps: [[20, 'arno', toItem('Higher payment limit', rejectApproval('The check of identity is two years old.'))]],
  },
  {
    key: 'wayfarer-sandbox',
    steps: [
      [1, 'ian', toItem('Sandbox account', fulfil())],
      [1.5, 'ian', toItem('Sandbox account', deliver('Account wayfarer-test, keys are in the portal.'))],
    ],
  },
  { key: 'hugo-domain', steps: [[2, 'ian', cancelRequest('The customer keeps the domain at his present provider.')]] },
  {
    key: 'boxeo-headsets',
    steps: [
      [3, 'ian', toItem('Headset', fulfil())],
      [22, 'ian', toItem('Technician on site', fulfil('Tina goes to Rotterdam on Thursday.'))],
      [74, 'ian', toItem('Technician on site', deliver('Cabling of the meeting room is measured and repaired.'))],
      [96, 'ian', toItem('Headset', deliverInPart('Five of eight delivered; the model is no longer made.'))],
    ],
  },
];

/** Requests that were not ordered for a case. */
export const requests: readonly Story[] = [
  {
    kind: 'request',
    key: 'new-colleague',
    begins: [8, '08:50'],
    by: 'mia',
    items: [
      ['Laptop for new staff', 1],
      ['Headset', 1],
    ],
    instructions: 'For Olaf, who begins in customer service on the first.',
    steps: [
      [2, 'arno', toItem('Laptop for new staff', approve())],
      [4, 'ian', toItem('Headset', fulfil())],
      [5, 'ian', toItem('Headset', deliver())],
      [26, 'ian', toItem('Laptop for new staff', fulfil('Set up with the profile of customer service.'))],
      [50, 'ian', toItem('Laptop for new staff', deliver())],
    ],
  },
  {
    kind: 'request',
    key: 'spare-laptops',
    begins: [1, '15:20'],
    by: 'ian',
    items: [['Laptop for new staff', 3]],
    instructions: 'As spares: two broke down this month.',
    steps: [],
  },
  { kind: 'request', key: 'headset-ava', begins: [1, '16:20'], by: 'ava', items: [['Headset', 1]], steps: [] },
];
