import { helloAngularBytes } from './hello-angular.mjs';

export const title = '@latchkey/angular in a page, bytes on top of Angular (gzip)';
export const bar = ['at most', 1];
export const against = '6 kB';

/** The same app with HttpClient, an interceptor and a guard of its own, and with Latchkey's; Angular's part is in both. */
export async function measure() {
  const without = await helloAngularBytes({ main: 'with-guard.ts', compress: 'gzip' });
  const withSession = await helloAngularBytes({ main: 'with-session.ts', compress: 'gzip' });
  console.log(`  ${withSession} bytes with it, ${without} without`);
  const [subject, baseline] = [withSession - without, 6 * 1024];
  return { subject, baseline, ratio: subject / baseline };
}
