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
        meta="How a change of one record is written into others: by the record that changes, in the order of the lines of a note."
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
