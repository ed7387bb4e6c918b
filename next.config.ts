import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  // Titles come with the page, not after it: a reader of the screen hears them first.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  agentRules: false,
  serverExternalPackages: ['graphile-worker', 'pg', 'pino', 'sanitize-html'],
  // `npm test` checks the types of everything; a start that has to build need not do it again.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true },
  // The content security policy carries a nonce and is set per request in proxy.ts.
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      ],
    },
  ],
};

export default config;
