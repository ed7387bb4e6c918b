import { ImpactWithCases, type ImpactWithCasesProps } from '#components/proactive/impact-with-cases.tsx';
import { CustomerCases, type CustomerCasesProps } from '#components/related/customer-cases.tsx';

export type LateTabsProps = ImpactWithCasesProps | CustomerCasesProps;

/** The tabs of cases that a record has, and of those whom it affects. */
export function LateTabs(props: LateTabsProps) {
  return 'affectedBy' in props ? <ImpactWithCases {...props} /> : <CustomerCases {...props} />;
}
