// `npm start`: from a bare clone to a running server.
import { continueOnPinnedNode, enterProject } from './pinned-node.mjs';
import { exitWithError } from './user-error.mjs';

try {
  enterProject();
  continueOnPinnedNode('scripts/serve.ts', []);
} catch (error) {
  exitWithError(error);
}
