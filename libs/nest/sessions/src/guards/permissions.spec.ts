import { type CanActivate, Controller, type ExecutionContext, Get } from '@nestjs/common';
import { LatchkeyFilter } from '@latchkey/nest/http';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { HttpAdapterHost } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Permissions, PermissionsGuard, Roles } from '../index';

@Roles('user', 'admin')
@Permissions('users:read')
@Controller('examples')
class Examples {
  @Get('both')
  both(): string {
    return 'both';
  }

  @Roles('admin')
  @Permissions('users:write', 'users:delete')
  @Get('more')
  more(): string {
    return 'more';
  }
}

@Controller('plain')
class Plain {
  @Get()
  plain(): string {
    return 'plain';
  }
}

/** Stands where JwtAuthGuard does: who is signed in is whoever the header says; without one, nobody, as on a public route. */
class Named implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<{ headers: Record<string, string>; user?: object }>();
    const { roles } = request.headers;
    if (roles !== undefined) request.user = { user: { roles: roles.split(',').filter(Boolean) } };
    return true;
  }
}

describe('@Roles() and @Permissions()', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    const module = await Test.createTestingModule({ controllers: [Examples, Plain], providers: [PermissionsGuard] });
    app = (await module.compile()).createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    app.useGlobalGuards(new Named(), app.get(PermissionsGuard));
    app.useGlobalFilters(
      new LatchkeyFilter(
        { publicUrl: '', allowedOrigins: [], explains: false, authPath: 'auth' },
        app.get(HttpAdapterHost),
      ),
    );
    await app.init();
  });
  afterAll(() => app.close());

  const get = async (url: string, roles?: string) => {
    const { statusCode, body } = await app.inject({ url, headers: roles === undefined ? {} : { roles } });
    return { status: statusCode, body: body.startsWith('{') ? JSON.parse(body) : body };
  };

  it('let in who has a role of each list and all permissions', async () => {
    expect((await get('/examples/both', 'admin')).status).toBe(200);
    expect((await get('/examples/more', 'user,admin')).status).toBe(200);
    expect((await get('/plain', '')).status).toBe(200);
  });

  it('name what was missing, of the controller and of the handler', async () => {
    const { status, body } = await get('/examples/both', 'user');
    expect([status, body]).toEqual([
      403,
      {
        status: 'fail',
        code: 'permission_missing',
        message: 'You need another permission for this: users:read.',
        required: ['users:read'],
        request_id: expect.any(String),
      },
    ]);
    const more = await get('/examples/more', 'user');
    expect(more.body.required).toEqual(['admin', 'users:read', 'users:write', 'users:delete']);
    expect((await get('/examples/both', '')).body.required).toEqual(['user', 'admin', 'users:read']);
  });

  it('let nobody in where nobody is known', async () => {
    expect(await get('/examples/both')).toMatchObject({ status: 401, body: { code: 'token_missing' } });
  });

  it('do not compile where a name is misspelt or none is given', () => {
    // @ts-expect-error -- the type check fails where one of these lines is no error
    expect(Permissions('users:raed')).toBeDefined();
    // @ts-expect-error -- no such role
    expect(Roles('amdin')).toBeDefined();
    // @ts-expect-error -- a list of nothing would ask for nothing
    expect(Permissions()).toBeDefined();
  });
});
