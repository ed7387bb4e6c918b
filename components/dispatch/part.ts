interface Stretch {
  from: number;
  to: number;
}

/** The position of a time span on a strip of the board, clipped to the strip. */
export function part({ from, to }: Stretch, axis: Stretch): { left: string; width: string } {
  const percent = (at: number) =>
    ((Math.min(Math.max(at, axis.from), axis.to) - axis.from) / (axis.to - axis.from)) * 100;
  const left = percent(from);
  return { left: `${left.toFixed(3)}%`, width: `${(percent(to) - left).toFixed(3)}%` };
}
