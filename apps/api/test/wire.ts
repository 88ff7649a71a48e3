import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A way to PostgreSQL that can fall silent, or be cut; either for good. */
export class Wire {
  private readonly ends = new Set<Socket>();
  private isSilent = false;

  private constructor(
    private readonly server: Server,
    private readonly database: URL,
  ) {
    server.on('connection', (near) => this.carry(near));
  }

  static async to(databaseUrl: string): Promise<Wire> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Wire(server, new URL(databaseUrl));
  }

  /** The database's address by way of this wire. */
  get url(): string {
    const url = new URL(this.database);
    url.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return url.href;
  }

  /** Whoever is connected or connects hears nothing any more, nor that it is so. */
  fallSilent(): void {
    this.isSilent = true;
    for (const end of this.ends) end.unpipe().pause();
  }

  /** The same to those who are connected now; new connections go through, as after a failover. */
  forget(): void {
    for (const end of this.ends) end.unpipe().pause();
  }

  cut(): void {
    this.server.close();
    for (const end of this.ends) end.destroy();
  }

  private carry(near: Socket): void {
    if (this.isSilent) return this.keep(near);
    const far = connect(Number(this.database.port || 5432), this.database.hostname);
    near.pipe(far).pipe(near);
    this.keep(near, far);
    this.keep(far, near);
  }

  /** Where one end goes, the other goes with it. */
  private keep(end: Socket, other?: Socket): void {
    this.ends.add(end.on('error', () => end.destroy()));
    end.once('close', () => this.ends.delete(end) && other?.destroy());
  }
}
