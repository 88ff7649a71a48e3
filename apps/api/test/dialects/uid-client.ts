import { type Answer, PASSWORD, type TestApi } from '../start-api';
import { cookieOf } from './cookie';

export const NAME = 'jwt_python_flask';
export const DETAILS = { message: 'Please provide user details', data: null, error: 'Bad request' };
const PAGE = { origin: 'http://localhost:4100', 'x-origin': 'client' };

export const newUid = () => `u-${crypto.randomUUID().slice(0, 13)}`;

/** Somebody with the cookie of this family. */
interface Person {
  uid: string;
  cookie: string;
}

/** Calls as the pages of flask_2025 make them, from an origin on the list. */
export class UidClient {
  constructor(private readonly api: TestApi) {}

  send(method: string, path: string, cookie?: string, body?: unknown, headers: object = PAGE): Promise<Answer> {
    const type = body !== undefined && { 'content-type': 'application/json' };
    return this.api.send(method, path, {
      headers: { ...headers, ...(cookie && { cookie }), ...type },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  authenticate(uid: unknown, password: unknown = PASSWORD): Promise<Answer> {
    return this.send('POST', '/api/authenticate', undefined, { uid, password });
  }

  signUp(uid: unknown, name: unknown = 'Thomas Edison', password: unknown = PASSWORD): Promise<Answer> {
    return this.send('POST', '/api/user', undefined, { uid, name, password });
  }

  id(cookie: string): Promise<Answer> {
    return this.send('GET', '/api/id', cookie);
  }

  async newcomer(): Promise<Person> {
    const uid = newUid();
    await this.signUp(uid);
    return { uid, cookie: cookieOf(await this.authenticate(uid), NAME).pair };
  }

  async newAdmin(): Promise<Person> {
    const uid = newUid();
    await this.signUp(uid);
    await this.api.sql(`UPDATE users SET roles = '{user,admin}' WHERE username = $1`, [uid]);
    return { uid, cookie: cookieOf(await this.authenticate(uid), NAME).pair };
  }
}
