import { Banner } from '#components/ui/banner.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { setPasswordAction } from '#lib/session/actions.ts';
import type { LinkPurpose } from '#lib/session/link-purpose.ts';
import { AuthPage } from './auth-page.tsx';
import { SetPasswordForm } from './set-password-form.tsx';

interface PasswordLinkPageProps {
  title: string;
  purpose: LinkPurpose;
  /** The link and whose it is; null: it works no longer. */
  link: { token: string; email: string } | null;
}

/** ACC-7 · The page behind a link of an email. To look at it uses nothing up: only its form does. */
export function PasswordLinkPage({ title, purpose, link }: PasswordLinkPageProps) {
  return (
    <AuthPage title={title}>
      {link ? (
        <SetPasswordForm action={setPasswordAction} purpose={purpose} {...link} />
      ) : (
        <Banner tone="error" title="This link has been used or has expired.">
          {purpose === 'reset' ? (
            <>
              <TextLink href="/forgot">Ask for a new one</TextLink>, or <TextLink href="/login">sign in</TextLink>.
            </>
          ) : (
            <>
              <TextLink href="/login">Sign in</TextLink>, or ask whoever invited you for a new invitation.
            </>
          )}
        </Banner>
      )}
    </AuthPage>
  );
}
