'use client';

import { useRouter } from 'next/navigation';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { SentForm } from '#components/ui/sent-form.tsx';
import type { Option } from '#components/ui/use-combobox.ts';
import { createRequestAction } from '#lib/request/actions.ts';
import { OrderFields } from './order-fields.tsx';
import { useOrder } from './use-order.ts';

/** REQ-1 · Orders from the catalog without a case; the default recipient is the user. */
export function NewRequest({ requestedFor }: { requestedFor: Option }) {
  const order = useOrder(requestedFor);
  const { input } = order;
  const router = useRouter();
  const { run, pending, refused, errors, reset } = useAction(createRequestAction, {
    once: 'order',
    onDone: (created) => {
      order.discard();
      if (created) router.push(created.href);
    },
  });

  function submit() {
    if (input) run(input);
  }

  function discard() {
    order.discard();
    reset();
  }

  usePageActions([{ label: 'Create request', key: 's', run: submit }]);

  return (
    <>
      <PageHeader title="New request" back={{ href: '/workspace/requests', label: 'Requests' }} />
      <SentForm aria-busy={pending} className="grid max-w-4xl gap-4" onSend={submit}>
        <RefusalBanner refused={refused} />
        <Panel title="Order">
          <OrderFields order={order} errors={errors} />
        </Panel>
        <div className="flex justify-end gap-2 border-t pt-3">
          {!order.isEmpty && (
            <Button variant="quiet" onClick={discard}>
              Discard
            </Button>
          )}
          <Button type="submit" variant="primary" disabled={pending || input === null} aria-busy={pending}>
            Create request
          </Button>
        </div>
      </SentForm>
    </>
  );
}
