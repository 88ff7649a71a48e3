import { type Role } from '@latchkey/contract';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('users')
@Unique('users_email_unique', ['email'])
@Unique('users_username_unique', ['username'])
@Index('users_admins_idx', ['id'], { where: `is_active AND 'admin' = ANY (roles)` })
@Index('users_registered_on_idx', ['registeredOn', 'id'])
@Index('users_named_idx', ['registeredOn', 'id'], { where: 'username IS NOT NULL' })
@Index('users_email_idx', { synchronize: false })
@Index('users_username_idx', { synchronize: false })
@Index('users_display_name_idx', { synchronize: false })
@Index('users_all_admins_idx', { synchronize: false })
@Index('users_disabled_idx', { synchronize: false })
@Index('users_parts_idx', { synchronize: false })
export class User {
  /** UUIDv7 made by the application. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'users_pkey' })
  id!: string;

  /** Trimmed and lower case; null for accounts with a user name only. */
  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { nullable: true })
  username!: string | null;

  @Column('text', { name: 'display_name', nullable: true })
  displayName!: string | null;

  /** As `Passwords.hash` made it. Never leaves the server. */
  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('text', { array: true, default: ['user'] })
  roles!: Role[];

  @Column('boolean', { name: 'is_active', default: true })
  isActive!: boolean;

  @Column('timestamptz', { name: 'registered_on', default: () => 'now()' })
  registeredOn!: Date;

  /** Sessions opened in an earlier one are over (docs/decisions/0014). Moved on by the database alone. */
  @Column('integer', { name: 'session_epoch', default: 0 })
  sessionEpoch!: number;
}
