/** A progress bar. */
export function ProgressBar({ value, max }: { value: number; max: number }) {
  return (
    <progress
      value={value}
      max={max}
      aria-label="Progress"
      className="h-1.5 w-full appearance-none overflow-hidden rounded-sm bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
    />
  );
}
