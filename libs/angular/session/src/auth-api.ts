import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import {
  type LoginBody,
  type RefreshAnswer,
  type RegisterBody,
  type SignedInAnswer,
  type Status,
  type StatusAnswer,
} from '@latchkey/contract';
import { firstValueFrom, map } from 'rxjs';
import { Api } from './api-origin';
import { isStandIn } from './carried-token';

/** The refresh cookie goes along to another origin too, where the API has one of its own. */
const withCredentials = true;

/**
 * Milliseconds after which an exchange is given up, and aborted: within the server's ten seconds, after which it skips an answer
 * that was not seen (docs/decisions/0005). Such an answer's cookie must not arrive any more.
 */
const GIVE_UP = 8_000;

/** The API's calls about signing in. Each throws HttpErrorResponse. */
@Service()
export class AuthApi {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);

  status(options: { withCredentials?: boolean } = {}): Promise<Status> {
    return firstValueFrom(
      this.http.get<StatusAnswer>(this.api.url('/auth/status'), options).pipe(map(({ data }) => data)),
    );
  }

  enter(door: 'login' | 'register', body: LoginBody | RegisterBody): Promise<SignedInAnswer> {
    return firstValueFrom(this.http.post<SignedInAnswer>(this.api.url(`/auth/${door}`), body, { withCredentials }));
  }

  refresh(): Promise<RefreshAnswer> {
    const options = { withCredentials, timeout: GIVE_UP };
    return firstValueFrom(this.http.post<RefreshAnswer>(this.api.url('/auth/refresh'), {}, options));
  }

  /** By the cookies alone where there is no token. */
  logout(token: string | null): Promise<unknown> {
    const headers: Record<string, string> = !token || isStandIn(token) ? {} : { Authorization: `Bearer ${token}` };
    return firstValueFrom(this.http.post(this.api.url('/auth/logout'), {}, { headers, withCredentials }));
  }
}
