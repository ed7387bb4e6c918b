// A stage of `npm test`: the migrations make exactly the schema that the code is generated from.
import { schemaDifference } from './schema-difference.ts';

const difference = await schemaDifference();
if (difference) {
  console.error(
    `The migrations do not make this schema; \`npm run migration -- NAME\` writes what is missing:\n${difference}`,
  );
  process.exitCode = 1;
}
