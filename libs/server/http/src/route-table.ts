import { type FastifyInstance } from 'fastify';

/** Which methods each address answers, gathered as routes are added, so that a wrong method is 405 and not 404. */
export class RouteTable {
  private readonly methods = new Map<string, { pattern: RegExp; methods: Set<string> }>();

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      if (url.includes('*')) return;
      const entry = this.methods.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
      for (const name of [method].flat()) entry.methods.add(name);
      this.methods.set(url, entry);
    });
  }

  /** The methods that `url` answers; none where no route has this address. */
  methodsAt(url: string): string[] {
    const path = url.split('?', 1)[0] as string;
    const found = [...this.methods.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.flatMap(({ methods }) => [...methods]))];
  }

  /** Every route as [method, url], for tests that walk them all. */
  all(): [string, string][] {
    return [...this.methods].flatMap(([url, { methods }]) =>
      [...methods].map((method): [string, string] => [method, url]),
    );
  }
}

function patternOf(url: string): RegExp {
  const escaped = url.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/:[^/]+/g, '[^/]+')}$`);
}
