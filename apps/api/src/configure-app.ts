import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { lenientBodies, speakDialects } from '@latchkey/server/dialects';
import { type Environment } from '@latchkey/server/environment';
import { HttpOptions, SchemaPipe } from '@latchkey/nest/http';
import { acceptJsonOnly, FailureFilter, RouteTable, sendSafeHeaders } from '@latchkey/server/http';
import { serveSite } from '@latchkey/server/site';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { allowOrigins } from './allow-origins';
import { AppModule } from './app.module';
import { httpServer } from './http-server';
import { QuietLogger } from './quiet-logger';
import { serveDocs } from './docs';

export interface Surroundings {
  databaseUrl: string;
  /** Where the site was built; not given: the API alone. */
  siteFolder?: string;
}

export interface Configured {
  app: NestFastifyApplication;
  routes: RouteTable;
}

/** The whole server, not yet listening: main.ts and the tests start from here. */
export async function configureApp(
  environment: Environment,
  { databaseUrl, siteFolder }: Surroundings,
): Promise<Configured> {
  const routes = new RouteTable();
  const adapter = httpServer(environment);
  const fastify = adapter.getInstance();
  routes.watch(fastify);
  acceptJsonOnly(fastify, lenientBodies(environment));
  sendSafeHeaders(fastify, { https: environment.publicUrl.startsWith('https:') });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(environment, databaseUrl), adapter, {
    bodyParser: false,
    logger: new QuietLogger(environment),
    abortOnError: false,
  });
  speakDialects(app);
  await app.register(fastifyCookie);
  allowOrigins(app, environment.corsOrigins);
  app.useGlobalPipes(new SchemaPipe());
  app.useGlobalFilters(new FailureFilter(routes, app.get(HttpOptions)));
  if (environment.apiDocs) serveDocs(app);
  if (siteFolder) await serveSite(fastify, siteFolder);
  return { app, routes };
}
