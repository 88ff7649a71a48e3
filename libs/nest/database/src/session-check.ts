import { type DataSource } from 'typeorm';

/** PostgreSQL answers, but not as Latchkey needs it; the message says what to change. */
export class UnfitDatabase extends Error {
  constructor(
    message: string,
    /** True where the same database may do later: it takes no writes for the moment. */
    readonly isPassing = false,
  ) {
    super(message);
  }
}

interface Session {
  readOnly: string;
  encoding: string;
  dates: string;
  strings: string;
}

const CHECK = `SELECT current_setting('transaction_read_only') AS "readOnly", current_setting('server_encoding') AS encoding,
  current_setting('DateStyle') AS dates, current_setting('standard_conforming_strings') AS strings`;

/** Asks a connection of the pool for what is taken for granted everywhere else; throws UnfitDatabase where it does not hold. */
export const checkSession = async (dataSource: DataSource): Promise<void> => prove(await dataSource.query(CHECK));

/** The same, and says `payload` on `channel`, in one statement. */
export async function say(dataSource: DataSource, channel: string, payload: string): Promise<void> {
  prove(await dataSource.query(`${CHECK}, pg_notify($1, $2)`, [channel, payload]));
}

function prove([session]: Session[]): void {
  if (session?.readOnly !== 'off')
    throw new UnfitDatabase('takes no writes: it is a standby, or default_transaction_read_only is on', true);
  if (session.encoding !== 'UTF8')
    throw new UnfitDatabase(`is encoded in ${session.encoding}; make one with ENCODING 'UTF8' TEMPLATE template0`);
  if (!session.dates.startsWith('ISO'))
    throw new UnfitDatabase(`writes dates as ${session.dates}; set it right: ALTER DATABASE … SET DateStyle = 'ISO'`);
  if (session.strings !== 'on')
    throw new UnfitDatabase(
      'has standard_conforming_strings off; set it on: ALTER DATABASE … SET standard_conforming_strings = on',
    );
}
