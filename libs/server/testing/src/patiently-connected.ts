import { type DataSource } from 'typeorm';

/** Milliseconds, almost as many as Jest gives a test. */
const PATIENCE = 25_000;

/** Has `dataSource` wait for its connections: on a busy machine it would soon take the database for away, and answer 503. */
export function patientlyConnected(dataSource: DataSource): void {
  const { master } = dataSource.driver as unknown as { master: { options: { connectionTimeoutMillis: number } } };
  master.options.connectionTimeoutMillis = PATIENCE;
}
