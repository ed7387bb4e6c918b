'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { useAction } from '#components/actions/use-action.ts';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SentForm } from '#components/ui/sent-form.tsx';
import { createRecordsAction } from '#lib/new-record/actions.ts';
import type { NewForm } from '#lib/new-record/form.ts';
import type { ReactiveCaseForm } from '#lib/new-record/reactive-case.ts';
import type { LinkName } from '#lib/record/link.ts';
import { AssociationBanner } from './association-banner.tsx';
import { CaseOrIncident, type RecordsToCreate } from './case-or-incident.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { NewFields } from './new-fields.tsx';
import { useNewValues } from './use-new-values.ts';

export interface NewRecordProps {
  /** The form of the page's kind, then those of all kinds that the user may create. */
  first: NewForm;
  forms: readonly NewForm[];
  relatable: Record<'create' | 'link', LinkName[]>;
  /** PRO-7 · Initial values of a case about a record. */
  begun: ReactiveCaseForm | null;
}

/** A new record of any kind. The draft survives a refusal and the advice to create another kind (REC-5). */
export function NewRecord({ first, forms, relatable, begun }: NewRecordProps) {
  const [form, setForm] = useState(first);
  const values = useNewValues(begun?.values);
  const router = useRouter();
  const { run, pending, refused, reset } = useAction(createRecordsAction, {
    once: 'values',
    onDone: (created) => {
      values.discard();
      if (created) router.push(created.href);
    },
  });
  const fields = useRef<HTMLFormElement>(null);

  function create(records: RecordsToCreate) {
    const wanted = forms.find((each) => each.kind === records.kind);
    if (!wanted) return;
    if (wanted !== form) {
      setForm(wanted);
      // Updates the address, so that a reload shows the same form.
      window.history.replaceState(null, '', `/workspace/${wanted.path}/new`);
    }
    const related = begun && records.kind === 'case' ? { related: begun.related } : {};
    run({ ...related, ...records, values: values.valuesOf(wanted) });
  }

  function discard() {
    values.discard();
    reset();
  }

  // The error may be far above the button: focuses the first invalid field.
  useEffect(() => {
    if (refused) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);

  const verb = `Create ${form.label.toLowerCase()}`;
  usePageActions([{ label: verb, key: 's', run: () => create({ kind: form.kind }) }]);

  return (
    <>
      <PageHeader
        title={`New ${form.label.toLowerCase()}`}
        back={{ href: `/workspace/${form.path}`, label: form.plural }}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-4">
          {begun && form.kind === 'case' && <AssociationBanner begun={begun} />}
          {form.kind === 'case' && <CustomerPanel values={values} />}
          <SentForm ref={fields} aria-busy={pending} onSend={() => create({ kind: form.kind })} className="grid gap-4">
            {values.isFromBefore && !pending && (
              <Banner tone="info" title="You started this earlier and did not send it.">
                Continue where you left off, or discard it below.
              </Banner>
            )}
            <NewFields form={form} values={values} refused={refused} />
            <div className="submit-bar">
              {!values.isEmpty && (
                <Button variant="quiet" onClick={discard}>
                  Discard
                </Button>
              )}
              <Button type="submit" variant="primary" disabled={pending} aria-busy={pending}>
                {verb}
              </Button>
            </div>
          </SentForm>
        </div>
        {(form.kind === 'case' || form.kind === 'incident') && (
          <CaseOrIncident
            kinds={forms.map(({ kind }) => kind)}
            relatable={relatable}
            configurationItemId={values.textOf('serviceId') || values.textOf('configurationItemId')}
            busy={pending}
            onCreate={create}
          />
        )}
      </div>
    </>
  );
}
