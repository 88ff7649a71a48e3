import { type Tree } from '@angular-devkit/schematics';
import ts from 'typescript';

const LONGEST = 100;

/** A file of TypeScript that gets imports and elements of its arrays; `save` writes them all at once. */
export class EditedSource {
  readonly source: ts.SourceFile;
  private readonly changes: { at: number; length: number; text: string }[] = [];

  constructor(
    private readonly tree: Tree,
    readonly path: string,
  ) {
    this.source = ts.createSourceFile(path, tree.readText(path), ts.ScriptTarget.Latest, true);
  }

  /** What the file imports from elsewhere ends in `.js`, where Node reads it as it stands. */
  get extension(): '.js' | '' {
    const relative = this.imports.filter((name) => name.startsWith('.'));
    return relative.length > 0 && relative.every((name) => name.endsWith('.js')) ? '.js' : '';
  }

  get imports(): string[] {
    return this.importDeclarations.map(({ moduleSpecifier }) => textOf(moduleSpecifier));
  }

  /** The first node that is `wanted`, in the order of the text. */
  find<Found extends ts.Node>(
    wanted: (node: ts.Node) => node is Found,
    from: ts.Node = this.source,
  ): Found | undefined {
    return wanted(from) ? from : ts.forEachChild(from, (child) => this.find(wanted, child));
  }

  import(name: string, from: string): void {
    const same = this.importDeclarations.find(({ moduleSpecifier }) => textOf(moduleSpecifier) === from);
    const named = same?.importClause?.namedBindings;
    const last = this.importDeclarations.at(-1)?.end;
    if (named && ts.isNamedImports(named) && named.elements.length > 0) this.insert(named.elements.end, `, ${name}`);
    else if (last === undefined) this.insert(0, `import { ${name} } from '${from}';\n`);
    else this.insert(last, `\nimport { ${name} } from '${from}';`);
  }

  /** Puts elements at the array's end, or before one that must stay the last. */
  append(array: ts.ArrayLiteralExpression, elements: string[], before?: ts.Expression): void {
    const gap = `\n${this.indentOf(array)}  `;
    const laid = elements.map((element) => element.replaceAll('\n', gap));
    const last = array.elements.at(-1);
    if (!last || !array.getText().includes('\n')) this.layAnew(array, laid, before ? -1 : array.elements.length);
    else if (before) this.insert(before.getStart(), `${laid.join(`,${gap}`)},${gap}`);
    else this.insert(last.end, `,${gap}${laid.join(`,${gap}`)}`);
  }

  save(): void {
    const recorder = this.tree.beginUpdate(this.path);
    for (const { at, length, text } of this.changes) recorder.remove(at, length).insertRight(at, text);
    this.tree.commitUpdate(recorder);
  }

  private insert(at: number, text: string): void {
    this.changes.push({ at, length: 0, text });
  }

  private get importDeclarations(): ts.ImportDeclaration[] {
    return this.source.statements.filter((statement) => ts.isImportDeclaration(statement));
  }

  /** An array of one line stays so while the line is not too long. */
  private layAnew(array: ts.ArrayLiteralExpression, elements: string[], at: number): void {
    const all = array.elements.map((element) => element.getText());
    all.splice(at, 0, ...elements);
    const line = `[${all.join(', ')}]`;
    const indent = this.indentOf(array);
    const isShort = line.length <= LONGEST && !line.includes('\n');
    const text = isShort ? line : `[\n${indent}  ${all.join(`,\n${indent}  `)},\n${indent}]`;
    this.changes.push({ at: array.getStart(), length: array.getWidth(), text });
  }

  private indentOf(node: ts.Node): string {
    const { text } = this.source;
    const start = text.lastIndexOf('\n', node.getStart()) + 1;
    return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  }
}

const textOf = (specifier: ts.Expression): string => (specifier as ts.StringLiteral).text;
