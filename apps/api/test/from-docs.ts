import { testDatabase } from '@latchkey/server/testing';
import { type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds the compiler may take on a busy machine. */
export const PATIENCE = 120_000;
export const PASSWORD = 'correct horse battery';
const ROOT = join(import.meta.dirname, '../../..');

/** The files of a page of docs, each a block that begins with its name, laid where this workspace compiles and runs them. */
export class FromDocs {
  readonly folder: string;

  constructor(page: string) {
    // With a dot before it: no project takes it for its own.
    this.folder = join(import.meta.dirname, `.from-docs-${page}`);
    this.remove();
    mkdirSync(this.folder);
    const text = readFileSync(join(ROOT, `docs/${page}.md`), 'utf8');
    for (const [, name = '', code = ''] of text.matchAll(/```ts\n\/\/ src\/(\S+)\n([^]*?)```/g))
      writeFileSync(join(this.folder, name), here(code));
    const config = { extends: '../../../../tsconfig.api.json', include: ['*.ts'] };
    writeFileSync(join(this.folder, 'tsconfig.json'), JSON.stringify(config));
  }

  /** What the compiler says. */
  compiled(): string {
    return spawnSync('npx', ['tsc', '--noEmit', '-p', this.folder], { encoding: 'utf8' }).stdout;
  }

  module(): Promise<{ AppModule: new () => object }> {
    return import(join(this.folder, 'app.module.ts'));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Here the package is its sources, and nobody has made JavaScript of the application yet. */
const here = (code: string): string =>
  code.replaceAll(`'@latchkey/nest'`, `'@latchkey/nest/latchkey'`).replaceAll(/(from '\.\/[^']*)\.js'/g, `$1'`);

const opened: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of opened.reverse()) await close();
});

/** The application of a page, on a database of its own; stopped when the file is done. */
export async function run(docs: FromDocs): Promise<INestApplication> {
  const database = await testDatabase();
  // eslint-disable-next-line no-restricted-properties -- as a reader's own program does
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    AUTH_SECRET: 'q8Zr1vN5xT0mK2bL7cW4yH9fJ3gD6sAp',
    AUTH_PEPPER: 'X0aW8mE5rT2yU7iO4pL9kJ1hG6fD3sQz',
  });
  const { AppModule } = await docs.module();
  const app = await NestFactory.create(AppModule, { logger: false, abortOnError: false });
  opened.push(
    () => database.drop(),
    () => app.close(),
  );
  await app.listen(0, '127.0.0.1');
  return app;
}

export async function ask(
  app: INestApplication,
  path: string,
  { token = '', body }: { token?: string; body?: object } = {},
) {
  const answer = await fetch((await app.getUrl()) + path, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an answer holds is for the test to say
  return { status: answer.status, body: (await answer.json()) as any };
}
