'use client';

import { useRouter } from 'next/navigation';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useSend } from '#components/actions/use-send.ts';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { Option } from '#components/ui/use-combobox.ts';
import { createRequestAction } from '#lib/request/actions.ts';
import { OrderFields } from './order-fields.tsx';
import { useOrder } from './use-order.ts';

/** REQ-1 · Orders from the catalog without a case, for oneself to begin with. */
export function NewRequest({ requestedFor }: { requestedFor: Option }) {
  const order = useOrder(requestedFor);
  const { send, pending, refused } = useSend();
  const router = useRouter();

  function submit() {
    const { wish } = order;
    if (!wish) return;
    send(async () => {
      const result = await createRequestAction(wish);
      if (result.ok && result.data) router.push(result.data.href);
      return result;
    });
  }

  usePageActions([{ label: 'Submit', key: 's', run: submit }]);

  return (
    <>
      <PageHeader title="New request" back={{ href: '/workspace/requests', label: 'Requests' }} />
      <form
        noValidate
        aria-busy={pending}
        className="grid max-w-4xl gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <RefusalBanner refused={refused} />
        <Panel title="Order">
          <OrderFields order={order} errors={refused?.fieldErrors ?? {}} />
        </Panel>
        <div className="flex justify-end border-t pt-3">
          <Button type="submit" variant="primary" disabled={pending || order.wish === null} aria-busy={pending}>
            Submit
          </Button>
        </div>
      </form>
    </>
  );
}
