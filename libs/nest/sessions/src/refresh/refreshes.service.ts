import { Injectable } from '@nestjs/common';
import { PreparedStatements } from '@latchkey/nest/database';
import { OwnClaims } from '@latchkey/nest/users';
import { AccessTokens } from '../tokens/access-tokens';
import { RefreshInvalid, RefreshOutdated, RefreshReused } from './refresh-failures';
import { type RefreshClaim, RefreshTokens } from './refresh-token';
import { judge, ROTATE, type RotationRow } from './rotation';
import { SessionCache } from '../cache/session-cache';
import { SessionOptions } from '../session-options';
import { Sessions } from '../sessions.service';
import { SessionRevoked } from '../tokens/token-failures';

/** What a good refresh token is exchanged for. */
export interface Refreshed {
  accessToken: string;
  refreshToken: string;
  remember: boolean;
}

@Injectable()
export class Refreshes {
  constructor(
    private readonly options: SessionOptions,
    private readonly statements: PreparedStatements,
    private readonly accessTokens: AccessTokens,
    private readonly refreshTokens: RefreshTokens,
    private readonly sessions: Sessions,
    private readonly cache: SessionCache,
    private readonly claims: OwnClaims,
  ) {}

  /** Exchanges a refresh token. Throws RefreshInvalid, RefreshOutdated, SessionRevoked, or RefreshReused, which ends the session. */
  async refresh(token: string): Promise<Refreshed> {
    const claim = this.read(token);
    for (;;) {
      const row = await this.rotate(claim);
      if (!row) throw await this.over(claim);
      if (!this.refreshTokens.belongs(token, claim, row.secret)) throw await this.forged(claim, row);
      const verdict = judge(claim.generation, row);
      if (verdict === 'over') throw await this.over(claim);
      if (verdict === 'invalid') throw new RefreshInvalid();
      if (verdict === 'outdated') throw new RefreshOutdated();
      if (verdict === 'stolen') throw await this.stolen(claim);
      if (verdict !== 'again' && verdict.generation > claim.generation + 1) this.cache.drop(claim.sid);
      // Another request rotated between our look and our step: look again.
      if (verdict !== 'again') return this.answer({ sid: claim.sid, generation: verdict.generation }, row);
    }
  }

  /** The session of a refresh token, for whoever logs out with it. Throws RefreshInvalid. */
  sessionOf(token: string): string {
    return this.read(token).sid;
  }

  private read(token: string): RefreshClaim {
    const claim = this.refreshTokens.read(token);
    if (!claim) throw new RefreshInvalid();
    return claim;
  }

  private async rotate({ sid, generation }: RefreshClaim): Promise<RotationRow | undefined> {
    const values = [sid, generation, this.options.idleDays];
    return (await this.statements.run<RotationRow>('rotate', ROTATE, values))[0];
  }

  private async answer(claim: RefreshClaim, { user_id, secret, remember }: RotationRow): Promise<Refreshed> {
    const session = { id: claim.sid, userId: user_id, generation: claim.generation };
    const accessToken = this.accessTokens.issue(session, { claims: await this.claims.ofId(user_id) });
    return { accessToken, refreshToken: this.refreshTokens.issue(claim, secret), remember };
  }

  private async over({ sid }: RefreshClaim): Promise<SessionRevoked> {
    return new SessionRevoked(await this.sessions.whyOver(sid));
  }

  private async stolen({ sid }: RefreshClaim): Promise<RefreshReused> {
    await this.sessions.end(sid, 'refresh_reused');
    return new RefreshReused();
  }

  /** Our key without the row's secret: where it moved the session on, that session is not safe any more. */
  private async forged({ sid }: RefreshClaim, { rotated_to }: RotationRow): Promise<RefreshInvalid> {
    if (rotated_to !== null) await this.sessions.end(sid, 'refresh_forged');
    return new RefreshInvalid();
  }
}
