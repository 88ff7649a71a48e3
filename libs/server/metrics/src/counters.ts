import { Injectable } from '@nestjs/common';

interface Counter {
  help: string;
  /** By labels, as they are written. */
  values: Map<string, number>;
}

/** Counters of this process, as Prometheus reads them (text format 0.0.4). */
@Injectable()
export class Counters {
  private readonly counters = new Map<string, Counter>();

  /** Makes a counter known; it is shown from its first count on. */
  declare(name: string, help: string): void {
    this.counters.set(name, { help, values: new Map() });
  }

  /** Adds one. Labels must come from a small set: each combination is kept for good. */
  count(name: string, labels: Record<string, string | number>): void {
    const values = this.counters.get(name)?.values;
    if (!values) throw new Error(`No counter is called ${name}.`);
    const key = written(labels);
    values.set(key, (values.get(key) ?? 0) + 1);
  }

  text(): string {
    const lines = [...this.counters].flatMap(([name, { help, values }]) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} counter`,
      ...[...values].map(([labels, value]) => `${name}{${labels}} ${value}`),
    ]);
    return `${lines.join('\n')}\n`;
  }
}

const written = (labels: Record<string, string | number>): string =>
  Object.entries(labels)
    .map(([label, value]) => `${label}="${escaped(String(value))}"`)
    .join(',');

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
