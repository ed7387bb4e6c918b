import path from 'node:path';

/** Where a file of the project is, which every process is started in; the bundler does not look for it. */
export const projectFile = (name: string): string => path.join(process.cwd(), name);
