import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { readTheme, THEME_COOKIE } from '#components/shell/theme.ts';
import { currency } from '#lib/platform/money.ts';
import { pageLanguage } from '#lib/session/page-language.ts';
import { wordsIn } from '#lib/words/words.ts';
import './globals.css';

// A page rendered at build time has no nonce, so the content security policy would block its scripts.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'Casebridge', template: '%s · Casebridge' },
  description: 'Customer service joined with IT.',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f8fa' },
    { media: '(prefers-color-scheme: dark)', color: '#0f1116' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, language] = await Promise.all([cookies(), pageLanguage()]);
  const theme = readTheme(jar.get(THEME_COOKIE)?.value);
  return (
    <html lang={language} data-theme={theme === 'system' ? undefined : theme} data-currency={currency()}>
      <body>
        <a
          href="#main"
          className="sr-only rounded-md bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
        >
          {wordsIn(language)('nav.skip')}
        </a>
        {children}
      </body>
    </html>
  );
}
