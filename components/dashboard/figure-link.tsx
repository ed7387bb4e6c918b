import { TextLink } from '#components/ui/link.tsx';
import type { Figure } from '#lib/dashboard/figure.ts';

/** DASH-1 · A figure that links to the list it counts; `what` names that list for screen readers. */
export function FigureLink({ figure: { count, href }, what }: { figure: Figure; what: string }) {
  const shown = count.toLocaleString('en');
  return (
    <TextLink href={href} aria-label={`${shown}: ${what}`} className="tabular-nums">
      {shown}
    </TextLink>
  );
}
