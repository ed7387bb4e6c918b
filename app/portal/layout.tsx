import type { ReactNode } from 'react';
import { PortalFrame } from '#components/portal/portal-frame.tsx';
import { portalPage } from './portal-page.ts';

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { actor, say } = await portalPage();
  const account = 'accountName' in actor ? actor.accountName : null;
  return (
    <PortalFrame person={{ id: actor.id, name: actor.name, account }} say={say}>
      {children}
    </PortalFrame>
  );
}
