import { type Page } from '@playwright/test';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';

const html = (name: string): string => readFileSync(join(import.meta.dirname, '../pages', `${name}.html`), 'utf8');

export const HOSTS = ['localhost', '127.0.0.1'] as const;

/** Puts an older client's page on the server's own origin, where it was served from. */
export async function onSameOrigin(page: Page, origin: string, name: string): Promise<string> {
  const url = `${origin}/old/${name}.html`;
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html(name) }));
  return url;
}

/** The older clients' pages on an origin of their own. A real server: the browser makes its preflights itself. */
export class OtherOrigin {
  /** Its origins, as the browser names them. */
  readonly origins: string[];

  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {
    this.origins = HOSTS.map((host) => `http://${host}:${port}`);
  }

  static async open(): Promise<OtherOrigin> {
    const server = createServer((request, response) => {
      const name = /^\/([a-z-]+)\.html/.exec(request.url ?? '')?.[1];
      response.writeHead(name ? 200 : 404, { 'Content-Type': 'text/html' }).end(name && html(name));
    });
    await once(server.listen(0), 'listening');
    return new OtherOrigin(server, (server.address() as { port: number }).port);
  }

  url(host: (typeof HOSTS)[number], name: string, api: string): string {
    return `http://${host}:${this.port}/${name}.html?api=${encodeURIComponent(api)}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
