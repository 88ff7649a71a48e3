import { type DynamicModule, Module } from '@nestjs/common';
import { CredentialsModule } from '@latchkey/nest/credentials';
import { type Dialect, type Environment } from '@latchkey/server/environment';
import { OwnOrigin } from '@latchkey/nest/http';
import { MetricsModule } from '@latchkey/server/metrics';
import { PasswordsModule } from '@latchkey/nest/passwords';
import { SessionsModule } from '@latchkey/nest/sessions';
import { UsersModule } from '@latchkey/nest/users';
import { Accounts } from './accounts.service';
import { DialectFilter } from './dialect.filter';
import { DialectTokens } from './dialect-tokens';
import { HomePages } from './home-pages.guard';
import { LoginController } from './login.controller';
import { Praetorian } from './praetorian/praetorian.service';
import { PraetorianController } from './praetorian/praetorian.controller';
import { PraetorianFilter } from './praetorian/praetorian.filter';
import { PraetorianGuard } from './praetorian/praetorian.guard';
import { SessionCookie } from './session-cookie/session-cookie';
import { SessionCookieController } from './session-cookie/session-cookie.controller';
import { SessionCookieFilter } from './session-cookie/session-cookie.filter';
import { SessionLogin } from './session-cookie/session-login.service';
import { UidCookie } from './uid-cookie/uid-cookie';
import { UidCookieController } from './uid-cookie/uid-cookie.controller';
import { UidCookieFilter } from './uid-cookie/uid-cookie.filter';
import { UidCookieGuard } from './uid-cookie/uid-cookie.guard';
import { UidList } from './uid-cookie/uid-list.service';
import { UidUsers } from './uid-cookie/uid-users.service';
import { WhichDialect } from './which-dialect';

/** `bearer` is Latchkey's own API under /auth and needs nothing here. */
const CONTROLLERS: Record<Dialect, DynamicModule['controllers']> = {
  'session-cookie': [SessionCookieController, LoginController],
  bearer: [],
  'uid-cookie': [UidCookieController],
  praetorian: [PraetorianController, LoginController],
};

@Module({})
export class DialectsModule {
  static with({ dialects }: Environment): DynamicModule {
    return {
      module: DialectsModule,
      imports: [CredentialsModule, MetricsModule, PasswordsModule, SessionsModule, UsersModule],
      controllers: [...new Set(dialects.flatMap((name) => CONTROLLERS[name] ?? []))],
      providers: [
        Accounts,
        DialectFilter,
        DialectTokens,
        HomePages,
        OwnOrigin,
        Praetorian,
        PraetorianFilter,
        PraetorianGuard,
        SessionCookie,
        SessionCookieFilter,
        SessionLogin,
        UidCookie,
        UidCookieFilter,
        UidCookieGuard,
        UidList,
        UidUsers,
        WhichDialect,
      ],
    };
  }
}
