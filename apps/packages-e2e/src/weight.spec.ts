import { NgApp } from './ng-app';

const KILOBYTE = 1024;

it('adds at most 6 kB to an app of ng new that calls an API', () => {
  const app = new NgApp();
  app.install(['contract', 'angular']);
  app.build();
  const bare = app.firstScripts;
  app.provide('provideHttpClient(withInterceptors([]))', '@angular/common/http', 'provideHttpClient, withInterceptors');
  app.build();
  const calling = app.firstScripts;
  app.provide('provideLatchkey()', '@latchkey/angular');
  app.build();
  const added = app.firstScripts - calling;
  console.log(
    `provideLatchkey() adds ${added} bytes (gzip): ${bare} → ${calling} with HttpClient → ${app.firstScripts}`,
  );
  expect(added).toBeGreaterThan(KILOBYTE);
  expect(added).toBeLessThanOrEqual(6 * KILOBYTE);
});
