import { Injectable } from '@nestjs/common';
import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import { TokenOptions } from '../session-options';

/** What a refresh token says: which session, and which of its generations. */
export interface RefreshClaim {
  sid: string;
  generation: number;
}

const FORM = /^([\w-]{6})\.([0-9a-f-]{36})\.(\d{1,9})\.([\w-]{64})$/;
const HEAD = 16;

/**
 * Refresh tokens without rows of their own: `kid.sid.generation.mac`. The mac's last 32 bytes need our key and the secret in
 * the session's row; its first 16 sign all the rest with our key alone, so that what we never made, or what was altered, is
 * refused without asking the database.
 */
@Injectable()
export class RefreshTokens {
  private readonly key: Buffer;
  private readonly kid: string;

  constructor({ secret }: TokenOptions) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'latchkey refresh token', 32));
    this.kid = createHash('sha256').update(this.key).digest('base64url').slice(0, 6);
  }

  issue({ sid, generation }: RefreshClaim, secret: Buffer): string {
    const tail = this.tail(sid, generation, secret);
    const mac = Buffer.concat([this.head(sid, generation, tail), tail]);
    return `${this.kid}.${sid}.${generation}.${mac.toString('base64url')}`;
  }

  /** What the token says, if it was made with our key; whether its session agrees is for `belongs` to tell. */
  read(token: string): RefreshClaim | undefined {
    const [, kid, sid = '', digits, mac = ''] = FORM.exec(token) ?? [];
    const generation = Number(digits);
    if (kid !== this.kid || !isUuid(sid)) return undefined;
    const given = Buffer.from(mac, 'base64url');
    const head = this.head(sid, generation, given.subarray(HEAD));
    return timingSafeEqual(given.subarray(0, HEAD), head) ? { sid, generation } : undefined;
  }

  /** True where the token was made for the session that has this secret. */
  belongs(token: string, { sid, generation }: RefreshClaim, secret: Buffer): boolean {
    const given = Buffer.from(token.slice(token.lastIndexOf('.') + 1), 'base64url').subarray(HEAD);
    return secret.length === 32 && timingSafeEqual(given, this.tail(sid, generation, secret));
  }

  private head(sid: string, generation: number, tail: Buffer): Buffer {
    return createHmac('sha256', this.key).update(`head ${sid} ${generation} `).update(tail).digest().subarray(0, HEAD);
  }

  private tail(sid: string, generation: number, secret: Buffer): Buffer {
    return createHmac('sha256', this.key).update(`tail ${sid} ${generation} `).update(secret).digest();
  }
}
