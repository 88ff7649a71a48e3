import { type Role } from '@latchkey/contract';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity('users')
@Unique('users_email_unique', ['email'])
@Unique('users_username_unique', ['username'])
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
}
