import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { OwnOrigin } from '@latchkey/nest/http';
import { UsersModule } from '@latchkey/nest/users';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { AccessCookie } from './tokens/access-cookie';
import { AccessTokens } from './tokens/access-tokens';
import { Devices } from './devices/devices.service';
import { JwtAuthGuard } from './guards/jwt-auth.guard';
import { OwnOrClosedGuard } from './guards/own-or-closed.guard';
import { JwtStrategy } from './guards/jwt.strategy';
import { KeyRing } from './tokens/key-ring';
import { PermissionsGuard } from './guards/permissions.guard';
import { RefreshTokens } from './refresh/refresh-token';
import { PresentedToken } from './tokens/presented-token';
import { Refreshes } from './refresh/refreshes.service';
import { SessionCache } from './cache/session-cache';
import { SessionPurge } from './session-purge.service';
import { Sessions } from './sessions.service';
import { TokenReader } from './tokens/token-reader';

@Module({
  imports: [
    UsersModule,
    PassportModule,
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
    { provide: APP_GUARD, useClass: OwnOrClosedGuard },
    { provide: APP_GUARD, useClass: PermissionsGuard },
  ],
  exports: [
    AccessCookie,
    AccessTokens,
    Devices,
    JwtAuthGuard,
    KeyRing,
    OwnOrigin,
    PresentedToken,
    Refreshes,
    RefreshTokens,
    SessionCache,
    Sessions,
    TokenReader,
  ],
})
export class SessionsModule {}
