import { tooOld } from '../src/node-version';

describe('a Node that is too old for the server', () => {
  it.each(['20.20.2', '22.22.0'])('%s is told apart, and the one to take is named', (version) => {
    expect(tooOld(version)).toMatch(`this is ${version}`);
    expect(tooOld(version)).toMatch('node_modules/.bin/node');
  });

  it.each(['24.0.0', '26.1.0'])('%s is none', (version) => {
    expect(tooOld(version)).toBeNull();
  });
});
