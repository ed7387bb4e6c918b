import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { NextConfig } from 'next';

/** A hundredth larger than at the highest quality, in half its time. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

/** Q-5 · Scripts and styles as the build wrote them, and compressed once: no request compresses them again. */
const ASSETS = '/_next/static/chunks/:file([^/]+\\.EXTENSION)';
const TYPES = { js: 'application/javascript; charset=UTF-8', css: 'text/css; charset=UTF-8' };
/** Whether a request accepts Brotli: "br" in the list of encodings, without a weight of zero. */
const ACCEPTS_BROTLI = '(?:[\\s\\S]*,)?\\s*br\\s*(?:;\\s*q=(?:1(?:\\.0*)?|0\\.0*[1-9]\\d*)\\s*)?(?:,[\\s\\S]*)?';
const isBuilt = process.env.NODE_ENV === 'production';

const compressed = Object.entries(isBuilt ? TYPES : {}).map(([extension, type]) => ({
  source: ASSETS.replace('EXTENSION', extension),
  has: [{ type: 'header' as const, key: 'accept-encoding', value: ACCEPTS_BROTLI }],
  destination: '/_next/static/chunks/:file.br',
  headers: [
    { key: 'content-encoding', value: 'br' },
    { key: 'content-type', value: type },
  ],
}));

function compressAssets(buildFolder: string) {
  for (const file of globSync(path.join(buildFolder, 'static/chunks/*.{js,css}')))
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), QUALITY));
}

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
  compiler: { runAfterProductionCompile: async ({ distDir }) => compressAssets(distDir) },
  headers: async () => compressed.map(({ source, has, headers }) => ({ source, has, headers })),
  rewrites: async () => ({
    beforeFiles: compressed.map(({ source, has, destination }) => ({ source, has, destination })),
  }),
  // The product needs no resized pictures, and resizing on request could be abused to overload the server.
  images: { unoptimized: true },
};

export default config;
