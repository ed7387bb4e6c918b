'use client';

import dynamic from 'next/dynamic';
import { useEffect, useId, useState } from 'react';
import { ReferenceControl } from '#components/field/reference-control.tsx';
import { Field } from '#components/ui/field.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { Option } from '#components/ui/use-combobox.ts';
import type { CustomerOption, NewCustomer } from '#lib/customer/customer-option.ts';
import { OpenCases } from './open-cases.tsx';
import type { NewValues } from './use-new-values.ts';

// Only users who may add customers need it.
const AddCustomerDialog = dynamic(
  () => import('./add-customer-dialog.tsx').then((module) => module.AddCustomerDialog),
  { ssr: false },
);

const none = { value: null, display: '' };

/** The case's customer, asked first: contacts and consumers in one list; it fills other fields of the form. */
export function CustomerPanel({ values }: { values: NewValues }) {
  const [adding, setAdding] = useState<NewCustomer | null>(null);
  const [attempt, setAttempt] = useState(0);
  const id = useId();
  const contact = values.chosenIn('contactId');
  const chosen = contact ?? values.chosenIn('consumerId');
  const whose = contact ? values.chosenIn('accountId')?.label : chosen ? 'Consumer' : undefined;

  useEffect(() => {
    if (adding === null) return;
    // The box that opened the dialog has been replaced by now.
    return () => document.getElementById(id)?.focus();
  }, [adding, id]);

  function choose(option: Option | null) {
    const { label, add, customer }: CustomerOption = option ?? { id: '', label: '' };
    if (add) return ask(add);
    const person = option ? { value: option.id, display: label } : none;
    values.changeAll({
      contactId: customer?.is === 'contact' ? person : none,
      consumerId: customer?.is === 'consumer' ? person : none,
      accountId: customer?.accountId ? { value: customer.accountId, display: customer.account } : none,
    });
  }

  /** Opens or closes the dialog; mounts the box anew with the current choice. */
  function ask(whom: NewCustomer | null) {
    setAdding(whom);
    setAttempt((before) => before + 1);
  }

  return (
    <Panel title="Whose case is it?" titleHidden>
      <div className="grid gap-3">
        <Field id={id} label="Customer" hint={whose}>
          {(control) => (
            <ReferenceControl
              {...control}
              key={attempt}
              source="/api/customers"
              placeholder="Name, email address, phone or account"
              emptyText="Nothing found."
              chosen={chosen}
              onSelect={choose}
            />
          )}
        </Field>
        {chosen && <OpenCases customer={chosen} />}
      </div>
      {adding !== null && (
        <AddCustomerDialog
          {...adding}
          onClose={() => ask(null)}
          onAdded={(added) => {
            choose(added);
            ask(null);
          }}
        />
      )}
    </Panel>
  );
}
