'use client';

import { NotifyCustomers } from '#components/customer-messages/notify-customers.tsx';
import { ImpactTab } from '#components/impact/impact-tab.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import type { ImpactFigures } from '#lib/impact/queries/impact-figures.ts';
import type { ImpactRow } from '#lib/impact/queries/impact-page.ts';
import type { SourceKind } from '#lib/kinds/outage-source.ts';
import { reactiveCasePath } from '#lib/new-record/reactive-case-path.ts';
import { GenerateCases } from './generate-cases.tsx';

export interface ImpactWithCasesProps {
  affectedBy: { id: string; kind: SourceKind; number: string };
  /** PRO-1 · Why no cases can be generated from the record now; null: they can. Absent: this user may not. */
  generates?: string | null | undefined;
  mayNotify: boolean;
  /** PRO-7 · The customer kinds for which cases about the record can be opened here. */
  opensCasesFor: readonly ('contact' | 'consumer')[];
}

/** Whether the record has a case whose customer can be written to. */
const hasCases = ({ reactiveCases, byPill }: ImpactFigures) => reactiveCases > 0 || byPill.all > byPill.no_proactive;

/** IMP-1, PRO-1, PRO-7, NOT-1 · Who a record affects, with the actions to create cases and to message customers. */
export function ImpactWithCases({ affectedBy, generates, mayNotify, opensCasesFor }: ImpactWithCasesProps) {
  const { id, kind, number } = affectedBy;
  const source = { kind, number };
  const opensFor = (row: ImpactRow) => row.active && opensCasesFor.includes(row.isConsumer ? 'consumer' : 'contact');
  return (
    <>
      {generates && <p className="mb-2 text-sm text-ink-muted">{generates}</p>}
      <ImpactTab
        source={{ number, recordId: id }}
        bar={(figures) => (
          <>
            {mayNotify && figures && hasCases(figures) && <NotifyCustomers source={source} />}
            {generates === null && <GenerateCases source={source} />}
          </>
        )}
        actions={(selected, onDone) => {
          const [only] = selected;
          return (
            <>
              {generates === null && <GenerateCases source={source} selected={selected} onDone={onDone} />}
              {only && selected.length === 1 && opensFor(only) && (
                <ButtonLink size="s" href={reactiveCasePath(number, only)}>
                  New reactive case
                </ButtonLink>
              )}
            </>
          );
        }}
      />
    </>
  );
}
