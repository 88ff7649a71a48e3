/** `node ng-build.mjs`, in an application's folder: what `ng build` does with its angular.json. */
import { Architect } from '@angular-devkit/architect';
import { WorkspaceNodeModulesArchitectHost } from '@angular-devkit/architect/node/index.js';
import { json, logging, workspaces } from '@angular-devkit/core';
import { NodeJsSyncHost } from '@angular-devkit/core/node';

const root = process.cwd();
const registry = new json.schema.CoreSchemaRegistry();
registry.addPostTransform(json.schema.transforms.addUndefinedDefaults);
const { workspace } = await workspaces.readWorkspace(root, workspaces.createWorkspaceHost(new NodeJsSyncHost()));
const architect = new Architect(new WorkspaceNodeModulesArchitectHost(workspace, root), registry);

const logger = new logging.Logger('build');
logger.subscribe(({ message }) => console.log(message));
const [project] = workspace.projects.keys();
const run = await architect.scheduleTarget({ project, target: 'build', configuration: 'production' }, {}, { logger });
const { success } = await run.result;
await run.stop();
process.exit(success ? 0 : 1);
