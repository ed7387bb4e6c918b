'use client';

import { useState } from 'react';
import { NotifyCustomers } from '#components/customer-messages/notify-customers.tsx';
import { NotifyRuns } from '#components/customer-messages/notify-runs.tsx';
import { AddChildren } from '#components/major-case/add-children.tsx';
import { AffectedCustomers } from '#components/major-case/affected-customers.tsx';
import { tabId } from '#components/record-page/tab-id.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Selection } from '#components/ui/selection.tsx';
import type { RunProgress } from '#lib/customer-messages/progress.ts';
import type { NotifySource } from '#lib/customer-messages/source.ts';
import type { CustomerCases as Cases } from '#lib/related/queries/customer-cases.ts';
import { caseUpdatesText } from '#lib/related/rules/link-updates-text.ts';
import { AddCase } from './add-case.tsx';
import { CaseTable } from './case-table.tsx';

/** NOT-1 · The record and its messages, if the user may write to the customers of its cases. */
export interface Notifiable {
  source: { id: string; kind: NotifySource; number: string };
  runs: readonly RunProgress[];
}

export interface CustomerCasesProps {
  number: string;
  path: string;
  after: string | null;
  cases: Cases;
  notifiable: Notifiable | null;
}

const none: ReadonlySet<string> = new Set();

/** REL-14 · A record's cases; without read access only numbers and states (ACC-6). NOT-1 · Messages their customers. */
export function CustomerCases({ number, path, after, cases, notifiable }: CustomerCasesProps) {
  const { tab, next, tie, count } = cases;
  const [chosen, setChosen] = useState(none);
  const here = `${path}?tab=${tabId(tab)}`;
  const title = `No ${tab.toLowerCase()}`;
  const selected = cases.cases.filter((each) => chosen.has(each.number)).map((each) => each.number);
  return (
    <>
      {notifiable && <NotifyRuns {...notifiable} />}
      <div className="mb-3 flex flex-wrap gap-2 empty:hidden">
        {tie && (
          <AddCase
            {...{ number, ...tie }}
            empty={count === 0 ? { title, text: caseUpdatesText(tie.updates, number) } : null}
          />
        )}
        {cases.mayAddChildren && <AddChildren number={number} />}
        {cases.leads && <AffectedCustomers number={number} />}
        {!tie && count === 0 && <EmptyState title={title}>{`${number} has no child cases.`}</EmptyState>}
        {notifiable && count > 0 && selected.length === 0 && <NotifyCustomers source={sourceOf(notifiable)} />}
      </div>
      {count > 0 && (
        <>
          <CaseTable number={number} cases={cases} {...(notifiable ? { selected: chosen, onSelect: setChosen } : {})} />
          <Pagination firstHref={after ? here : undefined} nextHref={next ? `${here}&after=${next}` : undefined}>
            {count === 1 ? '1 case' : `${count.toLocaleString('en')} cases`}
          </Pagination>
        </>
      )}
      {notifiable && selected.length > 0 && (
        <Selection count={selected.length} onClear={() => setChosen(none)}>
          <NotifyCustomers source={sourceOf(notifiable)} caseNumbers={selected} onSent={() => setChosen(none)} />
        </Selection>
      )}
    </>
  );
}

const sourceOf = ({ source: { kind, number } }: Notifiable) => ({ kind, number });
