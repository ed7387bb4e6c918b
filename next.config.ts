import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  // Titles are sent with the page, not streamed later: screen readers announce them first.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  agentRules: false,
  serverExternalPackages: [
    'email-reply-parser',
    'graphile-worker',
    'html-to-text',
    'imapflow',
    'nodemailer',
    'pg',
    'pino',
    'postal-mime',
    'sanitize-html',
    'smtp-server',
  ],
  // `npm test` checks all types; a start that has to build need not repeat that.
  typescript: { ignoreBuildErrors: true },
  // A prefetched page is shown for at most half a minute: components/shell/use-prefetch.ts.
  // Pages load few script files: each file is a request.
  experimental: {
    staleTimes: { static: 30 },
    turbopackChunking: { maxChunkCountPerGroup: 3, minChunkSize: 200_000, requestCost: 1_000_000 },
  },
  // The product needs no resized pictures, and resizing on request could be abused to overload the server.
  images: { unoptimized: true },
};

export default config;
