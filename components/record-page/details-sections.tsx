'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { FieldControl } from '#components/field/field-control.tsx';
import { ofCustomer } from '#components/field/of-customer.ts';
import { ReadCell } from '#components/field/read-cell.tsx';
import type { Draft } from '#components/field/use-draft.ts';
import type { FieldView } from '#lib/task/field-view.ts';
import type { Details } from './details.ts';

/** Fields of a section stand side by side; texts need more room. */
function widthOf({ name, type }: FieldView): string | undefined {
  if (name === 'shortDescription' || name === 'description') return 'col-span-full';
  if (type === 'date-time') return 'xl:col-span-2';
  return type === 'long-text' ? 'sm:col-span-2' : undefined;
}

const gridStyle = 'grid gap-x-3 gap-y-3 sm:grid-cols-2 md:grid-cols-3 xl:grid-cols-4 min-[85rem]:grid-cols-5';
const askedStyle = 'col-span-full grid gap-3 rounded-md bg-sunken p-3 sm:grid-cols-2 md:grid-cols-3';

type DetailsSectionsProps = {
  details: Details;
  draft: Draft;
  errors: Readonly<Record<string, string>>;
  /** What the chosen state asks for beside its fields. */
  children?: ReactNode;
};

/** The fields in their sections; State stands first, with the fields that the chosen state needs. */
export function DetailsSections({ details, draft, errors, children }: DetailsSectionsProps) {
  const { fields, sections, stateFields, fieldsWith } = details;
  const asked = stateFields[String(draft.valueOf('state'))] ?? [];
  /** Fields that go with the value that a field has now. */
  const withValueOf = (name: string) => fieldsWith[name]?.[String(draft.valueOf(name))] ?? [];
  const needed = asked.flatMap((name) => [name, ...withValueOf(name)]);
  const placed = new Set(sections.flatMap(({ fields: names }) => names));
  const standing = new Set(sections.flatMap(({ atEnd, fields: names }) => (atEnd ? [] : names)));
  const turned = Object.values(fieldsWith).flatMap((values) => Object.values(values).flat());
  /** Fields that are there with a state only. */
  const isOfState = new Set([...Object.values(stateFields).flat(), ...turned].filter((name) => !standing.has(name)));
  /** What only a move sets is not there before it is set. */
  const comesLater = (name: string) => (isOfState.has(name) || fields[name]?.byMove) && !fields[name]?.display;
  const hidden = (name: string) => needed.includes(name) || comesLater(name);

  const cell = (name: string, required = false) => {
    const field = fields[name];
    if (!field) return null;
    const wide = widthOf(field);
    const typed = draft.names.includes(name) ? { value: draft.valueOf(name), display: draft.shownOf(name) } : null;
    if (!field.editable) return <ReadCell key={name} field={field} typed={typed} className={wide} />;
    const meanwhile = draft.meanwhile(name);
    return (
      <FieldControl
        key={name}
        field={ofCustomer(required ? { ...field, required } : field, draft.valueOf)}
        value={draft.valueOf(name)}
        display={draft.displayOf(name)}
        error={errors[name]}
        hint={meanwhile && !errors[name] ? `Changed to “${meanwhile}” while you were editing.` : undefined}
        className={wide}
        onChange={(value, display) => draft.type(name, value, display, name === 'state' ? [...isOfState] : [])}
      />
    );
  };

  // Where nothing can be edited, values need not stand in line with controls.
  const readOnly = Object.values(fields).every(({ editable }) => !editable);
  return (
    <div className={clsx('grid gap-4', readOnly && '[--value:1.25rem]')}>
      {sections.map(({ heading, fields: names }, index) => {
        const shown = names.filter((name) => !hidden(name));
        if (shown.length === 0) return null;
        return (
          <div key={heading}>
            {/* The first one says no more than the page does. */}
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
                  // The same element with and without what the state needs, so that the focus stays where it is.
                  <div key={name} className={needed.length > 0 || children ? askedStyle : 'contents'}>
                    {cell(name)}
                    {needed.map((each) => cell(each, true))}
                    {children}
                  </div>
                ) : (
                  [cell(name), ...withValueOf(name).map((each) => !placed.has(each) && cell(each, true))]
                ),
              )}
            </div>
          </div>
        );
      })}
    </div>
  );
}
