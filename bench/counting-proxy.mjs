/** Stands before PostgreSQL and notes each statement that a client has it run (protocol 3.0, without TLS). */
import { connect, createServer } from 'node:net';
import { readStatements } from './statements.mjs';

/** Answers the same database's address through the proxy, `statements` (first words, in order), and how to stop. */
export async function countStatements(databaseUrl) {
  const { hostname, port } = new URL(databaseUrl);
  const statements = [];
  const sockets = new Set();
  const server = createServer((client) => {
    const database = connect(Number(port || 5432), hostname);
    const read = readStatements((statement) => statements.push(statement));
    client.on('data', read).pipe(database).pipe(client);
    for (const socket of [client, database]) sockets.add(socket.once('error', () => socket.destroy()));
    client.once('close', () => database.destroy());
    database.once('close', () => client.destroy());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const through = new URL(databaseUrl);
  through.host = `127.0.0.1:${server.address().port}`;
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: through.href, statements, stop };
}
