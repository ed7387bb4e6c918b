import { TextInput } from '#components/ui/text-input.tsx';
import { filled } from '#lib/words/message.ts';
import type { Offer, OfferCategory } from './offer-in-words.ts';
import type { OrderWords } from './order-words.ts';

interface OffersProps {
  categories: readonly OfferCategory[];
  typed: string;
  chosen: Readonly<Record<string, number>>;
  choose: (id: string, quantity: number) => void;
  words: OrderWords;
}

/** The items that contain every typed word, by category; chosen items stay. */
function matchingCategories({
  categories,
  typed,
  chosen,
}: Pick<OffersProps, 'categories' | 'typed' | 'chosen'>): OfferCategory[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return categories.flatMap(({ name, offers }) => {
    const matches = (offer: Offer) => {
      const text = `${name} ${offer.name} ${offer.description}`.toLowerCase();
      return chosen[offer.id] || words.every((word) => text.includes(word));
    };
    const matching = offers.filter(matches);
    return matching.length > 0 ? [{ name, offers: matching }] : [];
  });
}

/** POR-6 · The catalog by category, with a quantity for each item. */
export function Offers({ categories, typed, chosen, choose, words }: OffersProps) {
  const shown = matchingCategories({ categories, typed, chosen });
  if (shown.length === 0) return <p role="status">{filled(words['order.none.found'], { words: typed })}</p>;
  return shown.map(({ name, offers }) => (
    <section key={name} className="panel">
      <div className="panel-head">
        <h2>{name}</h2>
      </div>
      <ul className="divide-y">
        {offers.map((offer) => (
          <li key={offer.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
            <div className="grid min-w-0 flex-1 basis-56 gap-0.5">
              <h3 className="font-medium wrap-anywhere">{offer.name}</h3>
              <p className="text-ink-muted wrap-anywhere">{offer.description}</p>
              <p className="text-sm text-ink-muted">{offer.about}</p>
            </div>
            <div className="grid gap-0.5">
              <span aria-hidden className="text-sm text-ink-muted">
                {words['order.quantity']}
              </span>
              <TextInput
                type="number"
                inputMode="numeric"
                min={0}
                max={99}
                className="min-h-10 w-20"
                aria-label={filled(words['order.quantity.of'], { name: offer.name })}
                value={chosen[offer.id] ?? 0}
                onChange={({ target }) => choose(offer.id, Math.trunc(Number(target.value)) || 0)}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  ));
}
