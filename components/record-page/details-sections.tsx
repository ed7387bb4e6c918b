'use client';

import { clsx } from 'clsx';
import { ResolveChildren } from '#components/incident/lazy-resolve-children.tsx';
import type { FieldView } from '#lib/kinds/field-view.ts';
import type { FormSection } from '#lib/record/definition.ts';
import { formFields } from './form-fields.ts';
import { QuestionField } from './question-field.tsx';
import { RecordField } from './record-field.tsx';
import { useRecordForm } from './record-form.tsx';

/** Fields of a section are side by side; texts need more width. */
function widthOf({ name, type }: FieldView): string | undefined {
  if (name === 'shortDescription' || name === 'description') return 'col-span-full';
  if (type === 'date-time') return 'xl:col-span-2';
  return type === 'long-text' ? 'sm:col-span-2' : undefined;
}

const gridStyle = 'grid gap-x-3 gap-y-3 sm:grid-cols-2 md:grid-cols-3 min-[85rem]:grid-cols-4';
const askedStyle = 'col-span-full grid gap-3 rounded-md bg-sunken p-3 sm:grid-cols-2 md:grid-cols-3';

/** The fields by section; State comes first, with the fields that the chosen state requires. */
export function DetailsSections({ sections }: { sections: readonly FormSection[] }) {
  const { details, draft, question, children } = useRecordForm();
  const { fields } = details;
  const { needed, besides, comeWithState, isShown } = formFields(details, draft.valueOf);

  const cell = (name: string, required = false) => {
    const field = fields[name];
    return field && <RecordField key={name} name={name} required={required} className={widthOf(field)} />;
  };

  // Without editable fields, values need no alignment with controls.
  const readOnly = Object.values(fields).every(({ editable }) => !editable);
  return (
    <div className={clsx('grid gap-4', readOnly && '[--value:1.25rem]')}>
      {sections.map(({ heading, fields: names }, index) => {
        const shown = names.filter(isShown);
        if (shown.length === 0) return null;
        return (
          <div key={heading}>
            {/* The first heading would only repeat the page's title. */}
            <h3
              className={clsx(
                'mb-1.5 text-xs font-semibold tracking-wide text-ink-faint uppercase',
                index === 0 && 'sr-only',
              )}
            >
              {heading}
            </h3>
            <div className={gridStyle}>
              {shown.map((name) =>
                name === 'state' ? (
                  // The same element with and without required fields, so that the focus stays.
                  <div key={name} className={needed.length > 0 || question ? askedStyle : 'contents'}>
                    <RecordField name={name} takesAway={comeWithState} />
                    {needed.map((each) => cell(each, true))}
                    {question && <QuestionField {...question} />}
                    {children && <ResolveChildren {...children} />}
                  </div>
                ) : (
                  [cell(name), ...besides(name).map((each) => cell(each, true))]
                ),
              )}
            </div>
          </div>
        );
      })}
    </div>
  );
}
