import { jest } from '@jest/globals';
import { TooManyRequests } from '@latchkey/nest/http';
import { Attempts } from './attempts';

describe('attempts', () => {
  let now = 0;
  beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => now));
  afterEach(() => jest.restoreAllMocks());

  const take = (attempts: Attempts, times: number, key = 'a') => {
    for (let time = 0; time < times; time += 1) attempts.take(key);
  };

  it('are so many by key in a window, which says when it is over', () => {
    const attempts = new Attempts(3, 60_000);
    take(attempts, 3);
    now += 20_000;
    expect(() => attempts.take('a')).toThrow(TooManyRequests);
    try {
      attempts.take('a');
    } catch (error) {
      expect((error as TooManyRequests).fact.headers).toEqual({ 'Retry-After': '40' });
    }
    expect(() => take(attempts, 3, 'b')).not.toThrow();
    now += 40_000;
    expect(() => take(attempts, 3)).not.toThrow();
  });

  it('are forgotten with a success, and given back where they were none', () => {
    const attempts = new Attempts(1, 60_000);
    take(attempts, 1);
    attempts.clear('a');
    take(attempts, 1);
    attempts.giveBack('a');
    expect(() => attempts.take('a')).not.toThrow();
    expect(() => attempts.take('a')).toThrow(TooManyRequests);
  });
});
