import { type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';

const html = (name: string): string => readFileSync(join(import.meta.dirname, '../pages', `${name}.html`), 'utf8');

/** Ports that development allows besides its own; whichever is free will do. */
const PORTS = [4100, 4500, 4200];

/** Puts an older client's page on the server's own origin, where it was served from. */
export async function onSameOrigin(page: Page, origin: string, name: string): Promise<string> {
  const url = `${origin}/old/${name}.html`;
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html(name) }));
  return url;
}

/** The older clients' pages on an origin of their own. A real server: the browser makes its preflights itself. */
export class OtherOrigin {
  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {}

  static async open(ports = PORTS): Promise<OtherOrigin> {
    const server = createServer((request, response) => {
      const name = /^\/([a-z-]+)\.html/.exec(request.url ?? '')?.[1];
      response.writeHead(name ? 200 : 404, { 'Content-Type': 'text/html' }).end(name && html(name));
    });
    for (const port of ports) {
      const isFree = await new Promise((resolve) => {
        server.once('error', () => resolve(false)).once('listening', () => resolve(true));
        server.listen(port);
      });
      if (isFree) return new OtherOrigin(server, (server.address() as { port: number }).port);
    }
    throw new Error(`None of the ports ${ports.join(', ')} is free.`);
  }

  url(host: 'localhost' | '127.0.0.1', name: string, api: string): string {
    return `http://${host}:${this.port}/${name}.html?api=${encodeURIComponent(api)}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
