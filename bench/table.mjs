import { round } from './rounds.mjs';

const HEAD = ['measure', 'subject', 'against', 'baseline', 'ratio', 'rounds', 'wanted', ''];

/** The results in columns for a terminal. */
export function table(rows) {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const cells = ({ title, subject, against, baseline, ratio, spread, bar, reached }) => [
  title,
  String(round(subject)),
  against,
  String(round(baseline)),
  String(round(ratio)),
  spread ? spread.map(round).join('–') : '',
  bar.join(' '),
  reached ? 'reached' : 'NOT reached',
];
