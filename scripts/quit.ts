/**
 * An abort signal for when this process is asked to end: by SIGTERM, Ctrl+C or a closed terminal,
 * or because its parent process is gone.
 */
export function quitSignal(): AbortSignal {
  const controller = new AbortController();
  const quit = () => controller.abort();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, quit);
  if (process.connected) process.on('disconnect', quit);
  return controller.signal;
}

/** Lets the process end although the channel to its parent is still open. */
export function dropLeash(): void {
  if (process.connected) process.disconnect();
}
