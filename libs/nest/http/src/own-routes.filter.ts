import { type ArgumentsHost, Catch, Injectable } from '@nestjs/common';
import { ApiFailure } from './api-failure';
import { isDatabaseAway } from './database-away';
import { Unavailable } from './failures';
import { LatchkeyFilter } from './latchkey.filter';

const RETRY_SECONDS = 2;

/** Stands for every error that says that the database is away: Nest asks `instanceof` which filter is meant. */
class DatabaseAway {
  static [Symbol.hasInstance](error: unknown): boolean {
    return isDatabaseAway(error);
  }
}

/** On Latchkey's own controllers: there a database that is away is 503, and no filter of the application's words what is ours. */
@Injectable()
@Catch(ApiFailure, DatabaseAway)
export class OwnRoutesFilter extends LatchkeyFilter {
  override catch(error: ApiFailure | DatabaseAway, host: ArgumentsHost): void {
    super.catch(asFailure(error), host);
  }
}

/** The error as a failure of ours, where it is one or says that the database is away; else as it is. */
export const asFailure = <Other>(error: Other): ApiFailure =>
  error instanceof ApiFailure || !isDatabaseAway(error) ? (error as ApiFailure) : new Unavailable(RETRY_SECONDS, error);
