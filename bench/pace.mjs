/** A light, even load: a few callers that ask on a timetable, whether or not the last answer was quick. */
import { Agent, get } from 'node:http';

/** Milliseconds of each answer, counted from when it was due where the last answer came too late; throws where one is not 200. */
export async function paced(url, token, { callers = 4, everyMs = 10, seconds = 6 } = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const headers = { authorization: `Bearer ${token}` };
  const took = [];
  const from = performance.now();
  const caller = async (offset) => {
    for (let due = from + offset; due < from + seconds * 1000; due += everyMs) {
      const isLate = performance.now() > due;
      if (!isLate) await until(due);
      const asked = isLate ? due : performance.now();
      await answered(url, { agent, headers });
      took.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, index) => caller((index * everyMs) / callers)));
  agent.destroy();
  return took;
}

/** How often `act` is done a second by so many callers, each again as soon as it has been. */
export async function rate(act, { callers, seconds = 8 }) {
  const from = performance.now();
  const until = from + seconds * 1000;
  let done = 0;
  const caller = async () => {
    while (performance.now() < until) {
      await act();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return (done * 1000) / (performance.now() - from);
}

export const percentile = (numbers, part) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];

const until = (due) => new Promise((resolve) => setTimeout(resolve, due - performance.now()));

const answered = (url, options) =>
  new Promise((resolve, reject) => {
    const request = get(url, options, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}.`));
      response.resume().once('end', resolve);
    });
    request.once('error', reject);
  });
