import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { readEnvironment } from './index';
import { schema } from './schema';

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../../..', name), 'utf8');
const compose = read('docker-compose.yml');
const { services } = parse(compose);
const known = Object.keys(schema.shape);

describe('docker-compose.yml', () => {
  it('sets and asks for nothing that the environment does not know', () => {
    const asked = [...compose.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name as string);
    expect([...asked, ...Object.keys(services.app.environment)].filter((name) => !known.includes(name))).toEqual([]);
  });

  it('starts the app once PostgreSQL is healthy', () => {
    expect(services.database.healthcheck.test.join(' ')).toContain('pg_isready');
    expect(services.app.depends_on.database.condition).toBe('service_healthy');
  });

  it('opens ports on loopback alone', () => {
    const ports = Object.values<{ ports?: string[] }>(services).flatMap((service) => service.ports ?? []);
    expect(ports.length).toBeGreaterThan(0);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('gives production all that it needs', () => {
    const secrets = {
      JWT_SECRET: 'q8Zr1vN5xT0mK2bL7cW4yH9fJ3gD6sAp',
      PASSWORD_PEPPERS: 'p1:X0aW8mE5rT2yU7iO4pL9kJ1hG6fD3sQz',
    };
    const given: Record<string, string> = { ...secrets, DATABASE_PASSWORD: 'x', PUBLIC_URL: 'https://login.acme.test' };
    const filled = Object.entries(services.app.environment).map(([name, value]) => [
      name,
      String(value).replace(
        /\$\{([A-Z_]+)(?::[-?]([^}]*))?\}/g,
        (_, asked, fallback) => given[asked] ?? fallback ?? '',
      ),
    ]);
    // The rest comes from .env, here as .env.example has it.
    expect(services.app.env_file).toBe('.env');
    const settings = { ...parseEnv(read('.env.example')), ...Object.fromEntries(filled) };
    expect(readEnvironment(settings)).toMatchObject({ production: true, port: 3000 });
  });
});

describe('the Dockerfile', () => {
  const instructions = read('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const stages = instructions.filter((line) => line.startsWith('FROM'));
  const lastStage = instructions.slice(instructions.lastIndexOf(stages.at(-1) as string));

  it('is made of instructions that Docker has', () => {
    const names = instructions.map((line) => line.trim().split(/\s/, 1)[0]);
    const legal = ['FROM', 'ENV', 'WORKDIR', 'COPY', 'RUN', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'];
    expect(names.filter((name) => !legal.includes(name as string))).toEqual([]);
  });

  it('builds in one stage, runs in another, as an ordinary user', () => {
    expect(stages.length).toBeGreaterThan(1);
    expect(lastStage).toContain('USER node');
    expect(lastStage.some((line) => line.startsWith('RUN'))).toBe(false);
  });

  it('copies only what the build leaves and the repository has', () => {
    const sources = lastStage.filter((line) => line.startsWith('COPY --from=')).map((line) => line.split(/\s+/)[2]);
    expect(sources).toEqual(['/latchkey/node_modules', '/latchkey/dist']);
    expect(instructions.join('\n')).toContain('npm run build');
    expect(lastStage.at(-1)).toBe('CMD ["node", "dist/apps/api/main.js"]');
  });

  it('sets only variables that the environment knows', () => {
    const set = instructions
      .filter((line) => line.startsWith('ENV'))
      .map((line) => line.slice(4).split('=', 1)[0] as string);
    expect(set.filter((name) => !known.includes(name))).toEqual([]);
  });
});
