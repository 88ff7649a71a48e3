import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FreshApp } from './fresh-app';
import { NestApp } from './nest-app';
import { NgApp } from './ng-app';
import { root } from './packed';

const AGAIN = 'Latchkey is in this application already: nothing was changed.';
const TYPE_ORM = "TypeOrmModule.forRoot({ type: 'postgres', url: process.env.DATABASE_URL, autoLoadEntities: true })";
/** What `npm install @angular/cli` brings. */
const CLI = ['@angular-devkit/schematics', '@schematics/angular'];
/** Written by npm and by Angular's command line in any case. */
const KEPT_BY_TOOLS = ['package.json', 'angular.json'];

describe('nest add @latchkey/nest', () => {
  const app = new NestApp();
  let added: Added;
  beforeAll(async () => {
    app.edit('src/app.module.ts', (text) =>
      `import { TypeOrmModule } from '@nestjs/typeorm';\n${text}`.replace('imports: []', `imports: [${TYPE_ORM}]`),
    );
    app.install(['contract', 'nest'], ['@nestjs/platform-express', 'pg']);
    added = addTo(app, '@latchkey/nest', 'nest-add');
    app.build();
    await app.start({ PUBLIC_URL: undefined, AUTH_SECRET: undefined, AUTH_PEPPER: undefined });
  });
  afterAll(() => app.stop());

  it('makes an application that registers people, and closes its routes to strangers', async () => {
    const body = JSON.stringify({ email: 'ada@example.com', password: 'correct horse battery' });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${app.url}/auth/register`, { method: 'POST', headers, body })).status).toBe(201);
    expect((await fetch(app.url)).status).toBe(401);
  });

  it('changes nothing the second time', () => {
    const again = addTo(app, '@latchkey/nest', 'nest-add');
    expect(again).toEqual({ lines: {}, said: `${AGAIN}\n` });
  });

  it('writes at most 4 files and 30 lines', () => expectAtMost('nest add', added, 4, 30));

  it('writes what its page in the documentation shows', () => expectAsDocumented(app, 'nest add'));
});

describe('ng add @latchkey/angular', () => {
  it('makes a fresh application that builds, with pages of its own', () => {
    const app = ngApp();
    addTo(app, '@latchkey/angular', 'ng-add', { example: true });
    app.build();
    expect(addTo(app, '@latchkey/angular', 'ng-add', { example: true })).toEqual({ lines: {}, said: `${AGAIN}\n` });
    expectAsDocumented(app, 'ng add');
  });

  it('makes an application of modules that builds, with the ready pages where there is Material: at most 3 files and 20 lines', () => {
    const app = ngApp({ standalone: false });
    app.edit('package.json', (text) => text.replace('"dependencies": {', '$& "@angular/material": "^22.0.0",'));
    const added = addTo(app, '@latchkey/angular', 'ng-add');
    app.build();
    expectAtMost('ng add', added, 3, 20);
  });
});

function ngApp(options: object = {}): NgApp {
  const app = new NgApp(options);
  app.install(['contract', 'angular'], [...CLI, '@angular/material', '@angular/cdk']);
  return app;
}

/** What a command said, and how many lines it wrote into which files. */
interface Added {
  lines: Record<string, number>;
  said: string;
}

function addTo(app: FreshApp, collection: string, schematic: string, options: object = {}): Added {
  const before = textsOf(app);
  const command = join(import.meta.dirname, '../tools/by-command.mjs');
  const said = app.run(command, [collection, schematic, JSON.stringify(options)]);
  const counts = Object.entries(textsOf(app)).map(([file, text]) => [file, newLines(before[file], text)] as const);
  return { lines: Object.fromEntries(counts.filter(([, count]) => count > 0)), said };
}

const textsOf = ({ folder }: FreshApp): Record<string, string> =>
  Object.fromEntries(
    globSync(['*.json', '.env', '.gitignore', 'src/**/*.ts'], { cwd: folder }).map((file) => [
      file,
      readFileSync(join(folder, file), 'utf8'),
    ]),
  );

/** Lines of `after` that `before` does not have, or not so often; empty ones do not count. */
function newLines(before = '', after: string): number {
  const old = before.split('\n');
  const isNew = (line: string) => {
    const at = old.indexOf(line);
    return at < 0 || !old.splice(at, 1);
  };
  return after.split('\n').filter((line) => line !== '' && isNew(line)).length;
}

function expectAtMost(command: string, { lines }: Added, files: number, most: number): void {
  const own = Object.entries(lines).filter(([file]) => !KEPT_BY_TOOLS.includes(file));
  const sum = own.reduce((total, [, count]) => total + count, 0);
  console.log(`${command}: ${own.length} files, ${sum} lines to add sign-in (${JSON.stringify(lines)})`);
  expect(own.length).toBeGreaterThan(0);
  expect(own.length).toBeLessThanOrEqual(files);
  expect(sum).toBeLessThanOrEqual(most);
}

/** Blocks whose first line names a file of the application are that file; a secret is shown as dots. */
function expectAsDocumented(app: FreshApp, command: string): void {
  const page = readFileSync(join(root, 'docs/add-by-command.md'), 'utf8');
  const section = page.split(/^## /m).find((one) => one.startsWith(`\`${command} `)) ?? '';
  const blocks = [...section.matchAll(/```\w+\n(?:\/\/|#) (\S+)\n([^]*?)```/g)];
  expect(blocks.length).toBeGreaterThan(2);
  for (const [, file, code] of blocks) {
    const text = readFileSync(join(app.folder, String(file)), 'utf8');
    expect(text.replace(/(?<=^AUTH_\w+=).*/gm, '…')).toBe(code);
  }
}
