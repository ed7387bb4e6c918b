const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const two = (more: number, of: string, less: number, rest: string) =>
  less === 0 ? `${more.toLocaleString('en')} ${of}` : `${more.toLocaleString('en')} ${of} ${less} ${rest}`;

/** A duration in seconds as text, in its two largest units: 3 h 20 min. */
export function formatDuration(seconds: number): string {
  const minutes = Math.round(seconds / MINUTE);
  if (minutes < 1) return 'under 1 min';
  if (minutes < 60) return `${minutes} min`;
  if (seconds < DAY) return two(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(seconds / HOUR);
  return two(Math.floor(hours / 24), 'd', hours % 24, 'h');
}
