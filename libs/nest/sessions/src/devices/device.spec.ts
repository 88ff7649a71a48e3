import { type FastifyRequest } from 'fastify';
import { deviceOf } from './device';

const agentOf = (userAgent?: string) =>
  deviceOf({ headers: { 'user-agent': userAgent }, ip: '::1' } as unknown as FastifyRequest).userAgent;

describe('what is kept of a user agent', () => {
  it('shows all that it holds, up to 400 characters', () => {
    expect(agentOf('Chrome\n/1\u00ad\u202e')).toBe('Chrome /1  ');
    expect(agentOf('x'.repeat(500))).toHaveLength(400);
  });

  it('is nothing where there is none', () => {
    expect([agentOf(), agentOf('')]).toEqual([null, null]);
  });
});
