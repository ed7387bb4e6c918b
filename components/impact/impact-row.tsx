import { Badge } from '#components/ui/badge.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { Td } from '#components/ui/table.tsx';
import type { ImpactRow as Row } from '#lib/impact/queries/impact-page.ts';
import { MAX_COUNTED } from '#lib/record/counted.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { ImpactMessage } from './impact-message.tsx';
import { ImpactWhy } from './impact-why.tsx';

interface ImpactRowProps {
  row: Row;
  ofRecord: boolean;
  selected: boolean;
  onSelect: (selected: boolean) => void;
}

const link = 'text-accent-ink underline-offset-2 hover:underline';

/** A customer's cells in the columns that only a record has. */
function OfRecord({ row: { proactiveCase, message, majorCase } }: Pick<ImpactRowProps, 'row'>) {
  return (
    <>
      <Td data-label="Proactive case">
        {proactiveCase && <NumberLink number={proactiveCase} href={pathOfNumber(proactiveCase)} />}
      </Td>
      <Td data-label="Message">
        <ImpactMessage message={message} />
      </Td>
      <Td data-label="Major case">{majorCase && <NumberLink number={majorCase} href={pathOfNumber(majorCase)} />}</Td>
    </>
  );
}

/** IMP-1 · An affected customer. */
export function ImpactRow({ row, ofRecord, selected, onSelect }: ImpactRowProps) {
  const { name, href, isConsumer, active, critical, criticalService, products, items, openCases, openCasesHref } = row;
  return (
    <tr>
      <Td className="max-md:order-first">
        <span className="flex items-center gap-2">
          <input
            type="checkbox"
            aria-label={`Select ${name}`}
            checked={selected}
            onChange={({ target }) => onSelect(target.checked)}
            className="size-4 shrink-0"
          />
          <span className="min-w-0 wrap-break-word">
            {href ? (
              <Link href={href} className={link}>
                {name}
              </Link>
            ) : (
              name
            )}
            {isConsumer && (
              <span className="ml-1.5 text-sm text-ink-faint">
                {active ? 'Consumer' : 'Consumer, no longer active'}
              </span>
            )}
            {critical && (
              <span className="ml-1.5">
                <Badge tone="red" icon={<Icon name="triangle-alert" />}>
                  {criticalService ? `Critical: ${criticalService}` : 'Critical'}
                </Badge>
              </span>
            )}
          </span>
        </span>
      </Td>
      <Td className="wrap-anywhere">
        <ImpactWhy row={row} />
      </Td>
      <Td data-label="Products" className="wrap-anywhere">
        {products.join(', ')}
        {items > 0 && (
          <span className="block text-sm text-ink-faint max-md:ml-1.5 max-md:inline">
            {items.toLocaleString('en')} installed
          </span>
        )}
      </Td>
      <Td data-label="Open cases" numeric>
        {openCases > 0 && (
          <Link href={openCasesHref} className={link}>
            {openCases > MAX_COUNTED ? `${MAX_COUNTED.toLocaleString('en')}+` : openCases.toLocaleString('en')}
          </Link>
        )}
      </Td>
      {ofRecord && <OfRecord row={row} />}
    </tr>
  );
}
