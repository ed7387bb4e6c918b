import { NumberLink } from '#components/ui/number-link.tsx';
import type { FieldView } from '#lib/kinds/field-view.ts';

/** WO-2 · A note on cases and work orders: later changes are not copied between them. */
export function IndependenceNote({ theCase }: { theCase?: FieldView }) {
  if (!theCase)
    return (
      <p className="text-sm text-ink-muted">Later changes are not copied between this case and its work orders.</p>
    );
  return (
    <p className="mb-3 text-ink-muted">
      Created from <NumberLink number={theCase.display} href={theCase.href} />. Later changes are not copied between the
      case and this work order.
    </p>
  );
}
