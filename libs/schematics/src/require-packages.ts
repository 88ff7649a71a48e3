import { type TaskConfigurationGenerator } from '@angular-devkit/schematics';
import { CannotEdit } from './cannot-edit';
import { type Step } from './step';

const MANIFEST = '/package.json';

/** Adds to package.json what it lacks, by name and version, and has it installed unless that is to be skipped. Throws CannotEdit. */
export function requirePackages(packages: Record<string, string>, { skipInstall = false } = {}): Step {
  return (tree, context) => {
    if (!tree.exists(MANIFEST))
      throw new CannotEdit('There is no package.json here.', JSON.stringify(packages, null, 2));
    const manifest = tree.readJson(MANIFEST) as { dependencies?: Record<string, string>; devDependencies?: object };
    const present = { ...manifest.dependencies, ...manifest.devDependencies };
    const missing = Object.entries(packages).filter(([name]) => !(name in present));
    if (missing.length === 0) return;
    const all = Object.entries({ ...manifest.dependencies, ...Object.fromEntries(missing) });
    const dependencies = Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1)));
    tree.overwrite(MANIFEST, `${JSON.stringify({ ...manifest, dependencies }, null, 2)}\n`);
    if (!skipInstall) context.addTask(install);
  };
}

/** What NodePackageInstallTask would say, without the need to find its package at run time. */
const install: TaskConfigurationGenerator = {
  toConfiguration: () => ({ name: 'node-package', options: { command: 'install', quiet: true } }),
};
