import { endWithReport, packagesOf, requirePackages, type Step } from '@latchkey/schematics';
import { addLatchkeyModule } from './app-module';
import { addOptions } from './options-file';
import { addSecrets } from './secrets';

const LEFT = [
  'Every route now asks for a session: say @Public() (from @latchkey/nest) on those that do not.',
  'Latchkey makes and changes its own tables at the start (migrations: "run"); where your database is changed by hand, leave it out and run the files in node_modules/@latchkey/nest/migrations.',
];
const SECRETS = '.env has fresh secrets, and .gitignore names it: keep a copy where you keep secrets.';

/** As schema.json describes them. */
interface Options {
  sourceRoot?: string;
  skipInstall?: boolean;
}

/** Refuses before anything is written, so that an application is changed whole or not at all. Throws CannotEdit. */
export const nestAdd = ({ sourceRoot = 'src', skipInstall }: Options): Step => {
  const steps = [
    addLatchkeyModule(sourceRoot),
    addOptions(sourceRoot),
    addSecrets,
    requirePackages(packagesOf(import.meta.url, ['@latchkey/contract', 'pg', 'zod']), { skipInstall }),
    endWithReport((changed) => [
      ...(changed.has('/.env') ? [SECRETS] : []),
      ...([...changed].some((path) => path.endsWith('.module.ts')) ? LEFT : []),
    ]),
  ];
  return (tree, context) => steps.forEach((step) => step(tree, context));
};
