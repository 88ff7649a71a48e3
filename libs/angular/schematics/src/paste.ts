/** What is done by hand where it cannot be done by command. */
export const PASTE = `import { provideLatchkey } from '@latchkey/angular';

// into the providers of your application:
provideLatchkey(),

// into its routes:
{ path: '', loadChildren: () => import('@latchkey/angular/pages').then(({ accountRoutes }) => accountRoutes) },`;
