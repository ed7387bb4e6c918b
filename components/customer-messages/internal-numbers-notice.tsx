import { Icon } from '#components/ui/icon.tsx';
import { internalNumbersWarning } from '#lib/customer-messages/rules/internal-numbers.ts';

/** POR-3 · Warns about internal numbers in a text that customers will read. */
export function InternalNumbersNotice({ text }: { text: string }) {
  const warning = internalNumbersWarning(text);
  return (
    <p role="status" className="flex gap-1 text-sm text-tone-amber empty:hidden">
      {warning && <Icon name="triangle-alert" className="mt-0.5 size-3.5 shrink-0" />}
      {warning}
    </p>
  );
}
