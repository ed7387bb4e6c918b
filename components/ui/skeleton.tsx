import { clsx } from 'clsx';

/** A placeholder for loading content; appears after 300 ms. */
function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={clsx('block animate-late rounded-sm bg-sunken', className ?? 'h-4 w-full')} />;
}

const WIDTHS = ['w-11/12', 'w-4/5', 'w-full', 'w-2/3', 'w-3/4'] as const;

/** Placeholder for loading lines of text. */
export function SkeletonRows({ rows = 5, label = 'Loading' }: { rows?: number; label?: string }) {
  const lines = Array.from({ length: rows }, (_, row) => ({ row, width: WIDTHS[row % WIDTHS.length] }));
  return (
    <div className="grid gap-3 py-2">
      <p className="sr-only">{label}</p>
      {lines.map(({ row, width }) => (
        <Skeleton key={row} className={clsx('h-4', width)} />
      ))}
    </div>
  );
}
