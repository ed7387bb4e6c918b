'use client';

import { useRef } from 'react';
import { ResolveChildren } from '#components/incident/lazy-resolve-children.tsx';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Panel } from '#components/ui/panel.tsx';
import { formFields, propertiesOf } from './form-fields.ts';
import { QuestionField } from './question-field.tsx';
import { RecordField } from './record-field.tsx';
import { useRecordForm } from './record-form.tsx';
import { SavedByEnter } from './saved-by-enter.tsx';

/** Focuses the control of a label. */
function focusField(form: HTMLElement | null, label: string) {
  const named = [...(form?.querySelectorAll('label') ?? [])].find(({ textContent }) => textContent === label);
  const control = named?.control;
  control?.focus();
  if (control instanceof HTMLInputElement) control.select();
}

/** The most edited fields, editable in place: plain until hovered. A state adds the fields that it requires. */
export function Properties() {
  const { details, draft, question, children } = useRecordForm();
  const { needed, comeWithState } = formFields(details, draft.valueOf);
  const form = useRef<HTMLDivElement>(null);
  const keys = [
    { name: 'assignedToId', key: 'i' },
    { name: 'priority', key: 'p' },
    { name: 'state', key: 'l' },
  ].filter(({ name }) => details.fields[name]?.editable && propertiesOf(details).includes(name));
  usePageActions(
    keys.map(({ name, key }) => {
      const label = details.fields[name]?.label ?? name;
      return { label: `Change ${label}`, key, run: () => focusField(form.current, label) };
    }),
  );
  const moves = draft.names.includes('state') && needed.length > 0;
  const ofTheState = needed.map((name) => <RecordField key={name} name={name} required />);
  return (
    <Panel title="Properties" flush>
      <div ref={form}>
        <SavedByEnter className="properties">
          {propertiesOf(details)
            .filter((name) => !needed.includes(name))
            .map((name) => (
              <RecordField key={name} name={name} takesAway={name === 'state' ? comeWithState : []} />
            ))}
          {moves || question ? (
            <div className="properties-needed">
              {ofTheState}
              {question && <QuestionField {...question} />}
              {children && <ResolveChildren {...children} />}
            </div>
          ) : (
            ofTheState
          )}
        </SavedByEnter>
      </div>
    </Panel>
  );
}
