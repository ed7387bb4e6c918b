import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { adminNav } from '#components/admin/admin-nav.tsx';
import { adminPagesOf } from '#components/admin/admin-pages.ts';
import { DemoPasswordBanner } from '#components/admin/demo-password-banner.tsx';
import { countUnread } from '#lib/inbox/unread.ts';
import { demoAccounts } from '#lib/sign-in/demo-accounts.ts';
import { StaffShell } from '../staff-shell.tsx';
import { requireSomePage } from './require-administrator.ts';

export const metadata: Metadata = {
  title: { default: 'Administration', template: '%s · Administration · Casebridge' },
};

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const actor = await requireSomePage();
  return (
    <StaffShell
      nav={adminNav(actor)}
      unread={await countUnread(actor)}
      commands={adminPagesOf(actor)}
      before={<DemoPasswordBanner accounts={(await demoAccounts()).length} />}
    >
      {children}
    </StaffShell>
  );
}
