/** `node by-command.mjs PACKAGE SCHEMATIC OPTIONS`, in an application's folder: what `nest add` and `ng add` run once npm has installed the package. */
import { logging } from '@angular-devkit/core';
import { NodeWorkflow } from '@angular-devkit/schematics/tools/index.js';

const [collection, schematic, options] = process.argv.slice(2);
const workflow = new NodeWorkflow(process.cwd(), { resolvePaths: [process.cwd()], schemaValidation: true });
// Here packages come from elsewhere.
workflow.engineHost.registerTaskExecutor({ name: 'node-package', create: async () => async () => {} });

const logger = new logging.Logger('by-command');
logger.subscribe(({ message }) => console.log(message));
await new Promise((complete, error) =>
  workflow.execute({ collection, schematic, options: JSON.parse(options), logger }).subscribe({ complete, error }),
);
