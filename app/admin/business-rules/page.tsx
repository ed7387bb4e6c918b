import type { Metadata } from 'next';
import { BusinessRuleRow } from '#components/admin/business-rule-row.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listBusinessRules } from '#lib/business-rule/queries.ts';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Business rules' };

export default async function BusinessRulesPage() {
  const actor = await requireAdministrator();
  const rules = await listBusinessRules(actor);
  return (
    <>
      <PageHeader
        title="Business rules"
        meta="How a change of one record is written into others, in the order of the lines of a note."
      />
      <ul aria-label="Business rules" className="rounded-md border">
        {rules.map((rule) => (
          <BusinessRuleRow key={rule.id} rule={rule} />
        ))}
      </ul>
    </>
  );
}
