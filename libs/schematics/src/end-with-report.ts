import { type Step } from './step';

/** Says what is left to do, or that there was nothing to do. */
export const endWithReport =
  (left: (changed: ReadonlySet<string>) => string[]): Step =>
  (tree, { logger }) => {
    const changed = new Set(tree.actions.map(({ path }) => path));
    if (changed.size === 0) logger.info('Latchkey is in this application already: nothing was changed.');
    else for (const line of left(changed)) logger.info(line);
  };
