/** What the site's development server hands on to the API, which `npm run dev` has started at DEV_API. */
const places = ['/auth', '/users', '/api', '/health', '/docs', '/docs-json', '/.well-known'];
const target = process.env.DEV_API ?? 'http://127.0.0.1:3000';

export default Object.fromEntries(places.map((place) => [place, { target }]));
