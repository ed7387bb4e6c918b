import { scaleLinear } from 'd3-scale';

/** A figure as a bar. The figure itself is beside it, so screen readers skip the bar. */
export function Bar({ count, most }: { count: number; most: number }) {
  const width = scaleLinear()
    .domain([0, Math.max(most, 1)])
    .range([0, 100])(count);
  return (
    <span aria-hidden className="block h-2.5 min-w-12 rounded-sm bg-sunken forced-colors:border">
      <span
        className="block h-full rounded-sm bg-accent forced-color-adjust-none"
        style={{ width: `${width}%`, minWidth: count > 0 ? '2px' : undefined }}
      />
    </span>
  );
}
