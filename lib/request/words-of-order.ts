type Ordered = { catalogItemId: string; quantity: number };
type Offer = { id: string; name: string };

const LONGEST_TITLE = 160;
/** The most items that are named if there is no room for all. */
const NAMED = 3;

/**
 * REL-19 · The title of a request: that of the case it is created from, with the items in the description; otherwise the names
 * of its items.
 */
export function wordsOfOrder(
  theCase: { shortDescription: string } | null,
  items: readonly Ordered[],
  offers: readonly Offer[],
): { shortDescription: string; description?: string } {
  const lines = items.map(({ catalogItemId, quantity }) => ({
    name: offers.find(({ id }) => id === catalogItemId)?.name ?? '',
    quantity,
  }));
  if (theCase) {
    const description = lines.map(({ name, quantity }) => `${quantity} × ${name}`).join('\n');
    return { shortDescription: theCase.shortDescription, description };
  }
  return { shortDescription: titleOfItems([...new Set(lines.map(({ name }) => name))]) || 'Request' };
}

/** The names of all items, or of the first ones and the number of the others. */
function titleOfItems(names: readonly string[]): string {
  const all = names.join(', ');
  if (all.length <= LONGEST_TITLE) return all;
  const more = ` and ${names.length - NAMED} more`;
  const named = names.slice(0, NAMED).join(', ');
  return names.length > NAMED ? named.slice(0, LONGEST_TITLE - more.length) + more : all.slice(0, LONGEST_TITLE);
}
