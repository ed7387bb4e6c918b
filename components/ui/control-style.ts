/** What every control that takes text looks like. 16 px on small screens, or the phone's browser zooms in. */
export const controlStyle =
  'block w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-ink max-sm:text-lg hover:border-ink-faint focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-muted aria-invalid:border-tone-red';
