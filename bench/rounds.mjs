/** Subject and baseline in turn, several rounds: the machine's moods hit both. */

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
export const round = (number) => (number >= 100 ? Math.round(number) : Number(number.toPrecision(3)));

/** Medians of both and of their ratio after `rounds` rounds of each, and the lowest and highest ratio met. */
export async function alternate(rounds, subject, baseline) {
  const pairs = [];
  for (let done = 1; done <= rounds; done += 1) {
    const [one, other] = done % 2 ? [await subject(), await baseline()] : [await baseline(), await subject()].reverse();
    pairs.push([one, other]);
    console.log(`  round ${done} of ${rounds}: ${round(one)} against ${round(other)}, ratio ${round(one / other)}`);
  }
  const ratios = pairs.map(([one, other]) => one / other);
  return {
    subject: median(pairs.map(([one]) => one)),
    baseline: median(pairs.map(([, other]) => other)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}
