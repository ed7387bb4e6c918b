import { cva, type VariantProps } from 'class-variance-authority';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

const bannerStyle = cva('flex scroll-mt-16 items-start gap-2 rounded-md px-3 py-2 wrap-anywhere', {
  variants: {
    tone: {
      info: 'bg-tone-blue-soft text-tone-blue',
      success: 'bg-tone-green-soft text-tone-green',
      warning: 'bg-tone-amber-soft text-tone-amber',
      error: 'bg-tone-red-soft text-tone-red',
    },
  },
});

type BannerTone = NonNullable<VariantProps<typeof bannerStyle>['tone']>;

const icons: Record<BannerTone, IconName> = {
  info: 'info',
  success: 'circle-check',
  warning: 'triangle-alert',
  error: 'circle-alert',
};

const roles: Record<BannerTone, 'status' | 'alert' | undefined> = {
  info: undefined,
  success: 'status',
  warning: undefined,
  error: 'alert',
};

export interface BannerProps {
  tone: BannerTone;
  title?: string;
  /** The id of the refusing rule. */
  rule?: string;
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** One message about the whole page or form: what happened, what was kept, what to do. */
export function Banner({ tone, title, rule, action, className, children }: BannerProps) {
  return (
    <div role={roles[tone]} data-rule={rule} className={bannerStyle({ tone, className })}>
      <Icon name={icons[tone]} className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="[&_a]:font-medium [&_a]:underline">{children}</div>}
      </div>
      {action && <div className="shrink-0">{action}</div>}
    </div>
  );
}
