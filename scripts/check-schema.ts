// A stage of `npm test`: the migrations must produce the schema that the code is generated from, and the states of all kinds.
import { schemaDifference } from './schema-difference.ts';
import { statesDifference } from './states-sql.ts';

const difference = [await schemaDifference(), statesDifference()].filter((part) => part !== null).join('\n');
if (difference) {
  console.error(
    `The migrations do not make this schema; \`npm run migration -- NAME\` writes what is missing:\n${difference}`,
  );
  process.exitCode = 1;
}
