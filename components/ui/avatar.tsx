function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}

/** A person's initials, beside the name. Drawn by CSS: as text they would be part of a button's accessible name. */
export function Avatar({ name, size = 'm' }: { name: string; size?: 's' | 'm' }) {
  return (
    <span aria-hidden data-initials={initials(name)} className={size === 's' ? 'avatar avatar-s' : 'avatar avatar-m'} />
  );
}
