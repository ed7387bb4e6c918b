'use client';

import { useState } from 'react';
import { ActionDialog } from '#components/actions/action-dialog.tsx';
import type { RelatedDialogProps } from '#components/related/related-dialog.tsx';
import { Facts } from '#components/ui/facts.tsx';
import { SearchPicker } from '#components/ui/search-picker.tsx';
import type { TemplateRow } from '#lib/change/queries/templates.ts';
import { createFromCaseAction } from '#lib/related/actions.ts';
import { linkUpdatesText } from '#lib/related/rules/link-updates-text.ts';

/** REL-7 · Chooses a template; all values of the change come from the template, none from the case. */
export function StandardChangeDialog({
  action: { label },
  caseNumber,
  updates,
  onClose,
}: Omit<RelatedDialogProps, 'source'> & { caseNumber: string }) {
  const [template, setTemplate] = useState<TemplateRow | null>(null);
  return (
    <ActionDialog
      size="l"
      title={label}
      verb="Create change"
      description={`All values come from the template, none from ${caseNumber}. ${linkUpdatesText(updates)}`}
      onClose={onClose}
      disabled={template === null}
      action={createFromCaseAction}
      input={template && { caseNumber, variant: 'standard_change' as const, templateId: template.id }}
      once="standard change"
    >
      <SearchPicker<TemplateRow>
        label="Templates"
        searchLabel="Search templates"
        source="/api/catalog?of=templates"
        empty="No matching templates."
        chosen={template?.id ?? ''}
        onChoose={setTemplate}
        row={({ title }) => <span className="col-span-2 wrap-anywhere">{title}</span>}
      />
      {template && (
        <section aria-label="Values of the template" className="mt-4 rounded-md bg-sunken p-3">
          <Facts
            items={template.values.map(({ term, detail }) => ({
              term,
              detail: <span className="whitespace-pre-wrap">{detail}</span>,
            }))}
          />
        </section>
      )}
    </ActionDialog>
  );
}
