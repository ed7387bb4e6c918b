import { clsx } from 'clsx';

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}

/** A person's initials; decorative, the name stands beside it. */
export function Avatar({ name, size = 'm' }: { name: string; size?: 's' | 'm' }) {
  return (
    <span aria-hidden className={clsx('avatar', size === 's' ? 'size-5 text-[0.625rem]' : 'size-7 text-xs')}>
      {initials(name)}
    </span>
  );
}
