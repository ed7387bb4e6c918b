import { Banner } from '#components/ui/banner.tsx';
import { TextLink } from '#components/ui/link.tsx';
import type { LinkPurpose } from '#lib/session/link-purpose.ts';
import { setPasswordAction } from '#lib/sign-in/actions.ts';
import { pick, type Say } from '#lib/words/words.ts';
import { AuthPage } from './auth-page.tsx';
import { SetPasswordForm } from './set-password-form.tsx';

interface PasswordLinkPageProps {
  purpose: LinkPurpose;
  /** The link and its user's email; null: the link is no longer valid. */
  link: { token: string; email: string } | null;
  say: Say;
}

/** ACC-7 · The page that an email's link opens. Opening it does not use up the link: only its form does. */
export function PasswordLinkPage({ purpose, link, say }: PasswordLinkPageProps) {
  const words = pick(say, [
    'sign-in.email',
    'profile.password.new',
    'profile.password.hint',
    'link.repeat',
    'link.enter',
  ]);
  return (
    <AuthPage title={say(`link.${purpose}.title`)}>
      {link ? (
        <SetPasswordForm action={setPasswordAction} purpose={purpose} words={words} {...link} />
      ) : (
        <Banner tone="error" title={say('link.used')}>
          <p>{purpose === 'reset' ? <TextLink href="/forgot">{say('link.again')}</TextLink> : say('link.invited')}</p>
          <p className="mt-2">
            <TextLink href="/login">{say('sign-in.title')}</TextLink>
          </p>
        </Banner>
      )}
    </AuthPage>
  );
}
