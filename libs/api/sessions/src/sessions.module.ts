import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Environment } from '@latchkey/api/environment';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessTokens } from './access-tokens';
import { JwtAuthGuard } from './jwt-auth.guard';
import { JwtStrategy } from './jwt.strategy';
import { RefreshTokens } from './refresh-token';
import { Refreshes } from './refreshes.service';
import { Session } from './session.entity';
import { SessionCache } from './session-cache';
import { Sessions } from './sessions.service';

@Module({
  imports: [
    PassportModule,
    TypeOrmModule.forFeature([Session]),
    JwtModule.registerAsync({
      inject: [Environment],
      useFactory: ({ jwtSecret }: Environment) => ({ secret: jwtSecret }),
    }),
  ],
  providers: [
    AccessTokens,
    JwtAuthGuard,
    JwtStrategy,
    Refreshes,
    RefreshTokens,
    SessionCache,
    Sessions,
    { provide: APP_GUARD, useExisting: JwtAuthGuard },
  ],
  exports: [AccessTokens, JwtAuthGuard, Refreshes, RefreshTokens, Sessions],
})
export class SessionsModule {}
