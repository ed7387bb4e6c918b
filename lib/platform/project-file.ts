import path from 'node:path';

/** The path of a project file; every process starts in the project folder. The bundler does not trace the path. */
export const projectFile = (name: string): string => path.join(process.cwd(), name);
