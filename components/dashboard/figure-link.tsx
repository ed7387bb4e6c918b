import { TextLink } from '#components/ui/link.tsx';
import type { Figure } from '#lib/dashboard/figure.ts';

/** DASH-1 · A figure leads to the list that it counts; `what` says which, where only the figure is read. */
export function FigureLink({ figure: { count, href }, what }: { figure: Figure; what: string }) {
  const shown = count.toLocaleString('en');
  return (
    <TextLink href={href} aria-label={`${shown}: ${what}`} className="tabular-nums">
      {shown}
    </TextLink>
  );
}
