// `node scripts/run.mjs FILE ...`: runs a TypeScript file of the project on the pinned Node, with the database of `npm start`.
// `--bare` before FILE: without a database.
import { continueOnPinnedNode, enterProject } from './pinned-node.mjs';
import { exitWithError } from './user-error.mjs';

try {
  enterProject();
  const [first, ...rest] = process.argv.slice(2);
  if (first === '--bare' && rest[0]) continueOnPinnedNode(rest[0], rest.slice(1));
  else continueOnPinnedNode('scripts/with-database.ts', process.argv.slice(2));
} catch (error) {
  exitWithError(error);
}
