// `npm start`: everything from a bare clone to a running server.
import { continueOnPinnedNode, enterProject } from './pinned-node.mjs';
import { requireFreePort } from './port.mjs';
import { loadDotEnv, readSettings, requireSecret } from './settings.mjs';
import { exitWithError } from './user-error.mjs';

try {
  enterProject();
  loadDotEnv();
  const settings = readSettings(process.env);
  requireSecret(settings);
  await requireFreePort(settings.port, settings.host);
  continueOnPinnedNode('scripts/serve.ts', []);
} catch (error) {
  exitWithError(error);
}
