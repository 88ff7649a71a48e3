/** Subject and baseline in turn, several rounds: the machine's moods hit both. */
import autocannon from 'autocannon';

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Medians of both and of their ratio, after `rounds` rounds of each. */
export async function alternate(rounds, subject, baseline) {
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) pairs.push([await subject(), await baseline()]);
  return {
    subject: median(pairs.map(([one]) => one)),
    baseline: median(pairs.map(([, other]) => other)),
    ratio: median(pairs.map(([one, other]) => one / other)),
  };
}

/** Requests a second that were answered with 200; throws where any was not. */
export async function rate(url, token, { connections = 64, seconds = 4 } = {}) {
  const result = await load(url, token, { connections, seconds });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${result.non2xx} answers were not 200, ${result.errors} failed.`);
  return result.requests.average;
}

export const load = (url, token, { connections, seconds, ...more }) =>
  autocannon({ url, connections, duration: seconds, headers: { authorization: `Bearer ${token}` }, ...more });
