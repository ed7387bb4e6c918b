import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  // Titles come with the page, not after it: a reader of the screen hears them first.
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
  // `npm test` checks the types of everything; a start that has to build need not do it again.
  typescript: { ignoreBuildErrors: true },
  // What was asked for ahead of a click is shown for half a minute at most: components/shell/use-prefetch.ts.
  // A page's scripts come in few files: each is a request.
  experimental: {
    staleTimes: { static: 30 },
    turbopackChunking: { maxChunkCountPerGroup: 3, minChunkSize: 200_000, requestCost: 1_000_000 },
  },
  // Nobody needs pictures in other sizes, and a server that computes them for anybody who asks can be kept busy.
  images: { unoptimized: true },
};

export default config;
