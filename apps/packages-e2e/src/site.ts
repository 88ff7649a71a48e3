import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves the pages that `ng build` made, as a plain web server does: what is no file is the app's own address. */
export class Site {
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(folder: () => string): Promise<Site> {
    const server = createServer(({ url = '/' }, response) => {
      const path = join(folder(), new URL(url, 'http://site').pathname);
      const file = extname(path) && existsSync(path) ? path : join(folder(), 'index.html');
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream').end(readFileSync(file));
    });
    await once(server.listen(0), 'listening');
    return new Site(server, `http://localhost:${(server.address() as AddressInfo).port}`);
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
