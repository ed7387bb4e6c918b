import type { ReactNode } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';

interface ConflictBannerProps {
  message: string;
  className?: string;
  onApplyMine: () => void;
  onTakeTheirs: () => void;
  /** What the other user saved. */
  children: ReactNode;
}

/** REC-3 · Another user saved during the user's edit: what was saved, and the two choices. */
export function ConflictBanner({ message, className, onApplyMine, onTakeTheirs, children }: ConflictBannerProps) {
  return (
    <Banner
      tone="error"
      rule="REC-3"
      title={message}
      className={className}
      action={
        <span className="flex flex-wrap gap-2">
          <Button size="s" onClick={onApplyMine}>
            Apply mine
          </Button>
          <Button size="s" onClick={onTakeTheirs}>
            Take theirs
          </Button>
        </span>
      }
    >
      {children}
    </Banner>
  );
}
