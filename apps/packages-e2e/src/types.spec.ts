import { NestApp } from './nest-app';

const ROUNDS = 4;

it('takes the compiler at most 1.3 times what the same app without Latchkey takes', () => {
  const without = appOnTypeOrm();
  const latchkey = appOnTypeOrm();
  latchkey.openShop();
  // In turns: what else the machine does slows both.
  const rounds = Array.from({ length: ROUNDS }, () => [compiled(latchkey), compiled(without)] as const);
  const best = (of: 0 | 1) => Math.min(...rounds.map((round) => round[of].seconds));
  const symbols = compiled(latchkey).symbols / compiled(without).symbols;
  console.log(
    `tsc: ${best(0)} s with Latchkey, ${best(1)} s without (${(best(0) / best(1)).toFixed(2)} ×), ` +
      `${symbols.toFixed(2)} × the symbols`,
  );
  // What the compiler has to read is the same however busy the machine is.
  expect(symbols).toBeGreaterThan(1);
  expect(symbols).toBeLessThanOrEqual(1.3);
});

/** Latchkey keeps its tables by TypeORM, as the app would its own. */
function appOnTypeOrm(): NestApp {
  const app = new NestApp();
  app.install(['contract', 'nest'], ['@nestjs/platform-express', '@nestjs/typeorm', 'typeorm', 'pg']);
  app.edit('src/app.module.ts', (text) =>
    text
      .replace(/^/, "import { TypeOrmModule } from '@nestjs/typeorm';\n")
      .replace('imports: []', "imports: [TypeOrmModule.forRoot({ type: 'postgres' })]"),
  );
  return app;
}

function compiled(app: NestApp): { seconds: number; symbols: number } {
  const options = ['--noEmit', '--incremental', 'false', '--extendedDiagnostics'];
  const text = app.tsc(['-p', 'tsconfig.build.json', ...options]);
  const read = (name: string) => Number.parseFloat(text.match(`${name}:\\s+([\\d.]+)`)?.[1] ?? 'NaN');
  return { seconds: read('Total time'), symbols: read('Symbols') };
}
