import type { ImpactSource } from '#components/impact/impact-source.ts';
import { ImpactTab } from '#components/impact/impact-tab.tsx';
import { CustomerCases, type CustomerCasesProps } from '#components/related/customer-cases.tsx';

export type LateTabsProps = { impactOf: ImpactSource } | CustomerCasesProps;

/** The tabs of cases that a record has, and of those whom it affects. */
export function LateTabs(props: LateTabsProps) {
  return 'impactOf' in props ? <ImpactTab source={props.impactOf} /> : <CustomerCases {...props} />;
}
