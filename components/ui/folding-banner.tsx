'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import { Banner, type BannerProps } from './banner.tsx';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';

/** A message above the page; on a small screen it is one line until it is expanded. */
export function FoldingBanner({ action, className, ...banner }: BannerProps) {
  const [open, setOpen] = useState(false);
  return (
    <Banner
      {...banner}
      className={clsx('banner-folding', className)}
      action={
        <>
          {action}
          <IconButton
            label={open ? 'Show less' : 'Show all'}
            aria-expanded={open}
            size="s"
            onClick={() => setOpen(!open)}
            className="-my-1 md:hidden aria-expanded:rotate-180"
          >
            <Icon name="chevron-down" />
          </IconButton>
        </>
      }
    />
  );
}
