import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { type ChangeUserBody, type CreateUserBody, type UserCreatedAnswer } from '@latchkey/contract';
import { Api } from '@latchkey/angular';
import { firstValueFrom } from 'rxjs';

/** A page's calls say that they are JSON, even empty ones: the server takes no others along with a cookie. */
const body = {};

/** The API's calls that change users. Each throws HttpErrorResponse. */
@Service()
export class UsersApi {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);

  create(user: CreateUserBody): Promise<UserCreatedAnswer> {
    return firstValueFrom(this.http.post<UserCreatedAnswer>(this.api.url('/users'), user));
  }

  change(id: string, changes: ChangeUserBody): Promise<unknown> {
    return firstValueFrom(this.http.patch(this.api.url(`/users/${id}`), changes));
  }

  remove(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(this.api.url(`/users/${id}`), { body }));
  }

  endSessions(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(this.api.url(`/users/${id}/sessions`), { body }));
  }

  endSession(id: string, session: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(this.api.url(`/users/${id}/sessions/${session}`), { body }));
  }
}
