import { Counters } from './counters';

describe('Counters', () => {
  it('are written as Prometheus reads them, whatever a label holds', () => {
    const counters = new Counters();
    counters.declare('calls_total', 'Calls.');
    counters.count('calls_total', { route: 'GET /', status: 200 });
    counters.count('calls_total', { route: 'GET /', status: 200 });
    counters.count('calls_total', { route: 'a"\\\n', status: 404 });
    expect(counters.text()).toBe(
      [
        '# HELP calls_total Calls.',
        '# TYPE calls_total counter',
        'calls_total{route="GET /",status="200"} 2',
        'calls_total{route="a\\"\\\\\\n",status="404"} 1',
        '',
      ].join('\n'),
    );
  });

  it('have to be declared', () => {
    expect(() => new Counters().count('typo_total', {})).toThrow('No counter is called typo_total.');
  });
});
