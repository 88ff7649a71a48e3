import { type Tree } from '@angular-devkit/schematics';
import { CannotEdit, EditedSource, type Step } from '@latchkey/schematics';
import ts from 'typescript';
import { dataSourceOf } from './data-source';
import { OPTIONS_FILE } from './options-file';

const MODULE = 'LatchkeyModule';
const OPTIONS = 'latchkeyOptions';

/** Puts LatchkeyModule into the imports of the application's module, on its DataSource. Throws CannotEdit. */
export const addLatchkeyModule =
  (sourceRoot: string): Step =>
  (tree) => {
    const file = new EditedSource(tree, appModuleIn(tree, sourceRoot));
    if (file.imports.includes('@latchkey/nest')) return;
    const element = call(dataSourceOf(tree, sourceRoot));
    const imports = importsOf(file) ?? refuse(`${file.path} has no @Module({ imports: […] }) to add to.`, element);
    file.import(MODULE, '@latchkey/nest');
    file.import(OPTIONS, `${stepsUp(file.path, sourceRoot)}latchkey.config${file.extension}`);
    file.append(imports, [element]);
    file.save();
  };

const call = (dataSource?: string) =>
  `${MODULE}.forRootAsync({ ${dataSource === undefined ? '' : `dataSource: '${dataSource}', `}migrations: 'run', useFactory: ${OPTIONS} })`;

/** As `nest new` lays it, or as Nx does. */
function appModuleIn(tree: Tree, sourceRoot: string): string {
  const places = [`/${sourceRoot}/app.module.ts`, `/${sourceRoot}/app/app.module.ts`];
  return (
    places.find((place) => tree.exists(place)) ??
    refuse(`There is no ${places.join(' and no ')} (--sourceRoot names another folder).`, call())
  );
}

const stepsUp = (path: string, sourceRoot: string) => (path === `/${sourceRoot}/app.module.ts` ? './' : '../');

function importsOf(file: EditedSource): ts.ArrayLiteralExpression | undefined {
  const decorator = file.find(
    (node): node is ts.Decorator => ts.isDecorator(node) && /^@Module\(/.test(node.getText()),
  );
  const [metadata] = decorator && ts.isCallExpression(decorator.expression) ? decorator.expression.arguments : [];
  if (!metadata || !ts.isObjectLiteralExpression(metadata)) return undefined;
  const property = metadata.properties.find((one) => one.name?.getText() === 'imports');
  const value = property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
  return value && ts.isArrayLiteralExpression(value) ? value : undefined;
}

function refuse(why: string, element: string): never {
  throw new CannotEdit(
    why,
    [
      `import { ${MODULE} } from '@latchkey/nest';`,
      `import { ${OPTIONS} } from './latchkey.config';`,
      '',
      '// into the imports of your root module:',
      `${element},`,
      '',
      '// src/latchkey.config.ts:',
      OPTIONS_FILE,
    ].join('\n'),
  );
}
