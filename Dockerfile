# The server, built. It needs DATABASE_URL and AUTH_SECRET: see compose.yaml and docs/self-hosting.md.
FROM node:24-bookworm-slim

ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    CASEBRIDGE_DATA=/data \
    npm_config_update_notifier=false

RUN mkdir /app /data && chown node:node /app /data
WORKDIR /app
USER node

# The packages change rarely: they are a layer of their own.
COPY --chown=node:node package.json package-lock.json ./
RUN npm ci --include=dev --include=optional --no-audit --no-fund --loglevel=error && npm cache clean --force

COPY --chown=node:node . .
RUN npm run build && rm -rf .next/cache

VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/start.mjs"]
