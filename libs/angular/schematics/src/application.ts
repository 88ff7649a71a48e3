import { type Tree } from '@angular-devkit/schematics';
import { CannotEdit } from '@latchkey/schematics';
import { readWorkspace } from '@schematics/angular/utility';
import { PASTE } from './paste';

export interface Application {
  name: string;
  /** The folder of app.config.ts or app-module.ts. */
  folder: string;
  /** Latchkey's ready pages are made with it. */
  hasMaterial: boolean;
}

/** The application that is meant: the one that is named, or the only one. Throws CannotEdit. */
export async function applicationOf(tree: Tree, wanted?: string): Promise<Application> {
  const { projects } = await readWorkspace(tree);
  const applications = [...projects.keys()].filter(
    (name) => projects.get(name)?.extensions['projectType'] === 'application',
  );
  const name = wanted ?? (applications.length === 1 ? applications[0] : undefined);
  const project = name === undefined ? undefined : projects.get(name);
  if (name === undefined || !project)
    throw new CannotEdit(`Say which application is meant: --project ${applications.join(' | ') || 'NAME'}.`, PASTE);
  const sourceRoot = project.sourceRoot ?? `${project.root}/src`;
  const manifest = tree.exists('/package.json') ? tree.readText('/package.json') : '';
  return { name, folder: `/${sourceRoot}/app`, hasMaterial: manifest.includes('"@angular/material"') };
}
