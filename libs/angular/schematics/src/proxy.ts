import { chain, type Rule, type Tree } from '@angular-devkit/schematics';
import { CannotEdit } from '@latchkey/schematics';
import { updateWorkspace } from '@schematics/angular/utility';
import { type Application } from './application';
import { type Options } from './options';

const FILE = 'proxy.conf.json';
const PATHS = ['/auth', '/users'];

/** Has `ng serve` pass on what is for the API, so that the pages find it on their own origin; not where it has an origin of its own. */
export const addProxy = ({ name }: Application, { api = 'http://localhost:3000', apiOrigin }: Options): Rule =>
  apiOrigin === undefined
    ? chain([
        updateWorkspace((workspace) => {
          const serve = workspace.projects.get(name)?.targets.get('serve');
          const { proxyConfig = FILE, ...options } = serve?.options ?? {};
          if (proxyConfig !== FILE) throw refusal(String(proxyConfig), api);
          if (serve && serve.options?.['proxyConfig'] !== FILE) serve.options = { ...options, proxyConfig };
        }),
        (tree) => passOn(tree, api),
      ])
    : () => undefined;

const entries = (api: string) => Object.fromEntries(PATHS.map((path) => [path, { target: api }]));

function passOn(tree: Tree, api: string): void {
  const present = tree.exists(FILE) ? (tree.readJson(FILE) as Record<string, unknown>) : {};
  if (Array.isArray(present)) throw refusal(FILE, api);
  if (PATHS.every((path) => path in present)) return;
  const text = `${JSON.stringify({ ...entries(api), ...present }, null, 2)}\n`;
  if (tree.exists(FILE)) tree.overwrite(FILE, text);
  else tree.create(FILE, text);
}

const refusal = (file: string, api: string) =>
  new CannotEdit(
    `ng serve has ${file}, which is another kind of file.`,
    `// into ${file}\n${JSON.stringify(entries(api), null, 2)}`,
  );
