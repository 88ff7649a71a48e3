import { User } from '@latchkey/nest/users';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** One sign-in on one device. Access tokens point at it and are good only while it is. */
@Entity('sessions')
@Index('sessions_user_id_idx', ['userId', 'createdAt'])
@Index('sessions_live_idx', ['userId', 'epoch', 'expiresAt'], { where: 'ended_at IS NULL' })
export class Session {
  /** UUIDv7 made by the application. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sessions_pkey' })
  id!: string;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @ManyToOne(() => User, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'sessions_user_id_fkey' })
  user?: User;

  /** Its user's when it was opened; all sessions of an epoch end together (docs/decisions/0014). */
  @Column('integer', { default: 0 })
  epoch!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Index('sessions_expires_at_idx', { where: 'ended_at IS NULL' })
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  /** 32 random bytes that the session's refresh tokens hang on. Never leaves the server. */
  @Column('bytea')
  secret!: Buffer;

  /** Of the refresh token that is good now. */
  @Column('integer', { default: 0 })
  generation!: number;

  /** Of the refresh token that the current one was given for; those between the two are skipped. */
  @Column('integer', { default: 0 })
  previous!: number;

  /** Tokens of generations before this one were renewed by force, and are refused. */
  @Column('integer', { default: 0 })
  oldest!: number;

  /** Runs of generations that were skipped before `previous`: first and last of each. */
  @Column('integer', { array: true, default: () => "'{}'" })
  skipped!: number[];

  /** The newest generation that was seen in use. */
  @Column('integer', { default: 0 })
  confirmed!: number;

  @Column('timestamptz', { name: 'rotated_at', nullable: true })
  rotatedAt!: Date | null;

  /** Moved on by each refresh. */
  @Column('timestamptz', { name: 'idle_expires_at' })
  idleExpiresAt!: Date;

  /** Written at most once a minute. */
  @Column('timestamptz', { name: 'last_seen_at', default: () => 'now()' })
  lastSeenAt!: Date;

  /** False where the browser was asked to forget the session when it closes. */
  @Column('boolean', { default: true })
  remember!: boolean;

  @Index('sessions_ended_at_idx', { where: 'ended_at IS NOT NULL' })
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'ended_reason', nullable: true })
  endedReason!: string | null;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;
}
