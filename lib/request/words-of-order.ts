type Ordered = { catalogItemId: string; quantity: number };
type Offer = { id: string; name: string };

const LONGEST_TITLE = 160;

/**
 * REL-19 · What a request is called: as the case that it is made from, with the items in its description, or else by its
 * items.
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
  const names = [...new Set(lines.map(({ name }) => name))].join(', ').slice(0, LONGEST_TITLE);
  return { shortDescription: names || 'Request' };
}
