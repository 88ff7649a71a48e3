import autocannon from 'autocannon';

/** GET requests a second over 64 connections; throws where any was not answered with 200. */
export async function getRate(url, headers, seconds) {
  const { requests, non2xx, errors } = await autocannon({ url, headers, connections: 64, duration: seconds });
  if (non2xx + errors > 0) throw new Error(`${non2xx} answers were not 200, ${errors} failed.`);
  return requests.average;
}
