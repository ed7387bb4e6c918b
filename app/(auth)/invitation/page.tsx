import type { Metadata } from 'next';
import { PasswordLinkPage } from '#components/auth/password-link-page.tsx';
import { linkOf } from '#lib/session/one-time-token.ts';

// The link is a secret: it is told to no other page.
export const metadata: Metadata = { title: 'Choose a password', referrer: 'no-referrer' };

export default async function InvitationPage({ searchParams }: PageProps<'/invitation'>) {
  const link = await linkOf('invitation', (await searchParams).token);
  return <PasswordLinkPage purpose="invitation" link={link} title="Choose a password" />;
}
