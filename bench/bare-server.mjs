/** The least a server can do for /auth/status: node:http, jsonwebtoken, and an answer of the same size. */
import { createServer } from 'node:http';
import jwt from 'jsonwebtoken';

const { JWT_SECRET, ANSWER } = process.env;

const server = createServer((request, response) => {
  try {
    jwt.verify(request.headers.authorization?.slice('Bearer '.length), JWT_SECRET, {
      algorithms: ['HS256'],
      issuer: 'latchkey',
      audience: 'latchkey',
    });
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(ANSWER);
  } catch {
    response.writeHead(401).end();
  }
});
server.listen(0, '127.0.0.1', () => console.log(`  Site  http://127.0.0.1:${server.address().port}`));
