import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';

const MAX = 99;

/** The chosen quantity by item id; the browser stores it until the order is sent (POR-21). */
export function useChosen() {
  const [text, setText] = useDraftText('chosen');
  const chosen = quantitiesIn(text);
  return {
    chosen,
    choose: (id: string, quantity: number) => {
      const others = Object.entries(chosen).filter(([other]) => other !== id);
      const all = quantity > 0 ? [...others, [id, Math.min(MAX, quantity)] as const] : others;
      setText(all.length === 0 ? '' : JSON.stringify(Object.fromEntries(all)));
    },
    clear: () => setText(''),
  };
}

function quantitiesIn(text: string): Readonly<Record<string, number>> {
  try {
    const stored: unknown = JSON.parse(text || '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).filter(([, quantity]) => Number.isInteger(quantity) && quantity > 0),
    );
  } catch {
    return {};
  }
}
