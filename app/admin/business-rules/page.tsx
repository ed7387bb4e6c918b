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
        meta="Rules that write a change of one record into others, grouped by the record that changes."
      />
      {[...Map.groupBy(rules, ({ tables }) => tables[0])].map(([table, ofTable]) => (
        <section key={table} className="mb-6" aria-labelledby={`rules-${table}`}>
          <h2 id={`rules-${table}`} className="pb-2 text-lg font-semibold">
            {table}
          </h2>
          <ul className="rounded-md border">
            {ofTable.map((rule) => (
              <BusinessRuleRow key={rule.id} rule={rule} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
