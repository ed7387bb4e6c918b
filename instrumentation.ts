import type { Instrumentation } from 'next';

export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startServer } = await import('./instrumentation-node.ts');
  await startServer();
}

export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
  console.error(`${request.method} ${request.path} (${context.routeType} ${context.routePath})`, error);
};
