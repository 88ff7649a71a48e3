import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { OwnOrigin } from '@latchkey/api/http';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessCookie } from './access-cookie';
import { AccessTokens } from './access-tokens';
import { Devices } from './devices.service';
import { JwtAuthGuard } from './jwt-auth.guard';
import { JwtStrategy } from './jwt.strategy';
import { KeyRing } from './key-ring';
import { PermissionsGuard } from './permissions.guard';
import { RefreshTokens } from './refresh-token';
import { PresentedToken } from './presented-token';
import { Refreshes } from './refreshes.service';
import { Session } from './session.entity';
import { SessionCache } from './session-cache';
import { SessionPurge } from './session-purge.service';
import { Sessions } from './sessions.service';
import { TokenReader } from './token-reader';

@Module({
  imports: [
    PassportModule,
    TypeOrmModule.forFeature([Session]),
    // Without a secret of its own: whoever signs or checks says with which key of the KeyRing.
    JwtModule.register({}),
  ],
  providers: [
    AccessCookie,
    AccessTokens,
    Devices,
    JwtAuthGuard,
    JwtStrategy,
    KeyRing,
    OwnOrigin,
    PresentedToken,
    Refreshes,
    RefreshTokens,
    SessionCache,
    SessionPurge,
    Sessions,
    TokenReader,
    { provide: APP_GUARD, useExisting: JwtAuthGuard },
    { provide: APP_GUARD, useClass: PermissionsGuard },
  ],
  exports: [
    AccessCookie,
    AccessTokens,
    Devices,
    JwtAuthGuard,
    KeyRing,
    OwnOrigin,
    Refreshes,
    RefreshTokens,
    Sessions,
    TokenReader,
  ],
})
export class SessionsModule {}
