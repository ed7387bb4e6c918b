function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}

/** A person's initials; decorative, the name stands beside it. Drawn by the style: as text they would be what a button is called. */
export function Avatar({ name, size = 'm' }: { name: string; size?: 's' | 'm' }) {
  return (
    <span aria-hidden data-initials={initials(name)} className={size === 's' ? 'avatar avatar-s' : 'avatar avatar-m'} />
  );
}
