export const menuItemStyle =
  'flex min-h-8 w-full items-center gap-2 rounded-sm px-2 text-left text-ink outline-none select-none focus:bg-sunken aria-disabled:cursor-not-allowed aria-disabled:text-ink-faint pointer-coarse:min-h-10 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-muted';
