import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Environment } from '@latchkey/api/environment';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessTokens } from './access-tokens';
import { JwtAuthGuard } from './jwt-auth.guard';
import { JwtStrategy } from './jwt.strategy';
import { Session } from './session.entity';
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
  providers: [AccessTokens, Sessions, JwtStrategy, { provide: APP_GUARD, useClass: JwtAuthGuard }],
  exports: [AccessTokens, Sessions],
})
export class SessionsModule {}
