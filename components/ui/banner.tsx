import { cva, type VariantProps } from 'class-variance-authority';
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

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

const icons: Record<BannerTone, LucideIcon> = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  error: CircleAlert,
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
  /** The id of the rule that said no. */
  rule?: string;
  action?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** One message about the whole page or form: what happened, what was kept, what to do. */
export function Banner({ tone, title, rule, action, className, children }: BannerProps) {
  const Icon = icons[tone];
  return (
    <div role={roles[tone]} data-rule={rule} className={bannerStyle({ tone, className })}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="[&_a]:font-medium [&_a]:underline">{children}</div>}
      </div>
      {action && <div className="shrink-0">{action}</div>}
    </div>
  );
}
