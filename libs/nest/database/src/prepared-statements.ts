import { Injectable } from '@nestjs/common';
import { type QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import { DatabaseOptions } from './database-options';
import { OwnDataSource, poolOf } from './own-data-source';

/**
 * The few statements that nearly every request runs: PostgreSQL plans each once a connection, not once a call. Behind a pooler,
 * where the next call may get another connection, they go like any other (docs/decisions/0009).
 */
@Injectable()
export class PreparedStatements {
  private readonly areNamed: boolean;

  constructor(
    @OwnDataSource() private readonly dataSource: DataSource,
    { directUrl }: DatabaseOptions,
  ) {
    this.areNamed = directUrl === undefined;
  }

  /** Runs `text` with `values` on a connection of the pool that TypeORM holds; `name` stands for this text alone. */
  async run<Row extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    const { rows } = await poolOf(this.dataSource).query<Row>({ ...(this.areNamed && { name }), text, values });
    return rows;
  }
}
