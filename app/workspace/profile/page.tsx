import type { Metadata } from 'next';
import { TextLink } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { ChangePasswordForm } from '#components/user/change-password-form.tsx';
import { LanguageForm } from '#components/user/language-form.tsx';
import { SignOutEverywhereForm } from '#components/user/sign-out-everywhere-form.tsx';
import { TimeZoneForm } from '#components/user/time-zone-form.tsx';
import { requireSession } from '#lib/session/current-actor.ts';
import { timeZones } from '#lib/user/time-zones.ts';

export const metadata: Metadata = { title: 'Profile' };

export default async function ProfilePage() {
  const { actor, email, language } = await requireSession();
  return (
    <>
      <PageHeader title="Profile" meta={`${actor.name}, ${email}`} />
      <div className="grid max-w-2xl gap-6">
        <Panel title="Password">
          <ChangePasswordForm email={email} />
        </Panel>
        <Panel title="Region">
          <div className="grid gap-6">
            <TimeZoneForm timeZone={actor.timeZone} timeZones={timeZones} />
            <LanguageForm language={language} />
          </div>
        </Panel>
        <Panel title="Reply templates">
          <p className="text-ink-muted">
            Texts that you write again and again, a <kbd>/</kbd> away.
          </p>
          <p className="mt-2">
            <TextLink href="/workspace/profile/reply-templates">My reply templates</TextLink>
          </p>
        </Panel>
        <Panel title="Sessions">
          <SignOutEverywhereForm />
        </Panel>
      </div>
    </>
  );
}
