import { Pagination } from '#components/ui/pagination.tsx';
import type { CustomerCases as Cases } from '#lib/related/queries/customer-cases.ts';
import { casesPromise } from '#lib/related/rules/link-promise.ts';
import { AddCase } from './add-case.tsx';
import { caseTabId } from './case-tab-id.ts';
import { CaseTable } from './case-table.tsx';

export interface CustomerCasesProps {
  number: string;
  path: string;
  after: string | null;
  cases: Cases;
}

/** REL-14 · The cases of a record; who may not read cases sees their numbers and states (ACC-6). */
export function CustomerCases({ number, path, after, cases }: CustomerCasesProps) {
  const { link, tab, next, mayAdd, count, updates } = cases;
  const here = `${path}?tab=${caseTabId(tab)}`;
  const empty = {
    title: `No ${tab.toLowerCase()}`,
    text: casesPromise(updates, number),
  };
  return (
    <>
      <AddCase {...{ link, number, mayAdd, updates }} empty={count === 0 ? empty : null} />
      {count > 0 && (
        <>
          <CaseTable number={number} cases={cases} />
          <Pagination firstHref={after ? here : undefined} nextHref={next ? `${here}&after=${next}` : undefined}>
            {count === 1 ? '1 case' : `${count.toLocaleString('en')} cases`}
          </Pagination>
        </>
      )}
    </>
  );
}
