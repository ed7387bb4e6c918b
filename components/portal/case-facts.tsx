import type { ReactNode } from 'react';
import { Facts } from '#components/ui/facts.tsx';
import type { PortalCase } from '#lib/portal/queries/portal-case.ts';
import type { PortalReader } from './reader.ts';
import { When } from './when.tsx';

const priorities = [1, 2, 3, 4, 5] as const;
const priorityOf = (value: number) => priorities.find((each) => each === value) ?? 4;

/** The facts of a case that a customer may see. */
export function CaseFacts({ theCase, reader }: { theCase: PortalCase; reader: PortalReader }) {
  const { say } = reader;
  const facts: (readonly [string, ReactNode])[] = [
    [say('case.number'), theCase.number],
    [say('case.opened'), <When key="opened" at={theCase.openedAt} reader={reader} zoned />],
    [say('case.updated'), <When key="updated" at={theCase.updatedAt} reader={reader} zoned />],
    ...(theCase.product ? [[say('case.product'), theCase.product] satisfies [string, string]] : []),
    ...(theCase.requestState === null
      ? [[say('case.urgency'), say(`priority.${priorityOf(theCase.priority)}`)] satisfies [string, string]]
      : []),
    ...(theCase.isOwn || !theCase.contact ? [] : [[say('case.contact'), theCase.contact] satisfies [string, string]]),
    ...(theCase.account ? [[say('case.account'), theCase.account] satisfies [string, string]] : []),
  ];
  return <Facts items={facts.map(([term, detail]) => ({ term, detail }))} />;
}
