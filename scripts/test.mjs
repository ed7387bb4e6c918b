// `npm test`: all checks, from a bare clone.
import { continueOnPinnedNode, enterProject } from './pinned-node.mjs';
import { exitWithError } from './user-error.mjs';

try {
  enterProject();
  continueOnPinnedNode('scripts/check-everything.ts', process.argv.slice(2));
} catch (error) {
  exitWithError(error);
}
