import { type Tree } from '@angular-devkit/schematics';
import { CannotEdit, EditedSource } from '@latchkey/schematics';
import ts from 'typescript';

/** What is told of a DataSource, as far as it stands in the sources; the values are strings, or undefined where they are computed. */
type Told = Record<string, string | undefined>;

const PASTE = `npm install @nestjs/typeorm typeorm pg

// src/app.module.ts, into imports:
TypeOrmModule.forRoot({ type: 'postgres', url: process.env.DATABASE_URL, autoLoadEntities: true }),`;

/** The name of the DataSource that Latchkey can work on; undefined is the default one. Throws CannotEdit. */
export function dataSourceOf(tree: Tree, sourceRoot: string): string | undefined {
  const all = [...sourcesIn(tree, sourceRoot)].flatMap((path) => toldIn(new EditedSource(tree, path)));
  if (all.length === 0)
    throw new CannotEdit('Latchkey keeps its tables by TypeORM, which this application does not have.', PASTE);
  const fit = all.filter(({ type = 'postgres' }) => type === 'postgres');
  const chosen = fit.find((one) => !('name' in one)) ?? fit[0];
  if (!chosen) throw new CannotEdit('Latchkey works on PostgreSQL, which no DataSource of this application is.', PASTE);
  if (isLiteral(chosen) && chosen['autoLoadEntities'] !== 'true')
    throw new CannotEdit(
      'The DataSource would not know the tables of Latchkey: it does not load the entities of its modules.',
      '// into what TypeOrmModule.forRoot is given:\nautoLoadEntities: true,',
    );
  return chosen['name'];
}

const isLiteral = (told: Told) => 'type' in told;

function* sourcesIn(tree: Tree, sourceRoot: string): Generator<string> {
  const found: string[] = [];
  tree.getDir(`/${sourceRoot}`).visit((path) => {
    if (/(?<!\.spec|\.d)\.ts$/.test(path) && !path.includes('/node_modules/')) found.push(path);
  });
  for (const path of found) if (tree.readText(path).includes('TypeOrmModule.forRoot')) yield path;
}

function toldIn(file: EditedSource): Told[] {
  const calls: Told[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^TypeOrmModule\.forRoot(Async)?$/.test(node.expression.getText()))
      calls.push(toldTo(node));
    ts.forEachChild(node, visit);
  };
  visit(file.source);
  return calls;
}

/** Of forRootAsync, and where something is spread, only the name is known. */
function toldTo({ expression, arguments: [options] }: ts.CallExpression): Told {
  if (!options || !ts.isObjectLiteralExpression(options)) return {};
  const isKnown = expression.getText().endsWith('forRoot') && options.properties.every(ts.isPropertyAssignment);
  const told = options.properties
    .filter((property) => ts.isPropertyAssignment(property))
    .map(({ name, initializer }) => [name.getText(), valueOf(initializer)] as const)
    .filter(([name]) => isKnown || name === 'name');
  return Object.fromEntries(told);
}

const valueOf = (node: ts.Expression): string | undefined =>
  ts.isStringLiteralLike(node) ? node.text : node.kind === ts.SyntaxKind.TrueKeyword ? 'true' : undefined;
