import { offersInWords } from '#components/portal/offer-in-words.ts';
import { OrderForm } from '#components/portal/order-form.tsx';
import { orderWords } from '#components/portal/order-words.ts';
import { DraftScope } from '#components/ui/drafts/draft-scope.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { opensForOthers } from '#lib/access/open-cases.ts';
import { portalCatalog } from '#lib/portal/queries/portal-catalog.ts';
import { pick } from '#lib/words/words.ts';
import { portalPage, portalTitle } from '../portal-page.ts';

export const generateMetadata = () => portalTitle((say) => say('order.title'));

/** POR-6 · *Request Something*: the catalog from which customers order. */
export default async function PortalCatalogPage() {
  const { actor, say } = await portalPage();
  const categories = await portalCatalog(actor);
  return (
    <>
      <PageHeader title={say('order.title')} />
      {categories.length === 0 ? (
        <p className="rounded-md border bg-surface px-4 py-8 text-center text-ink-muted">{say('order.none')}</p>
      ) : (
        <DraftScope scope="order">
          <OrderForm
            categories={offersInWords(categories, say)}
            forColleagues={opensForOthers(actor)}
            words={pick(say, orderWords)}
          />
        </DraftScope>
      )}
    </>
  );
}
