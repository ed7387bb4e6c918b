import type { Piece } from '#lib/search/hit.ts';

/** A text with the search words highlighted; its content is escaped as text. */
export function MarkedText({ pieces }: { pieces: readonly Piece[] }) {
  let place = 0;
  return pieces.map(({ text, marked }) => {
    const key = place;
    place += text.length;
    return marked ? (
      <mark key={key} className="rounded-sm bg-tone-amber-soft text-ink">
        {text}
      </mark>
    ) : (
      text
    );
  });
}
