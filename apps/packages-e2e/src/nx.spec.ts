import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NgApp } from './ng-app';
import { root } from './packed';

const NX = join(root, 'node_modules/nx/dist/bin/nx.js');
const TYPE_ORM = "TypeOrmModule.forRoot({ type: 'postgres', autoLoadEntities: true })";
const MODULE = `import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

@Module({ imports: [${TYPE_ORM}] })
export class AppModule {}
`;

/** Nx runs both commands as they are, by its adapter for those of Angular's kind. */
describe('a workspace of Nx', () => {
  const workspace = new NgApp();
  const write = (path: string, text: string) => {
    mkdirSync(join(workspace.folder, path, '..'), { recursive: true });
    writeFileSync(join(workspace.folder, path), text);
  };
  const read = (path: string) => readFileSync(join(workspace.folder, path), 'utf8');
  const generate = (...words: string[]) => workspace.run(NX, ['g', ...words, '--no-interactive']);

  beforeAll(() => {
    // All is in package.json, so that nothing is installed; and were it not, npm only says what it would do.
    write('.npmrc', 'dry-run=true\n');
    const wanted = ['angular', 'nest', 'contract'].map((name) => `"@latchkey/${name}": "*", `).join('');
    workspace.edit('package.json', (text) => text.replace('"dependencies": {', `$& ${wanted} "pg": "*", "zod": "*",`));
    workspace.install(['contract', 'nest', 'angular'], ['nx', '@schematics/angular', '@angular-devkit/schematics']);
    write('nx.json', JSON.stringify({ neverConnectToCloud: true, analytics: false, useDaemonProcess: false }));
    write('apps/api/src/app/app.module.ts', MODULE);
    write(
      'apps/api/project.json',
      JSON.stringify({ name: 'api', projectType: 'application', sourceRoot: 'apps/api/src' }),
    );
    mkdirSync(join(workspace.folder, 'apps/web'));
    renameSync(join(workspace.folder, 'src'), join(workspace.folder, 'apps/web/src'));
    const { architect } = JSON.parse(read('angular.json').replaceAll('"src/', '"apps/web/src/')).projects.shop;
    const targets = Object.fromEntries(
      Object.entries(architect as Record<string, { builder: string }>).map(([name, { builder, ...rest }]) => [
        name,
        { executor: builder, ...rest },
      ]),
    );
    const web = { name: 'web', projectType: 'application', sourceRoot: 'apps/web/src', targets };
    write('apps/web/project.json', JSON.stringify(web));
    renameSync(join(workspace.folder, 'angular.json'), join(workspace.folder, 'angular.json.old'));
  });

  it('takes the command of the Nest package, once', () => {
    generate('@latchkey/nest:init', '--sourceRoot', 'apps/api/src');
    expect(read('apps/api/src/app/app.module.ts')).toMatch(
      /'\.\.\/latchkey\.config'[^]*LatchkeyModule\.forRootAsync\(/,
    );
    expect(read('.env')).toContain('AUTH_SECRET=');
    expect(generate('@latchkey/nest:init', '--sourceRoot', 'apps/api/src')).toContain('nothing was changed');
  });

  it('takes the command of the Angular package, once', () => {
    generate('@latchkey/angular:init', '--project', 'web');
    expect(read('apps/web/src/app/app.config.ts')).toContain('provideLatchkey(');
    expect(read('apps/web/src/app/app.routes.ts')).toContain("path: 'login'");
    expect(read('apps/web/project.json')).toContain('proxy.conf.json');
    expect(generate('@latchkey/angular:init', '--project', 'web')).toContain('nothing was changed');
  });
});
