'use client';

import dynamic from 'next/dynamic';

/** The tab of the cases of a record, with code of its own: the page of a case has none. */
export const CustomerCasesTab = dynamic(() => import('./customer-cases.tsx').then((module) => module.CustomerCases));
