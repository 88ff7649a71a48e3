import { logging, virtualFs } from '@angular-devkit/core';
import { HostTree, type Rule, type TaskConfigurationGenerator, type Tree } from '@angular-devkit/schematics';
import { SchematicTestRunner } from '@angular-devkit/schematics/testing/index.js';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { lastValueFrom } from 'rxjs';

const require = createRequire(import.meta.url);

/** An application that lies there: what a schematic does to it is a change, and what it says is heard. */
export class FreshTree {
  private constructor(
    private readonly runner: SchematicTestRunner,
    readonly files: Record<string, string>,
  ) {}

  static async of(collection: string, schematic: string, options: object): Promise<FreshTree> {
    const manifest = require.resolve(`${collection}/package.json`);
    const { schematics } = JSON.parse(readFileSync(manifest, 'utf8')) as { schematics: string };
    const runner = new SchematicTestRunner(collection, join(dirname(manifest), schematics));
    return new FreshTree(runner, textsOf(await runner.runSchematic(schematic, options)));
  }

  /** The application after `rule`, the files it changed, the tasks it left to be run, and what it said. */
  async after(rule: Rule): Promise<{ app: FreshTree; changed: string[]; tasks: string[]; said: string[] }> {
    const said: string[] = [];
    const logger = new logging.Logger('heard');
    logger.subscribe(({ message }) => said.push(message));
    const tasks: string[] = [];
    const addTask = (task: TaskConfigurationGenerator) => ({ id: tasks.push(task.toConfiguration().name) });
    const heard: Rule = (tree, context) => rule(tree, Object.assign(context, { logger, addTask }));
    const tree = await lastValueFrom(this.runner.callRule(heard, new HostTree(hostOf(this.files))));
    const app = new FreshTree(this.runner, textsOf(tree));
    return { app, changed: Object.keys(app.files).filter((path) => app.files[path] !== this.files[path]), tasks, said };
  }

  /** The same application with other files, or without those that are null. */
  with(files: Record<string, string | null>): FreshTree {
    const all = Object.entries({ ...this.files, ...files });
    return new FreshTree(
      this.runner,
      Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null)),
    );
  }

  text(path: string): string {
    return this.files[path] ?? '';
  }
}

function textsOf(tree: Tree): Record<string, string> {
  const texts: Record<string, string> = {};
  tree.visit((path) => (texts[path] = tree.read(path)?.toString() ?? ''));
  return texts;
}

function hostOf(files: Record<string, string>): virtualFs.Host {
  const host = new virtualFs.SimpleMemoryHost();
  for (const [path, text] of Object.entries(files))
    host.write(path as never, virtualFs.stringToFileBuffer(text)).subscribe();
  return host;
}
