'use client';

import { useLayoutEffect, useRef } from 'react';
import { DraftField } from '#components/field/draft-field.tsx';
import type { Draft } from '#components/field/use-draft.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Facts } from '#components/ui/facts.tsx';
import { focusFirstField } from '#components/ui/focus-first-field.ts';
import type { CreateDraft } from '#lib/related/create-draft.ts';

interface CreateFieldsProps {
  draft: CreateDraft;
  typed: Draft;
  errors: Readonly<Record<string, string>>;
}

/** REL-6 · The priority of the dialog's impact and urgency; the copied pair keeps the copied priority. */
function priorityOf(draft: CreateDraft, impact: string, urgency: string): string {
  const copied = (name: string) => String(draft.fields.find((field) => field.name === name)?.value ?? '');
  if (impact === copied('impact') && urgency === copied('urgency')) return draft.priority;
  return draft.priorityByPair[`${impact} ${urgency}`] ?? draft.priority;
}

/** REL-17 · The values copied from a case: editable fields, and values that are only shown. */
export function CreateFields({ draft, typed, errors }: CreateFieldsProps) {
  const body = useRef<HTMLDivElement>(null);
  // The fields load after the dialog has opened.
  useLayoutEffect(() => focusFirstField(body.current), []);
  const text = (name: string) => String(typed.valueOf(name) ?? '');
  const priority = <output>{priorityOf(draft, text('impact'), text('urgency'))}</output>;

  return (
    <div ref={body}>
      {draft.hint && (
        <Banner tone="warning" className="mb-4">
          {draft.hint}
        </Banner>
      )}
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {draft.fields.map((field) => (
          <DraftField
            key={field.name}
            field={field}
            draft={typed}
            error={errors[field.name]}
            hint={field.name === 'assignmentGroupId' && !typed.names.includes(field.name) ? draft.groupHint : undefined}
            className={field.type === 'long-text' || field.name === 'shortDescription' ? 'col-span-full' : ''}
          />
        ))}
      </div>
      <Facts
        className="mt-4 rounded-md bg-sunken p-3"
        items={[
          { term: 'Priority', detail: priority },
          ...draft.shown.map(({ label: term, display }) => ({ term, detail: display })),
        ]}
      />
    </div>
  );
}
